import { DomainError } from './errors.js'
import {
  ATTRIBUTES,
  LOCK_OF,
  NO_ATTRIBUTES,
  PRESET_LOCKS,
  isEmptyOverride,
  type KeyMetricLock,
  type KeyMetricRule,
  type LockPreset,
  type RuleAttributes,
  type RuleContent,
  type RuleReach,
} from './key-metric-rule.js'
import type { OrgNode } from './org-node.js'
import type { MetricState } from './resolution-state.js'
import { applyRule } from './rule-application.js'

/** What a change of one node's rule on one metric starts from. */
export interface Situation {
  readonly node: OrgNode
  readonly nodeName: string
  readonly metricId: string
  readonly metricName: string
  readonly isArchived: boolean
  /** What the node receives from above, its own rule apart. */
  readonly received: MetricState
  readonly own: KeyMetricRule | null
  readonly nameOf: (nodeId: string) => string
}

/** Undefined leaves an attribute as it is, null lets it fall through to the level above. */
export type AttributeChanges = Partial<RuleAttributes>

/** The rule that adds the metric. @throws DomainError ALREADY_EFFECTIVE or HIDDEN_HERE unless `pin`. */
export function addition(
  situation: Situation,
  changes: AttributeChanges & { readonly reach?: RuleReach; readonly pin?: boolean },
): RuleContent {
  assertNotArchived(situation)
  const { own, received, metricName, nodeName } = situation
  const { pin = false, reach = 'NODE_AND_BELOW', ...attributes } = changes
  if (own?.effect === 'ADD') return repeatedAddition(situation, own, { ...attributes, reach: changes.reach })
  if (received.visible && !pin) {
    const origin = originOf(situation)
    if (own?.effect === 'HIDE') {
      const message = `“${metricName}” comes from ${origin} and ${nodeName} hides it: remove that rule to show it again.`
      throw new DomainError('HIDDEN_HERE', message, ['metricId'])
    }
    const message = `“${metricName}” is in force on ${nodeName} already: it comes from ${origin}. Pass pin to keep it here whatever happens above.`
    throw new DomainError('ALREADY_EFFECTIVE', message, ['metricId'])
  }
  const kept = own?.effect === 'OVERRIDE' ? own : { ...NO_ATTRIBUTES, locks: [] }
  return { effect: 'ADD', ...merged(kept, attributes), reach, locks: kept.locks }
}

function repeatedAddition(
  situation: Situation,
  own: KeyMetricRule,
  { reach = own.reach, ...attributes }: AttributeChanges & { readonly reach?: RuleReach },
): RuleContent {
  const wanted = merged(own, attributes)
  if (reach === own.reach && ATTRIBUTES.every((name) => wanted[name] === own[name])) return own
  const { metricName, nodeName } = situation
  const message = `“${metricName}” is on ${nodeName} already, by its own rule. Use overrideKeyMetric to change how it shows.`
  throw new DomainError('ALREADY_EFFECTIVE', message, ['metricId'])
}

/** The rule that hides what is inherited. @throws DomainError NOT_EFFECTIVE for what the node itself added. */
export function hiding({ own, received, metricName, nodeName }: Situation, reach?: RuleReach): RuleContent {
  if (own?.effect === 'ADD' && !received.visible) {
    const message = `“${metricName}” is on ${nodeName} by its own rule, not inherited: remove that rule instead.`
    throw new DomainError('NOT_EFFECTIVE', message, ['metricId'])
  }
  const kept = own?.effect === 'HIDE' ? own : { reach: 'NODE_AND_BELOW' as const, locks: [] }
  return { effect: 'HIDE', ...NO_ATTRIBUTES, reach: reach ?? kept.reach, locks: kept.locks }
}

/** The rule that shows the metric differently here; null when nothing is left to say. */
export function overriding(
  situation: Situation,
  { reach, ...changes }: AttributeChanges & { readonly reach?: RuleReach },
): RuleContent | null {
  const base = visibleBase(situation)
  assertUnlocked(situation, changes)
  const content = {
    effect: base.effect,
    ...merged(base, changes),
    reach: reach ?? base.reach,
    locks: base.locks,
  }
  return isEmptyOverride(content) && situation.own !== null ? null : content
}

/** The rule with the locks of a preset; null when nothing is left to say. */
export function locking(situation: Situation, preset: LockPreset): RuleContent | null {
  const locks = PRESET_LOCKS[preset]
  if (preset === 'FORBIDDEN') return { effect: 'HIDE', ...NO_ATTRIBUTES, reach: 'NODE_AND_BELOW', locks }
  if (preset === 'NONE') return unlocked(situation, locks)
  const { effect, kind, label, position, reach } = visibleBase(situation)
  return { effect, kind, label, position, reach, locks }
}

function unlocked({ own, received }: Situation, locks: readonly KeyMetricLock[]): RuleContent | null {
  if (own === null) return null
  const content = { ...own, locks }
  const nothingLeft = own.effect === 'HIDE' ? !received.visible : isEmptyOverride(content)
  return nothingLeft ? null : content
}

const OVERRIDE_NOTHING: RuleContent = {
  effect: 'OVERRIDE',
  ...NO_ATTRIBUTES,
  reach: 'NODE_AND_BELOW',
  locks: [],
}

/** The node's own rule, or an override that says nothing yet. @throws DomainError HIDDEN_HERE. */
function visibleBase({ own, metricName, nodeName }: Situation): RuleContent {
  if (own?.effect !== 'HIDE') return own ?? OVERRIDE_NOTHING
  const message = `${nodeName} hides “${metricName}”: remove that rule first.`
  throw new DomainError('HIDDEN_HERE', message, ['metricId'])
}

function merged(base: RuleAttributes, changes: AttributeChanges): RuleAttributes {
  const { kind = base.kind, label = base.label, position = base.position } = changes
  return { kind, label, position }
}

function assertUnlocked({ received, nameOf }: Situation, changes: AttributeChanges): void {
  for (const name of ATTRIBUTES) {
    const holder = received.locks[LOCK_OF[name]]
    if (holder === undefined || changes[name] === undefined || changes[name] === null) continue
    throw new DomainError('LOCKED', `${nameOf(holder)} locked the ${name}: ask its admin to unlock it.`, [
      name,
    ])
  }
}

/** A rule that would do nothing is refused. @throws DomainError LOCKED or NOT_EFFECTIVE saying why. */
export function assertTakesEffect(situation: Situation, content: RuleContent): void {
  const { node, nodeName, metricId, metricName, received, nameOf } = situation
  assertNotArchived(situation)
  if (content.effect === 'ADD') assertUnlocked(situation, content)
  const { dormancy } = applyRule(received, { ...content, id: '', nodeId: node.id, metricId }, node)
  if (dormancy === null) return
  if (dormancy.reason === 'LOCKED_BY') {
    const message = `${nameOf(dormancy.by)} locked ${dormancy.lock} of “${metricName}” for everything below it: ask its admin to unlock it.`
    throw new DomainError('LOCKED', message, ['metricId'])
  }
  const verb = content.effect === 'HIDE' ? 'hide' : 'override'
  const message = `“${metricName}” is not in force on ${nodeName}, so there is nothing to ${verb}.`
  throw new DomainError('NOT_EFFECTIVE', message, ['metricId'])
}

function assertNotArchived({ isArchived, metricName }: Situation): void {
  if (!isArchived) return
  const message = `“${metricName}” is archived and in force nowhere: restore it first.`
  throw new DomainError('NOT_EFFECTIVE', message, ['metricId'])
}

function originOf({ received, nameOf }: Situation): string {
  return received.definedAt ? nameOf(received.definedAt.id) : 'above'
}
