import { Field, ObjectType } from 'type-graphql'
import type { KeyMetricStatus } from '../../domain/effective-key-metric.js'
import { connectionType } from '../../platform/graphql/connection.js'
import { KeyMetricStatusEnum } from '../key-metric/key-metric.enums.js'
import { EffectiveKeyMetricType, KeyMetricRuleType } from '../key-metric/key-metric.type.js'
import { MetricType } from '../metric/metric.type.js'

@ObjectType('OverviewKeyMetric', { simpleResolvers: true, description: 'One metric on one node.' })
export class OverviewKeyMetricType {
  @Field(() => MetricType, { description: 'Which metric of the catalogue.' })
  metric: MetricType

  @Field(() => KeyMetricStatusEnum, { description: 'Whether it is in force on the node, and why.' })
  status: KeyMetricStatus

  @Field(() => EffectiveKeyMetricType, {
    nullable: true,
    description:
      'As it is in force: where it comes from, kind, label, and what may not be done with it. Null: it is not.',
  })
  effective: EffectiveKeyMetricType | null

  @Field(() => KeyMetricRuleType, {
    nullable: true,
    description:
      'What the node itself says of it; a dormant rule only where you may change it. Null: nothing.',
  })
  rule: KeyMetricRuleType | null
}

@ObjectType('OverviewNode', {
  simpleResolvers: true,
  description: 'A node with what holds of each metric on it.',
})
export class OverviewNodeType {}

export const OverviewNodeConnection = connectionType('OverviewNode', OverviewNodeType)

@ObjectType('OrganizationOverview', {
  simpleResolvers: true,
  description: 'Every node that you see, and every metric: in force or not, why, and who can change it.',
})
export class OrganizationOverviewType {
  @Field(() => [MetricType], {
    description: 'The metrics, in the order of their keys; those of each node come in the same order.',
  })
  metrics: readonly MetricType[]
}
