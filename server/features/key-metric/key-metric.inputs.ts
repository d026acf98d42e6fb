import { Field, ID, InputType, Int } from 'type-graphql'
import type { LockPreset, RuleReach } from '../../domain/key-metric-rule.js'
import type { KeyMetricKind } from '../../domain/metric.js'
import { KeyMetricKindEnum } from '../metric/metric.type.js'
import { LockPresetEnum, RuleReachEnum } from './key-metric.enums.js'

@InputType()
abstract class NodeChange {
  @Field(() => ID, { description: 'On which node: a company, department or team.' })
  nodeId: string

  @Field(() => Int, { description: 'The `version` of the node that you read.' })
  expectedVersion: number
}

@InputType()
abstract class RuleChange extends NodeChange {
  @Field(() => ID, { description: 'Which metric of the catalogue.' })
  metricId: string
}

@InputType('AddKeyMetricInput', { description: 'Which metric to put in force on which node.' })
export class AddKeyMetricInput extends RuleChange {
  @Field(() => KeyMetricKindEnum, {
    nullable: true,
    description: 'Its kind here and below; null: as above, or its default.',
  })
  kind?: KeyMetricKind | null

  @Field(() => String, {
    nullable: true,
    description: 'What to call it here and below; null: as above, or its name.',
  })
  label?: string | null

  @Field(() => Int, {
    nullable: true,
    description: 'Its place among its like, 0 to 9999; null: as above, or last.',
  })
  position?: number | null

  @Field(() => RuleReachEnum, { nullable: true, description: 'How far down; NODE_AND_BELOW when left out.' })
  reach?: RuleReach

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Add it although it is inherited, so that it stays here if a node above hides it or drops it later.',
  })
  pin: boolean
}

@InputType('HideKeyMetricInput', { description: 'Which inherited metric to hide on which node.' })
export class HideKeyMetricInput extends RuleChange {
  @Field(() => RuleReachEnum, { nullable: true, description: 'How far down; NODE_AND_BELOW when left out.' })
  reach?: RuleReach
}

const KEEP = 'Left out: it stays as it is. Null: as above.'

@InputType('OverrideKeyMetricInput', { description: 'How to show a metric differently on a node and below.' })
export class OverrideKeyMetricInput extends RuleChange {
  @Field(() => KeyMetricKindEnum, { nullable: true, description: `Its kind. ${KEEP}` })
  kind?: KeyMetricKind | null

  @Field(() => String, { nullable: true, description: `What to call it; 1 to 120 characters. ${KEEP}` })
  label?: string | null

  @Field(() => Int, { nullable: true, description: `Its place among its like, 0 to 9999. ${KEEP}` })
  position?: number | null

  @Field(() => RuleReachEnum, { nullable: true, description: 'How far down. Left out: it stays as it is.' })
  reach?: RuleReach
}

@InputType('RemoveKeyMetricRuleInput', {
  description: 'Which rule to take back: un-hide, un-add, un-override, unlock.',
})
export class RemoveKeyMetricRuleInput extends RuleChange {}

@InputType('LockKeyMetricInput', { description: 'What nodes below may not do with a metric.' })
export class LockKeyMetricInput extends RuleChange {
  @Field(() => LockPresetEnum, {
    description: 'Which combination of locks; it replaces what was locked here before.',
  })
  preset: LockPreset
}

@InputType('SetKeyMetricInheritanceInput', { description: 'Whether a node starts from what is above it.' })
export class SetKeyMetricInheritanceInput extends NodeChange {
  @Field(() => Boolean, { description: 'False: the node starts from nothing but what is mandatory.' })
  inheritsKeyMetrics: boolean
}
