import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql'
import { ITEM_STATUSES, type BatchMode, type ItemStatus } from '../../platform/database/batch.js'
import { BatchModeEnum } from '../../platform/graphql/batch.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { UserErrorType } from '../../platform/graphql/user-errors.js'
import { MAX_MOVES } from './move-users.commands.js'
import { UserType } from './user.type.js'

const STATUSES = ITEM_STATUSES.filter((status) => status !== 'CREATED')
const MoveUserStatusEnum = enumOf(STATUSES)
registerEnumType(MoveUserStatusEnum, {
  name: 'MoveUserStatus',
  description: 'What became of a person among many.',
  valuesConfig: {
    UPDATED: { description: 'The person is in that team from now on, or in none.' },
    UNCHANGED: { description: 'The person was there already.' },
    REJECTED: { description: 'The person cannot be moved there; the `userErrors` say why.' },
  },
})

@InputType('MoveUsersItemInput', { description: 'Whom to move where.' })
export class MoveUsersItemInput {
  @Field(() => ID, { description: 'Which person.' })
  userId: string

  @Field(() => ID, { nullable: true, description: 'Into which team. Left out or null: into none.' })
  teamId?: string | null

  @Field(() => Int, { description: 'The `version` of the person that you have read.' })
  expectedVersion: number
}

@InputType('MoveUsersInput', { description: 'Who is to be in which team from now on.' })
export class MoveUsersInput {
  @Field(() => BatchModeEnum, { description: 'What becomes of the call when some items are wrong.' })
  mode: BatchMode

  @Field(() => [MoveUsersItemInput], { description: `The people, at most ${MAX_MOVES}, each once.` })
  items: MoveUsersItemInput[]
}

@ObjectType('MoveUsersResult', { simpleResolvers: true, description: 'What became of one person.' })
export class MoveUsersResultType {
  @Field(() => MoveUserStatusEnum, {
    description: 'What became of it, or would have become of it where nothing is written.',
  })
  status: ItemStatus

  @Field(() => UserType, {
    nullable: true,
    description:
      'As the person is now. Null when rejected, except for a version conflict, and when you may not read it.',
  })
  user: object | null

  @Field(() => [UserErrorType], { description: 'Why it is rejected; empty when it is not.' })
  userErrors: readonly UserErrorType[]
}

@ObjectType('MoveUsersPayload', { simpleResolvers: true, description: 'What came of moveUsers.' })
export class MoveUsersPayload {
  @Field(() => [MoveUsersResultType], {
    description: 'One for each item, in their order. Empty when the call as a whole was refused.',
  })
  results: readonly MoveUsersResultType[]

  @Field(() => Boolean, {
    description: 'Whether what `results` says was done: not for an ATOMIC call with a rejected item.',
  })
  isWritten: boolean

  @Field(() => [UserErrorType], {
    description:
      'Why nothing was written; `path` leads to the first item at fault. Empty when it was, and for a PER_ITEM call of which only items are rejected.',
  })
  userErrors: readonly UserErrorType[]
}
