import { compare } from './compare.js'
import { KEY_METRIC_LOCKS, type KeyMetricLock } from './key-metric-rule.js'
import { KEY_METRIC_KINDS, type KeyMetricKind, type MetricInForce } from './metric.js'
import { ORG_LEVELS, type OrgNode } from './org-node.js'
import type { NodeResolution } from './resolution.js'
import { UNKNOWN_METRIC, type MetricState } from './resolution-state.js'

export const KEY_METRIC_STATUSES = [
  'OWN',
  'INHERITED',
  'REINSTATED',
  'HIDDEN_AT',
  'BLOCKED_AT',
  'ARCHIVED',
  'NOT_CONFIGURED',
] as const
export type KeyMetricStatus = (typeof KEY_METRIC_STATUSES)[number]
export type EffectiveStatus = Extract<KeyMetricStatus, 'OWN' | 'INHERITED' | 'REINSTATED'>

export interface HeldLock {
  readonly lock: KeyMetricLock
  /** The top-most node that holds it. */
  readonly setAt: string
}

/** A metric in force on a node. `…From` is the node that stated the value, null where it fell through. */
export interface EffectiveKeyMetric {
  readonly metricId: string
  readonly nodeId: string
  readonly kind: KeyMetricKind
  readonly kindFrom: string | null
  readonly label: string | null
  readonly labelFrom: string | null
  readonly position: number | null
  readonly positionFrom: string | null
  readonly definedAt: string
  readonly status: EffectiveStatus
  readonly locks: readonly HeldLock[]
}

type Metrics = ReadonlyMap<string, MetricInForce>

/** The key metrics a node shows, in display order. Archived metrics and those missing from `metrics` are dropped. */
export function effectiveKeyMetrics(resolution: NodeResolution, metrics: Metrics): EffectiveKeyMetric[] {
  const ranked: Ranked[] = []
  for (const [metricId, state] of resolution.shown) {
    const metric = metrics.get(metricId)
    if (metric === undefined || metric.status === 'ARCHIVED') continue
    if (state.visible && state.definedAt !== null)
      ranked.push(rank(resolution.node, metric, state, state.definedAt))
  }
  return ranked.sort(byDisplayOrder).map(({ effective }) => effective)
}

/** Why a metric is, or is not, on a node; `at` is the node responsible for its absence. */
export function keyMetricStatus(
  resolution: NodeResolution,
  metric: MetricInForce,
): { status: KeyMetricStatus; at: string | null } {
  const state = resolution.shown.get(metric.id) ?? UNKNOWN_METRIC
  if (metric.status === 'ARCHIVED') return { status: 'ARCHIVED', at: null }
  if (!state.visible) return state.absence
  return { status: effectiveStatus(resolution.node, state), at: null }
}

interface Ranked {
  readonly effective: EffectiveKeyMetric
  /** Kind, level of definedAt, position, metric key: total, so that every machine gives the same order. */
  readonly order: readonly [number, number, number, string]
}

function rank(node: OrgNode, metric: MetricInForce, state: MetricState, definedAt: OrgNode): Ranked {
  const kind = state.kind?.value ?? metric.defaultKind
  const position = state.position?.value ?? null
  const effective: EffectiveKeyMetric = {
    metricId: metric.id,
    nodeId: node.id,
    kind,
    kindFrom: state.kind?.from ?? null,
    label: state.label?.value ?? null,
    labelFrom: state.label?.from ?? null,
    position,
    positionFrom: state.position?.from ?? null,
    definedAt: definedAt.id,
    status: effectiveStatus(node, state),
    locks: heldLocks(state),
  }
  const level = ORG_LEVELS.indexOf(definedAt.level)
  return { effective, order: [KEY_METRIC_KINDS.indexOf(kind), level, position ?? Infinity, metric.key] }
}

function effectiveStatus(node: OrgNode, state: MetricState): EffectiveStatus {
  if (state.definedAt?.id === node.id) return 'OWN'
  return state.reinstatedAt === node.id ? 'REINSTATED' : 'INHERITED'
}

const NO_LOCKS: readonly HeldLock[] = []

export function heldLocks({ locks }: MetricState): readonly HeldLock[] {
  if (Object.keys(locks).length === 0) return NO_LOCKS
  return KEY_METRIC_LOCKS.flatMap((lock) => {
    const setAt = locks[lock]
    return setAt === undefined ? [] : [{ lock, setAt }]
  })
}

function byDisplayOrder({ order: a }: Ranked, { order: b }: Ranked): number {
  return compare(a[0], b[0]) || compare(a[1], b[1]) || compare(a[2], b[2]) || compare(a[3], b[3])
}
