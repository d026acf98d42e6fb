import { Field, ID, InputType, Int } from 'type-graphql'
import type { Frequency, KeyMetricKind, MetricDirection } from '../../domain/metric.js'
import { FrequencyEnum } from '../calendar/frequency.enum.js'
import { KeyMetricKindEnum, MetricDirectionEnum } from './metric.type.js'

const KEEP = 'Left out or null: it stays as it is.'

@InputType('CreateMetricInput', {
  description: 'A new entry of the catalogue. It is in force nowhere until it is added.',
})
export class CreateMetricInput {
  @Field(() => String, {
    description: '1 to 40 of A-Z, 0-9 and _, beginning with a letter. Unique, and for ever.',
  })
  key: string

  @Field(() => String, { description: 'The name as it is shown; 1 to 120 characters.' })
  name: string

  @Field(() => String, { nullable: true, description: 'What it measures and how; at most 2,000 characters.' })
  description: string | null

  @Field(() => String, {
    description: 'COUNT, CURRENCY, PERCENT, DURATION, or your own unit in your own words.',
  })
  unit: string

  @Field(() => MetricDirectionEnum, { defaultValue: 'INCREASE', description: 'Which way is better.' })
  direction: MetricDirection

  @Field(() => KeyMetricKindEnum, { description: 'Its kind wherever no rule says otherwise.' })
  defaultKind: KeyMetricKind
}

@InputType('UpdateMetricInput', { description: 'What to change of a metric. The key never changes.' })
export class UpdateMetricInput {
  @Field(() => ID, { description: 'Which metric.' })
  metricId: string

  @Field(() => String, { nullable: true, description: `The new name. ${KEEP}` })
  name: string | null

  @Field(() => String, { nullable: true, description: `The new description. ${KEEP}` })
  description: string | null

  @Field(() => String, { nullable: true, description: `The new unit. ${KEEP}` })
  unit: string | null

  @Field(() => MetricDirectionEnum, { nullable: true, description: `Which way is better. ${KEEP}` })
  direction: MetricDirection | null

  @Field(() => KeyMetricKindEnum, { nullable: true, description: `The new default kind. ${KEEP}` })
  defaultKind: KeyMetricKind | null

  @Field(() => Int, { description: 'The `version` you read.' })
  expectedVersion: number
}

@InputType('ArchiveMetricInput', { description: 'Which metric to take out of use, everywhere at once.' })
export class ArchiveMetricInput {
  @Field(() => ID, { description: 'Which metric.' })
  metricId: string

  @Field(() => Int, { description: 'The `version` you read.' })
  expectedVersion: number
}

@InputType('RestoreMetricInput', { description: 'Which archived metric to take into use again.' })
export class RestoreMetricInput {
  @Field(() => ID, { description: 'Which metric.' })
  metricId: string

  @Field(() => Int, { description: 'The `version` you read.' })
  expectedVersion: number
}

@InputType('SetTrackingFrequencyInput', { description: 'How often the company tracks one kind from now on.' })
export class SetTrackingFrequencyInput {
  @Field(() => KeyMetricKindEnum, { description: 'Of which kind.' })
  kind: KeyMetricKind

  @Field(() => FrequencyEnum, { description: 'How often.' })
  frequency: Frequency

  @Field(() => Int, { description: 'The `version` of the company that you read.' })
  expectedVersion: number
}
