import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { DELETION_CHOICES, type DeletionChoice } from '../../domain/node-deletion.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { UserErrorType } from '../../platform/graphql/user-errors.js'
import { OrgNodeType, TeamType } from '../org/org-node.type.js'
import { DeletedNodeType } from '../org/tombstone.type.js'

const DeletionChoiceEnum = enumOf(DELETION_CHOICES)
registerEnumType(DeletionChoiceEnum, {
  name: 'DeletionChoice',
  description: 'What is to become of what a deleted node leaves behind.',
  valuesConfig: {
    DETACH_TEAMS: { description: 'Of a department: its teams hang under the company from then on.' },
    MOVE_TEAMS: { description: 'Of a department: its teams hang under `moveToId` from then on.' },
    UNASSIGN_MEMBERS: { description: 'Of a team: its members are in no team from then on.' },
    MOVE_MEMBERS: { description: 'Of a team: its members are in the team `moveToId` from then on.' },
  },
})

@InputType('DeleteNodeInput', { description: 'Which department or team to delete.' })
export class DeleteNodeInput {
  @Field(() => ID, { description: 'Which department or team.' })
  nodeId: string

  @Field(() => DeletionChoiceEnum, {
    nullable: true,
    description:
      'What is to become of its teams or members. Left out or null: it is deleted only if it has none.',
  })
  choice?: DeletionChoice | null

  @Field(() => ID, { nullable: true, description: 'Where to, with MOVE_TEAMS and MOVE_MEMBERS.' })
  moveToId?: string | null

  @Field(() => Int, { description: 'The `version` of the node that you have read.' })
  expectedVersion: number
}

@ObjectType('DeletionObstacle', {
  simpleResolvers: true,
  description: 'What stands in the way of deleting a node, and what can be done about it.',
})
export class DeletionObstacleType {
  @Field(() => [TeamType], { description: 'The teams that hang under it; none of a team.' })
  teams: readonly object[]

  @Field(() => Int, { description: 'How many people are in it; 0 of a department.' })
  memberCount: number

  @Field(() => [DeletionChoiceEnum], { description: 'The choices there are.' })
  choices: readonly DeletionChoice[]
}

@ObjectType('DeleteNodePayload', { simpleResolvers: true, description: 'What came of deleteNode.' })
export class DeleteNodePayload {
  @Field(() => DeletedNodeType, {
    nullable: true,
    description: 'What is left of it, also when it was gone already. Null when the change was refused.',
  })
  deletedNode: DeletedNodeType | null

  @Field(() => OrgNodeType, {
    nullable: true,
    description:
      'The node as it is now, where it stands in the way or was changed meanwhile. Null otherwise.',
  })
  node: object | null

  @Field(() => DeletionObstacleType, {
    nullable: true,
    description: 'With NOT_EMPTY: what is in it. Null otherwise.',
  })
  obstacle: DeletionObstacleType | null

  @Field(() => [UserErrorType], { description: 'Why nothing was changed; empty when it worked.' })
  userErrors: readonly UserErrorType[]
}
