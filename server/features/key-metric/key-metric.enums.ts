import { registerEnumType } from 'type-graphql'
import { KEY_METRIC_STATUSES } from '../../domain/effective-key-metric.js'
import { TRACE_OUTCOMES } from '../../domain/explain.js'
import { KEY_METRIC_LOCKS, LOCK_PRESETS, RULE_EFFECTS, RULE_REACHES } from '../../domain/key-metric-rule.js'
import { DORMANCY_REASONS } from '../../domain/rule-application.js'
import { enumOf } from '../../platform/graphql/enum.js'

export const RuleEffectEnum = enumOf(RULE_EFFECTS)
registerEnumType(RuleEffectEnum, {
  name: 'KeyMetricRuleEffect',
  description: 'What a rule does to the metric.',
  valuesConfig: {
    ADD: { description: 'In force here and below.' },
    HIDE: { description: 'Not in force here and below.' },
    OVERRIDE: { description: 'Changes kind, label or position; never makes a metric appear.' },
  },
})

export const RuleReachEnum = enumOf(RULE_REACHES)
registerEnumType(RuleReachEnum, {
  name: 'KeyMetricRuleReach',
  description: 'How far down a rule reaches.',
  valuesConfig: {
    NODE_AND_BELOW: { description: 'The node and everything below it.' },
    NODE_ONLY: { description: 'The node alone; nothing of it is inherited.' },
  },
})

export const KeyMetricLockEnum = enumOf(KEY_METRIC_LOCKS)
registerEnumType(KeyMetricLockEnum, {
  name: 'KeyMetricLockAspect',
  description: 'What nodes below the holder of a lock may not do.',
  valuesConfig: {
    ADD: { description: 'They may not add the metric.' },
    HIDE: { description: 'They may not hide the metric, nor keep it out by not inheriting.' },
    KIND: { description: 'They may not change its kind.' },
    LABEL: { description: 'They may not change its label.' },
    POSITION: { description: 'They may not change its position.' },
  },
})

export const LockPresetEnum = enumOf(LOCK_PRESETS)
registerEnumType(LockPresetEnum, {
  name: 'KeyMetricLockPreset',
  description: 'The named combinations of locks.',
  valuesConfig: {
    NONE: { description: 'No locks: nodes below may do as they like.' },
    MANDATORY: { description: 'Nodes below cannot hide it.' },
    FROZEN: { description: 'Nodes below can change nothing about it.' },
    FORBIDDEN: { description: 'Hidden here, and nodes below cannot add it.' },
  },
})

export const KeyMetricStatusEnum = enumOf(KEY_METRIC_STATUSES)
registerEnumType(KeyMetricStatusEnum, {
  name: 'KeyMetricStatus',
  description: 'Why a metric is, or is not, in force on a node.',
  valuesConfig: {
    OWN: { description: 'In force; defined on this node.' },
    INHERITED: { description: 'In force; comes from above.' },
    REINSTATED: { description: 'In force; hidden in between and shown again by this node.' },
    HIDDEN_AT: { description: 'Not in force; `at` hides it.' },
    BLOCKED_AT: { description: 'Not in force; `at` does not inherit.' },
    ARCHIVED: { description: 'Not in force; the metric is archived.' },
    NOT_CONFIGURED: { description: 'Not in force; no rule on the path adds it.' },
  },
})

export const DormancyReasonEnum = enumOf(DORMANCY_REASONS)
registerEnumType(DormancyReasonEnum, {
  name: 'KeyMetricRuleDormancyReason',
  description: 'Why a rule does nothing at the moment.',
  valuesConfig: {
    LOCKED_BY: { description: 'A node above locked what the rule would do.' },
    NOTHING_TO_HIDE: { description: 'It hides what is not in force here anyway.' },
    NOTHING_TO_OVERRIDE: { description: 'It changes what is not in force here.' },
  },
})

export const TraceOutcomeEnum = enumOf(TRACE_OUTCOMES)
registerEnumType(TraceOutcomeEnum, {
  name: 'KeyMetricTraceOutcome',
  description: 'What one node did to the metric on its way down.',
  valuesConfig: {
    ADDED: { description: 'Added it, first on the path.' },
    REINSTATED: { description: 'Showed it again after something above had hidden it.' },
    PINNED: { description: 'Added what was inherited anyway, so that it stays.' },
    HIDDEN: { description: 'Hid it.' },
    FORBIDDEN: { description: 'Was without it and forbids it below.' },
    OVERRIDDEN: { description: 'Changed its kind, label or position.' },
    DORMANT: { description: 'Has a rule that does nothing; `dormancy` says why.' },
    INHERITED: { description: 'Let it pass.' },
    BLOCKED: { description: 'Does not inherit, and so kept it out.' },
    ABSENT: { description: 'Was without it, and says nothing of it.' },
  },
})
