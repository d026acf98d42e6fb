import { Field, ID, InputType, Int } from 'type-graphql'
import type { Formula } from '../../domain/metric-value.js'
import { MetricFormulaKindEnum } from './metric-formula.type.js'

const OF_ACTIVITIES = 'Of COUNT, SUM and AVERAGE; left out of a RATIO.'
const OF_METRICS = 'Of a RATIO, and computed as COUNT or SUM; left out of other kinds.'

@InputType('MetricFormulaInput', { description: 'How to compute a metric.' })
export class MetricFormulaInput {
  @Field(() => MetricFormulaKindEnum, { description: 'How it is computed.' })
  kind: Formula['kind']

  @Field(() => [ID], {
    nullable: true,
    description: `Which activity types to take, at least one. ${OF_ACTIVITIES}`,
  })
  activityTypeIds: string[] | null

  @Field(() => String, {
    nullable: true,
    description: `Take only activities with this label, 1 to 120 characters; null: whatever their label. ${OF_ACTIVITIES}`,
  })
  label: string | null

  @Field(() => ID, { nullable: true, description: `Which metric to divide. ${OF_METRICS}` })
  numeratorMetricId: string | null

  @Field(() => ID, { nullable: true, description: `Which metric to divide by. ${OF_METRICS}` })
  denominatorMetricId: string | null
}

@InputType()
abstract class MetricChange {
  @Field(() => ID, { description: 'Which metric.' })
  metricId: string

  @Field(() => Int, { description: 'The `version` of the metric that you read.' })
  expectedVersion: number
}

@InputType('SetMetricFormulaInput', { description: 'Which metric to compute from activities, and how.' })
export class SetMetricFormulaInput extends MetricChange {
  @Field(() => MetricFormulaInput, {
    description: 'The whole formula: it takes the place of the one before.',
  })
  formula: MetricFormulaInput
}

@InputType('RemoveMetricFormulaInput', {
  description: 'Which metric not to compute from activities any more.',
})
export class RemoveMetricFormulaInput extends MetricChange {}
