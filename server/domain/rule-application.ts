import { ATTRIBUTES, LOCK_OF, type KeyMetricLock, type KeyMetricRule } from './key-metric-rule.js'
import type { OrgNode } from './org-node.js'
import type { MetricState } from './resolution-state.js'

export const DORMANCY_REASONS = ['LOCKED_BY', 'NOTHING_TO_HIDE', 'NOTHING_TO_OVERRIDE'] as const

/** Why a stored rule does nothing at the moment. It wakes by itself when what silenced it goes. */
export type Dormancy =
  | { readonly reason: 'LOCKED_BY'; readonly by: string; readonly lock: KeyMetricLock }
  | { readonly reason: 'NOTHING_TO_HIDE' | 'NOTHING_TO_OVERRIDE'; readonly by: null; readonly lock: null }

export type RuleOutcome =
  'ADDED' | 'REINSTATED' | 'PINNED' | 'HIDDEN' | 'FORBIDDEN' | 'OVERRIDDEN' | 'DORMANT'

export interface Application {
  readonly state: MetricState
  readonly outcome: RuleOutcome
  readonly dormancy: Dormancy | null
}

/** One rule applied to what its node received from above. `before` is unchanged; a dormant rule returns it as it is. */
export function applyRule(before: MetricState, rule: KeyMetricRule, node: OrgNode): Application {
  const dormancy = dormancyOf(before, rule)
  if (dormancy) return { state: before, outcome: 'DORMANT', dormancy }
  const stated = withLocks(withAttributes(before, rule), rule)
  switch (rule.effect) {
    case 'ADD':
      return { state: added(stated, node), outcome: additionOutcome(before), dormancy: null }
    case 'HIDE':
      return { state: hidden(stated, node), outcome: before.visible ? 'HIDDEN' : 'FORBIDDEN', dormancy: null }
    case 'OVERRIDE':
      return { state: stated, outcome: 'OVERRIDDEN', dormancy: null }
  }
}

function dormancyOf({ visible, locks }: MetricState, rule: KeyMetricRule): Dormancy | null {
  if (rule.effect === 'OVERRIDE') {
    return visible ? silencedOverride(locks, rule) : { reason: 'NOTHING_TO_OVERRIDE', by: null, lock: null }
  }
  const holder = locks[rule.effect]
  if (holder !== undefined) return { reason: 'LOCKED_BY', by: holder, lock: rule.effect }
  if (rule.effect === 'HIDE' && !visible && !rule.locks.includes('ADD')) {
    return { reason: 'NOTHING_TO_HIDE', by: null, lock: null }
  }
  return null
}

/** An override does nothing once every attribute it states is locked, unless it holds locks itself. */
function silencedOverride(locks: MetricState['locks'], rule: KeyMetricRule): Dormancy | null {
  if (rule.locks.length > 0) return null
  const stated = ATTRIBUTES.filter((attribute) => rule[attribute] !== null)
  const [first] = stated
  if (first === undefined || stated.some((attribute) => locks[LOCK_OF[attribute]] === undefined)) return null
  return { reason: 'LOCKED_BY', by: locks[LOCK_OF[first]]!, lock: LOCK_OF[first] }
}

/** The nearest non-null value wins, unless a node above locked the attribute. */
function withAttributes(
  state: MetricState,
  { nodeId: from, kind, label, position }: KeyMetricRule,
): MetricState {
  const { locks } = state
  return {
    ...state,
    kind: kind !== null && locks.KIND === undefined ? { value: kind, from } : state.kind,
    label: label !== null && locks.LABEL === undefined ? { value: label, from } : state.label,
    position: position !== null && locks.POSITION === undefined ? { value: position, from } : state.position,
  }
}

function withLocks(state: MetricState, rule: KeyMetricRule): MetricState {
  if (rule.locks.length === 0) return state
  const own = Object.fromEntries(rule.locks.map((lock) => [lock, rule.nodeId]))
  return { ...state, locks: { ...own, ...state.locks } }
}

function additionOutcome({ visible, definedAt }: MetricState): RuleOutcome {
  if (visible) return 'PINNED'
  return definedAt === null ? 'ADDED' : 'REINSTATED'
}

function added(state: MetricState, node: OrgNode): MetricState {
  const reinstatedAt = !state.visible && state.definedAt !== null ? node.id : state.reinstatedAt
  return { ...state, visible: true, definedAt: state.definedAt ?? node, reinstatedAt }
}

/** What was invisible before keeps the reason it had; forbidding something unknown hides it here. */
function hidden(state: MetricState, node: OrgNode): MetricState {
  if (!state.visible && state.absence.status !== 'NOT_CONFIGURED') return state
  return { ...state, visible: false, absence: { status: 'HIDDEN_AT', at: node.id } }
}
