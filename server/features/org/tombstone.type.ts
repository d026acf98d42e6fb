import { Field, ID, Int, ObjectType } from 'type-graphql'
import { connectionType } from '../../platform/graphql/connection.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { UserErrorType } from '../../platform/graphql/user-errors.js'
import { OrgLevelEnum, OrgNodeType } from './org-node.type.js'
import type { Tombstone } from './tombstone.loaders.js'

@ObjectType('DeletedNode', {
  simpleResolvers: true,
  description:
    'A department or a team that was deleted. Its past can still be asked for with `asOf`, and it can be restored.',
})
export class DeletedNodeType implements Tombstone {
  @Field(() => ID, { description: 'The id it had, and has again when it is restored.' })
  id: string

  @Field(() => OrgLevelEnum, { description: 'Department or team.' })
  level: Tombstone['level']

  @Field(() => String, { description: 'Its last name.' })
  name: string

  @Field(() => DateTimeScalar, { description: 'Since when it is gone.' })
  deletedAt: Date

  @Field(() => Int, { description: 'Send it back as `expectedVersion` to restore it.' })
  version: number

  parentId: string
}

export const DeletedNodeConnection = connectionType('DeletedNode', DeletedNodeType)

@ObjectType('RestoreNodePayload', { simpleResolvers: true, description: 'What came of restoreNode.' })
export class RestoreNodePayload {
  @Field(() => OrgNodeType, {
    nullable: true,
    description: 'As it is now, also when it was there already. Null when the change was refused.',
  })
  node: object | null

  @Field(() => DeletedNodeType, {
    nullable: true,
    description: 'As it is while it is gone, when the change was refused. Null otherwise.',
  })
  deletedNode: DeletedNodeType | null

  @Field(() => [UserErrorType], { description: 'Why nothing was changed; empty when it worked.' })
  userErrors: readonly UserErrorType[]
}
