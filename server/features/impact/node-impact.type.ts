import { Field, Int, ObjectType } from 'type-graphql'
import type { EffectiveStatus } from '../../domain/effective-key-metric.js'
import type { KeyMetricAspect, NodeFate } from '../../domain/impact.js'
import type { KeyMetricLock, RuleEffect } from '../../domain/key-metric-rule.js'
import type { KeyMetricKind } from '../../domain/metric.js'
import { KeyMetricLockEnum, KeyMetricStatusEnum, RuleEffectEnum } from '../key-metric/key-metric.enums.js'
import { DormancyType } from '../key-metric/key-metric.type.js'
import { KeyMetricKindEnum, MetricType } from '../metric/metric.type.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { KeyMetricAspectEnum, NodeFateEnum } from './impact.enums.js'

@ObjectType('ShownKeyMetric', {
  simpleResolvers: true,
  description: 'How a node shows a key metric, before a change or after it.',
})
export class ShownKeyMetricType {
  @Field(() => KeyMetricKindEnum, { description: 'Its kind.' })
  kind: KeyMetricKind

  @Field(() => String, { description: 'What it is called.' })
  label: string

  @Field(() => Int, { description: 'Its place in display order, from 1.' })
  place: number

  @Field(() => KeyMetricStatusEnum, { description: 'OWN, INHERITED or REINSTATED.' })
  status: EffectiveStatus

  @Field(() => OrgNodeType, { description: 'The node that first added it.' })
  definedAt: OrgNodeType

  @Field(() => [KeyMetricLockEnum], { description: 'What nodes below may not do with it.' })
  locks: readonly KeyMetricLock[]
}

@ObjectType('KeyMetricImpact', {
  simpleResolvers: true,
  description: 'What becomes of one key metric on one node.',
})
export class KeyMetricImpactType {
  @Field(() => MetricType, { description: 'The entry of the catalogue.' })
  metric: MetricType

  @Field(() => ShownKeyMetricType, {
    nullable: true,
    description: 'As it is shown now; null where it appears.',
  })
  before: ShownKeyMetricType | null

  @Field(() => ShownKeyMetricType, {
    nullable: true,
    description: 'As it would be shown; null where it disappears.',
  })
  after: ShownKeyMetricType | null

  @Field(() => [KeyMetricAspectEnum], {
    description: 'In what it is another; empty where it appears or disappears.',
  })
  aspects: readonly KeyMetricAspect[]
}

@ObjectType('KeyMetricRuleImpact', {
  simpleResolvers: true,
  description: 'A rule that stays as it is, and falls asleep or wakes.',
})
export class KeyMetricRuleImpactType {
  @Field(() => MetricType, { description: 'Of which metric it speaks.' })
  metric: MetricType

  @Field(() => RuleEffectEnum, { description: 'What it does when it is awake.' })
  effect: RuleEffect

  @Field(() => DormancyType, {
    description: 'Why it does nothing: up to now where it wakes, from then on where it falls asleep.',
  })
  dormancy: DormancyType
}

@ObjectType('NodeImpact', { simpleResolvers: true, description: 'What becomes of one node.' })
export class NodeImpactType {
  @Field(() => OrgNodeType, {
    description:
      'Which node. Fields of it are those of the present; one that begins is not there yet, and gets another id when it is really created.',
  })
  node: OrgNodeType

  @Field(() => NodeFateEnum, { description: 'What becomes of the node itself.' })
  fate: NodeFate

  @Field(() => [KeyMetricImpactType], { description: 'What comes into force here, in display order.' })
  appears: readonly KeyMetricImpactType[]

  @Field(() => [KeyMetricImpactType], { description: 'What is in force here no more, in display order.' })
  disappears: readonly KeyMetricImpactType[]

  @Field(() => [KeyMetricImpactType], {
    description: 'What stays in force, but otherwise, in display order.',
  })
  changes: readonly KeyMetricImpactType[]

  @Field(() => [KeyMetricRuleImpactType], { description: 'Rules of this node that take effect again.' })
  wakes: readonly KeyMetricRuleImpactType[]

  @Field(() => [KeyMetricRuleImpactType], { description: 'Rules of this node that do nothing any more.' })
  goesDormant: readonly KeyMetricRuleImpactType[]
}
