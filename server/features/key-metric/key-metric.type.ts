import { Field, Int, ObjectType } from 'type-graphql'
import type { EffectiveStatus, KeyMetricStatus } from '../../domain/effective-key-metric.js'
import type { TraceStep } from '../../domain/explain.js'
import type { KeyMetricLock, RuleEffect, RuleReach } from '../../domain/key-metric-rule.js'
import type { Frequency, KeyMetricKind } from '../../domain/metric.js'
import type { Dormancy } from '../../domain/rule-application.js'
import { NodeType } from '../../platform/graphql/node.type.js'
import { DateTimeScalar } from '../../platform/graphql/scalars.js'
import { FrequencyEnum } from '../calendar/frequency.enum.js'
import { KeyMetricKindEnum, MetricType } from '../metric/metric.type.js'
import {
  DormancyReasonEnum,
  KeyMetricLockEnum,
  KeyMetricStatusEnum,
  RuleEffectEnum,
  RuleReachEnum,
  TraceOutcomeEnum,
} from './key-metric.enums.js'

@ObjectType('KeyMetricLock', {
  simpleResolvers: true,
  description: 'A lock, and the top-most node that holds it.',
})
export class KeyMetricLockType {
  @Field(() => KeyMetricLockEnum, { description: 'What nodes below the holder may not do.' })
  lock: KeyMetricLock

  setAt: string
  asOf: Date | null
}

@ObjectType('EffectiveKeyMetric', { simpleResolvers: true, description: 'A metric in force on a node.' })
export class EffectiveKeyMetricType {
  @Field(() => MetricType, { description: 'The entry of the catalogue.' })
  metric: MetricType

  @Field(() => KeyMetricKindEnum, { description: 'Its kind on this node.' })
  kind: KeyMetricKind

  @Field(() => FrequencyEnum, { description: 'How often the company tracks this kind.' })
  frequency: Frequency

  @Field(() => KeyMetricStatusEnum, { description: 'OWN, INHERITED or REINSTATED.' })
  status: EffectiveStatus

  @Field(() => Int, {
    nullable: true,
    description: 'Where a rule put it among its like; null: behind those with one.',
  })
  position: number | null
}

@ObjectType('KeyMetricRuleDormancy', {
  simpleResolvers: true,
  description: 'Why a rule does nothing at the moment. It wakes by itself when that goes.',
})
export class DormancyType {
  @Field(() => DormancyReasonEnum, { description: 'Why.' })
  reason: Dormancy['reason']

  @Field(() => KeyMetricLockEnum, {
    nullable: true,
    description: 'The lock that silences it, with LOCKED_BY.',
  })
  lock: KeyMetricLock | null

  by: string | null
  asOf: Date | null
}

@ObjectType('KeyMetricRule', {
  implements: [NodeType],
  simpleResolvers: true,
  description: 'What one node says of one metric. There is at most one per node and metric.',
})
export class KeyMetricRuleType extends NodeType {
  @Field(() => RuleEffectEnum, { description: 'What it does.' })
  effect: RuleEffect

  @Field(() => KeyMetricKindEnum, {
    nullable: true,
    description: 'The kind it states; null: that of the level above.',
  })
  kind: KeyMetricKind | null

  @Field(() => String, { nullable: true, description: 'The label it states; null: that of the level above.' })
  label: string | null

  @Field(() => Int, { nullable: true, description: 'The position it states; null: that of the level above.' })
  position: number | null

  @Field(() => RuleReachEnum, { description: 'How far down it reaches.' })
  reach: RuleReach

  @Field(() => [KeyMetricLockEnum], { description: 'What it forbids the nodes below.' })
  locks: readonly KeyMetricLock[]

  @Field(() => DateTimeScalar, { description: 'Since when it says this.' })
  validFrom: Date

  metricId: string
  nodeId: string
  dormancy: Dormancy | null
  asOf: Date | null
}

@ObjectType('KeyMetricTraceStep', {
  simpleResolvers: true,
  description: 'What one node of the path did to the metric.',
})
export class TraceStepType {
  @Field(() => TraceOutcomeEnum, { description: 'What it did.' })
  outcome: TraceStep['outcome']

  @Field(() => Boolean, { description: 'Whether the metric is in force on that node (archiving apart).' })
  visible: boolean

  nodeId: string
  ruleId: string | null
  dormancy: Dormancy | null
  asOf: Date | null
}

@ObjectType('KeyMetricStatusReport', {
  simpleResolvers: true,
  description: 'Whether a metric is in force on a node, and each step that led there.',
})
export class KeyMetricStatusReportType {
  @Field(() => MetricType, { description: 'Which metric.' })
  metric: MetricType

  @Field(() => KeyMetricStatusEnum, { description: 'The short answer.' })
  status: KeyMetricStatus

  at: string | null
  trace: readonly TraceStep[]
  asOf: Date | null
}
