import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql'
import { MAX_BATCH } from '../../domain/activity.js'
import { ITEM_STATUSES, type BatchMode, type ItemStatus } from '../../platform/database/batch.js'
import { BatchModeEnum } from '../../platform/graphql/batch.js'
import { enumOf } from '../../platform/graphql/enum.js'
import { UserErrorType } from '../../platform/graphql/user-errors.js'
import { NewActivityInput } from './activity.inputs.js'
import type { ActivityRow } from './activity.row.js'

const ItemStatusEnum = enumOf(ITEM_STATUSES)
registerEnumType(ItemStatusEnum, {
  name: 'LogActivityStatus',
  description: 'What became of an item of a batch.',
  valuesConfig: {
    CREATED: { description: 'It is new.' },
    UPDATED: {
      description: 'It was kept aside, and is now given to the person it is of, who has become known.',
    },
    UNCHANGED: { description: 'It was there already, with the same content.' },
    REJECTED: { description: 'It cannot be written; its `userErrors` say why.' },
  },
})

@InputType('LogActivitiesItemInput', {
  description: 'What somebody did. Name the person in exactly one of the three ways.',
})
export class LogActivitiesItemInput extends NewActivityInput {
  @Field(() => ID, { nullable: true, description: 'Who did it, by id.' })
  userId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'Who did it, by e-mail address. An address that nobody has is kept aside.',
  })
  email?: string | null

  @Field(() => String, {
    nullable: true,
    description:
      'Who did it, as the source calls them: whom that name was linked to, else who has it as e-mail address; else it is kept aside.',
  })
  personReference?: string | null
}

@InputType('LogActivitiesInput', { description: 'What people did, as one system tells it.' })
export class LogActivitiesInput {
  @Field(() => String, {
    description: 'The system all of it comes from, at most 200 characters, such as salesforce.',
  })
  source: string

  @Field(() => BatchModeEnum, { description: 'What becomes of the batch when some items are wrong.' })
  mode: BatchMode

  @Field(() => Boolean, { defaultValue: false, description: 'True: answers the same and writes nothing.' })
  dryRun: boolean

  @Field(() => [LogActivitiesItemInput], { description: `The activities, at most ${MAX_BATCH}.` })
  items: LogActivitiesItemInput[]
}

@ObjectType('LogActivitiesResult', { simpleResolvers: true, description: 'What became of one item.' })
export class LogActivitiesResultType {
  @Field(() => ItemStatusEnum, {
    description: 'What became of it, or would have become of it where nothing is written.',
  })
  status: ItemStatus

  @Field(() => Boolean, {
    description: 'Whether nobody knows the person: it counts nowhere until the person is linked.',
  })
  isUnlinked: boolean

  @Field(() => [UserErrorType], { description: 'Why it is rejected; empty when it is not.' })
  userErrors: readonly UserErrorType[]

  /** Null where there is none to read. */
  activityId: string | null

  /** What was written just now, for who sees whatever there is: it need not be read again. */
  written: ActivityRow | null
}

@ObjectType('LogActivitiesPayload', { simpleResolvers: true, description: 'What came of logActivities.' })
export class LogActivitiesPayload {
  @Field(() => [LogActivitiesResultType], {
    description: 'One for each item, in their order. Empty when the batch as a whole was refused.',
  })
  results: LogActivitiesResultType[]

  @Field(() => Boolean, {
    description:
      'Whether what `results` says was done: not for a dry run, nor for an ATOMIC batch with a rejected item.',
  })
  isWritten: boolean

  @Field(() => [UserErrorType], {
    description:
      'Why nothing of the batch was written; `path` leads to the first item at fault. Empty when it was, and for a PER_ITEM batch of which only items are rejected.',
  })
  userErrors: UserErrorType[]
}
