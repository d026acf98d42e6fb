import { Field, ObjectType } from 'type-graphql'
import type { Frequency, KeyMetricKind } from '../../domain/metric.js'
import { FrequencyEnum } from '../calendar/frequency.enum.js'
import type { Question } from '../diagnosis/diagnosis.loaders.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import { KeyMetricKindEnum, MetricType } from '../metric/metric.type.js'

@ObjectType('PageKeyMetric', {
  simpleResolvers: true,
  description: 'A key metric as a page shows it, with its numbers.',
})
export class PageKeyMetricType {
  @Field(() => MetricType, { description: 'The entry of the catalogue.' })
  metric: MetricType

  @Field(() => String, { description: 'What it is called on the node.' })
  label: string

  @Field(() => KeyMetricKindEnum, { description: 'Its kind on the node.' })
  kind: KeyMetricKind

  @Field(() => FrequencyEnum, { description: 'How often the company tracks this kind.' })
  frequency: Frequency

  keyMetric: EffectiveRow
  question: Question
  userId: string | null
}

/** What is read of `question`, of one metric: of the person, or of the node where there is none. */
export function pageRowOf(
  keyMetric: EffectiveRow,
  question: Question,
  userId: string | null,
): PageKeyMetricType {
  const { metric, kind, frequency, metricId } = keyMetric
  const label = keyMetric.label ?? metric.name
  return { metric, label, kind, frequency, keyMetric, question: { ...question, metricId }, userId }
}
