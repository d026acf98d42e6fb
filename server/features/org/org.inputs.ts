import { Field, ID, InputType, Int } from 'type-graphql'
import { DESCRIPTION_LIMIT, NAME_LIMIT } from '../../domain/text.js'
import { OrgLevelEnum } from './org-node.type.js'
import type { NewNode } from './org.commands.js'

const VERSION = 'The `version` of the node that you have read.'
const NAME = `At most ${NAME_LIMIT} characters. No two departments, and no two teams of one place, have the same.`
const DESCRIPTION = `What it is there for, at most ${DESCRIPTION_LIMIT} characters.`

@InputType('CreateNodeInput', { description: 'Which department or team to create, and where.' })
export class CreateNodeInput {
  @Field(() => OrgLevelEnum, { description: 'DEPARTMENT or TEAM.' })
  level: NewNode['level']

  @Field(() => ID, {
    description: 'Under which node: a department under the company, a team under either.',
  })
  parentId: string

  @Field(() => String, { description: NAME })
  name: string

  @Field(() => String, { defaultValue: '', description: DESCRIPTION })
  description: string
}

@InputType('UpdateNodeInput', { description: 'What to say of a node from now on.' })
export class UpdateNodeInput {
  @Field(() => ID, { description: 'Which node.' })
  nodeId: string

  @Field(() => String, { nullable: true, description: `${NAME} Left out or null: stays.` })
  name?: string | null

  @Field(() => String, { nullable: true, description: `${DESCRIPTION} Left out or null: stays.` })
  description?: string | null

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('ReorderNodesInput', { description: 'In which order what hangs under a node is listed.' })
export class ReorderNodesInput {
  @Field(() => ID, { description: 'The node above.' })
  parentId: string

  @Field(() => [ID], {
    description:
      'The departments and teams that come first, in their order; the others stand behind them by name. None: all by name.',
  })
  nodeIds: string[]

  @Field(() => Int, { description: 'The `version` of the node above that you have read.' })
  expectedVersion: number
}

@InputType('MoveNodeInput', { description: 'Where a team is to hang.' })
export class MoveNodeInput {
  @Field(() => ID, { description: 'Which team.' })
  nodeId: string

  @Field(() => ID, { description: 'Under which node: a department, or the company itself.' })
  parentId: string

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('RestoreNodeInput', { description: 'Which deleted node to take up again.' })
export class RestoreNodeInput {
  @Field(() => ID, { description: 'The id it had, as `deletedNodes` lists it.' })
  nodeId: string

  @Field(() => ID, {
    nullable: true,
    description: 'Under which node. Left out or null: where it hung, which has to be there still.',
  })
  parentId?: string | null

  @Field(() => Int, { description: 'The `version` of the deleted node.' })
  expectedVersion: number
}
