import { compare } from '../../domain/compare.js'
import type { EffectiveStatus } from '../../domain/effective-key-metric.js'
import type {
  KeyMetricAspect,
  KeyMetricImpact,
  NodeFate,
  NodeImpact,
  PlacedKeyMetric,
  RuleImpact,
} from '../../domain/impact.js'
import type { KeyMetricLock, RuleEffect } from '../../domain/key-metric-rule.js'
import type { KeyMetricKind } from '../../domain/metric.js'
import { ORG_LEVELS } from '../../domain/org-node.js'
import type { Dormancy } from '../../domain/rule-application.js'
import type { MetricRow } from '../metric/metric.loaders.js'
import type { OrgNodeRow } from '../org/org.loaders.js'
import { loadImpactSight, nodeSeen, type ImpactSight } from './impact-sight.js'
import type { Survey } from './survey.loaders.js'

/** A key metric as a node shows it on one side of a change. */
export interface ShownKeyMetricRow {
  readonly kind: KeyMetricKind
  readonly label: string
  readonly place: number
  readonly status: EffectiveStatus
  readonly definedAt: OrgNodeRow
  readonly locks: readonly KeyMetricLock[]
}

export interface KeyMetricImpactRow {
  readonly metric: MetricRow
  readonly before: ShownKeyMetricRow | null
  readonly after: ShownKeyMetricRow | null
  readonly aspects: readonly KeyMetricAspect[]
}

export interface RuleImpactRow {
  readonly metric: MetricRow
  readonly effect: RuleEffect
  readonly dormancy: Dormancy & { readonly asOf: null }
}

export interface NodeImpactRow {
  readonly node: OrgNodeRow
  readonly fate: NodeFate
  readonly appears: readonly KeyMetricImpactRow[]
  readonly disappears: readonly KeyMetricImpactRow[]
  readonly changes: readonly KeyMetricImpactRow[]
  readonly wakes: readonly RuleImpactRow[]
  readonly goesDormant: readonly RuleImpactRow[]
}

export interface NodesImpact {
  /** All that the viewer sees whole: from the company down, by name. */
  readonly seen: readonly NodeImpact[]
  /** The first of them. */
  readonly rows: readonly NodeImpactRow[]
}

/** A node with many key metrics counts for more: so many lines are listed, of at least one node. */
const MAX_LINES = 1_000

/** No statement. @throws FORBIDDEN for an API key that may not read the organisation. */
export async function loadNodesImpact(
  before: Survey,
  after: Survey,
  { impacts, limit }: { impacts: readonly NodeImpact[]; limit: number },
): Promise<NodesImpact> {
  const sight = await loadImpactSight('see key metrics', before, after)
  const nameOf = ({ node }: NodeImpact) => (after.tree.get(node.id) ?? before.tree.get(node.id))!.name
  const seen = impacts
    .filter(({ node }) => sight.of(node.id) === 'WHOLE')
    .sort((a, b) => compare(levelOf(a), levelOf(b)) || compare(nameOf(a), nameOf(b)))
  const rowOf = rower(before, after, sight)
  return { seen, rows: withinLines(seen.slice(0, limit)).map(rowOf) }
}

function levelOf({ node }: NodeImpact): number {
  return ORG_LEVELS.indexOf(node.level)
}

function withinLines(impacts: readonly NodeImpact[]): NodeImpact[] {
  let lines = 0
  return impacts.filter(({ appears, disappears, changes, wakes, goesDormant }, index) => {
    for (const list of [appears, disappears, changes, wakes, goesDormant]) lines += list.length
    return index === 0 || lines <= MAX_LINES
  })
}

function rower(before: Survey, after: Survey, sight: ImpactSight): (impact: NodeImpact) => NodeImpactRow {
  const metricOf = (id: string) => (after.metrics.get(id) ?? before.metrics.get(id))!
  // Never out of sight: what a node shows comes from itself or from above it.
  const rowOf = (id: string) => nodeSeen(id, before, after, sight)!
  const shown = (placed: PlacedKeyMetric | null): ShownKeyMetricRow | null =>
    placed && {
      ...{ kind: placed.keyMetric.kind, status: placed.keyMetric.status, place: placed.place },
      label: placed.keyMetric.label ?? metricOf(placed.keyMetric.metricId).name,
      definedAt: rowOf(placed.keyMetric.definedAt),
      locks: placed.keyMetric.locks.map(({ lock }) => lock),
    }
  const ofMetric = ({ metricId, aspects, ...sides }: KeyMetricImpact): KeyMetricImpactRow => {
    return { metric: metricOf(metricId), aspects, before: shown(sides.before), after: shown(sides.after) }
  }
  const ofRule = ({ rule, dormancy }: RuleImpact): RuleImpactRow => {
    return { metric: metricOf(rule.metricId), effect: rule.effect, dormancy: { ...dormancy, asOf: null } }
  }
  return ({ node, fate, appears, disappears, changes, wakes, goesDormant }) => ({
    ...{ node: rowOf(node.id), fate },
    ...{
      appears: appears.map(ofMetric),
      disappears: disappears.map(ofMetric),
      changes: changes.map(ofMetric),
    },
    ...{ wakes: wakes.map(ofRule), goesDormant: goesDormant.map(ofRule) },
  })
}
