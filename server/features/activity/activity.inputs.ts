import { ArgsType, Field, ID, InputType, Int } from 'type-graphql'
import { DateTimeScalar, DecimalScalar } from '../../platform/graphql/scalars.js'

const TYPE =
  'What was done: an activity type that is ACTIVE. People log what is enabled on the team it counts to.'
const QUANTITY = 'How much of it, more than 0.'
const AMOUNT = 'What it is worth; negative for a credit note.'
const LABEL = 'What tells it apart from others of its type, at most 120 characters.'
const NOTE = 'Anything else, at most 2,000 characters.'
const OCCURRED_AT =
  'When it happened, not before the company began and at most 24 hours ahead; it counts to the team the person was in then.'
const EXTERNAL_ID =
  'What the source calls it, at most 200 characters: the same again is the same activity, so that sending twice counts once.'
const KEEP = 'Left out or null: it stays.'
const VERSION = 'The `version` of the activity that you read.'

@InputType()
export abstract class NewActivityInput {
  @Field(() => ID, { description: TYPE })
  activityTypeId: string

  @Field(() => DecimalScalar, { nullable: true, description: `${QUANTITY} Left out: 1.` })
  quantity?: string | null

  @Field(() => DecimalScalar, { nullable: true, description: `${AMOUNT} Left out: nothing.` })
  amount?: string | null

  @Field(() => String, { nullable: true, description: `${LABEL} Left out: none.` })
  label?: string | null

  @Field(() => String, { nullable: true, description: `${NOTE} Left out: nothing.` })
  note?: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: `${OCCURRED_AT} Left out: now; under a known externalId: as it was.`,
  })
  occurredAt?: Date | null

  @Field(() => String, { nullable: true, description: EXTERNAL_ID })
  externalId?: string | null
}

@InputType('LogActivityInput', { description: 'What somebody did.' })
export class LogActivityInput extends NewActivityInput {
  @Field(() => ID, { nullable: true, description: 'Who did it. Left out: whoever asks.' })
  userId?: string | null

  @Field(() => String, {
    nullable: true,
    description: 'The system it comes from, at most 200 characters. Left out: API.',
  })
  source?: string | null
}

@InputType('CorrectActivityInput', { description: 'What is to be different in an activity.' })
export class CorrectActivityInput {
  @Field(() => ID, { description: 'Which activity.' })
  activityId: string

  @Field(() => ID, { nullable: true, description: `${TYPE} ${KEEP}` })
  activityTypeId?: string | null

  @Field(() => DecimalScalar, { nullable: true, description: `${QUANTITY} ${KEEP}` })
  quantity?: string | null

  @Field(() => DecimalScalar, {
    nullable: true,
    description: `${AMOUNT} Left out: it stays. Null: it is taken away.`,
  })
  amount?: string | null

  @Field(() => String, { nullable: true, description: `${LABEL} Empty: none. ${KEEP}` })
  label?: string | null

  @Field(() => String, { nullable: true, description: `${NOTE} Empty: nothing. ${KEEP}` })
  note?: string | null

  @Field(() => DateTimeScalar, { nullable: true, description: `${OCCURRED_AT} ${KEEP}` })
  occurredAt?: Date | null

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('VoidActivityInput', { description: 'Which activity to take back.' })
export class VoidActivityInput {
  @Field(() => ID, { description: 'Which activity.' })
  activityId: string

  @Field(() => Int, { description: VERSION })
  expectedVersion: number
}

@InputType('LinkPersonInput', { description: 'Whom a source means.' })
export class LinkPersonInput {
  @Field(() => String, { description: 'The system that speaks of the person.' })
  source: string

  @Field(() => String, { description: 'What it calls the person, exactly as in `unlinkedPeople`.' })
  reference: string

  @Field(() => ID, { description: 'Who it is.' })
  userId: string
}

@ArgsType()
export class ActivityFilterArgs {
  @Field(() => ID, { nullable: true, description: 'Only of this type.' })
  activityTypeId?: string | null

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'Only what happened at this instant or later.',
  })
  from?: Date | null

  @Field(() => DateTimeScalar, { nullable: true, description: 'Only what happened before this instant.' })
  to?: Date | null

  @Field(() => Boolean, { defaultValue: false, description: 'Also what was taken back.' })
  includeVoided: boolean
}
