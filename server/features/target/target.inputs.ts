import { Field, ID, InputType, Int } from 'type-graphql'
import { MAX_TARGETS } from '../../domain/target.js'
import { DecimalScalar } from '../../platform/graphql/scalars.js'
import { BatchModeEnum } from '../../platform/graphql/batch.js'
import type { BatchMode } from '../../platform/database/batch.js'
import { PeriodInput } from '../calendar/calendar.inputs.js'

const AMOUNT = 'How much.'
const CARRY_FORWARD =
  'True: also for the periods after it, until one that is set. False: for this period only; after it holds again what did before.'

@InputType()
export abstract class TargetKeyInput {
  @Field(() => ID, { description: 'Of which metric.' })
  metricId: string

  @Field(() => ID, { nullable: true, description: 'Of which node. Either this or `userId`.' })
  nodeId?: string | null

  @Field(() => ID, { nullable: true, description: 'Of which person. Either this or `nodeId`.' })
  userId?: string | null

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'For which period. Left out or null: the one that is running.',
  })
  period?: PeriodInput | null

  @Field(() => Boolean, { defaultValue: true, description: CARRY_FORWARD })
  carryForward: boolean
}

@InputType('ResetTargetInput', { description: 'Which target is to come from below again.' })
export class ResetTargetInput extends TargetKeyInput {
  @Field(() => Int, { defaultValue: 0, description: 'The `version` of the target that you read.' })
  expectedVersion: number
}

@InputType('SetTargetInput', { description: 'What a node or a person is to reach.' })
export class SetTargetInput extends TargetKeyInput {
  @Field(() => DecimalScalar, { description: AMOUNT })
  amount: string

  @Field(() => Int, {
    defaultValue: 0,
    description: 'The `version` of the target that you read; 0, also when left out: nothing was set yet.',
  })
  expectedVersion: number
}

@InputType('SetTargetsItemInput', { description: 'What a node or a person is to reach.' })
export class SetTargetsItemInput extends TargetKeyInput {
  @Field(() => DecimalScalar, { description: AMOUNT })
  amount: string

  @Field(() => Int, {
    nullable: true,
    description:
      'The `version` of the target that you read; 0: nothing was set yet. Left out or null: whatever was set is replaced.',
  })
  expectedVersion?: number | null
}

@InputType('SetTargetsInput', { description: 'What nodes and people are to reach.' })
export class SetTargetsInput {
  @Field(() => BatchModeEnum, { description: 'What becomes of the call when some items are wrong.' })
  mode: BatchMode

  @Field(() => Boolean, { defaultValue: false, description: 'True: answers the same and writes nothing.' })
  dryRun: boolean

  @Field(() => [SetTargetsItemInput], { description: `The targets, at most ${MAX_TARGETS}.` })
  items: SetTargetsItemInput[]
}

@InputType('CopyTargetsInput', { description: 'Which targets are to hold in another period as well.' })
export class CopyTargetsInput {
  @Field(() => ID, { description: 'The node whose targets are copied.' })
  nodeId: string

  @Field(() => PeriodInput, {
    description:
      'From which period, such as `{frequency: MONTHLY, offset: -1}` for the last month. Its `frequency` must be given: targets of that frequency are copied.',
  })
  fromPeriod: PeriodInput

  @Field(() => PeriodInput, {
    description: 'To which period, of the same frequency. With nothing given: the one that is running.',
  })
  toPeriod: PeriodInput

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'By how much the copies differ, from "-100" to "1000": "10" is a tenth more, "-5" a twentieth less. Left out or null: not at all.',
  })
  changePercent?: string | null

  @Field(() => Int, {
    defaultValue: 2,
    description:
      'With `changePercent`: to how many digits after the point the copies are rounded, 0 to 6; a half goes away from zero.',
  })
  decimals: number

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Also what is set on the nodes below, and for the people of its teams. False: on the node alone.',
  })
  includeBelow: boolean

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether targets that were set for `toPeriod` itself are replaced. False: they stay.',
  })
  replace: boolean
}
