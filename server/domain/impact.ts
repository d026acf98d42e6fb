import { effectiveKeyMetrics, type EffectiveKeyMetric } from './effective-key-metric.js'
import type { KeyMetricRule } from './key-metric-rule.js'
import type { OrgNode } from './org-node.js'
import { touchedNodes, type OrganisationState } from './organisation-state.js'
import type { Dormancy } from './rule-application.js'

/** In what a metric that stays on a node shows itself differently. */
export const KEY_METRIC_ASPECTS = ['KIND', 'LABEL', 'ORDER', 'ORIGIN', 'LOCKS'] as const
export type KeyMetricAspect = (typeof KEY_METRIC_ASPECTS)[number]

/** A key metric with its place on the node, from 1. */
export interface PlacedKeyMetric {
  readonly keyMetric: EffectiveKeyMetric
  readonly place: number
}

export interface KeyMetricImpact {
  readonly metricId: string
  /** Null where it appears. */
  readonly before: PlacedKeyMetric | null
  /** Null where it disappears. */
  readonly after: PlacedKeyMetric | null
  /** None where it appears or disappears. */
  readonly aspects: readonly KeyMetricAspect[]
}

export interface ShownImpact {
  readonly appears: readonly KeyMetricImpact[]
  readonly disappears: readonly KeyMetricImpact[]
  readonly changes: readonly KeyMetricImpact[]
}

/** A rule that is there before and after, and silenced in one of the two: by this. */
export interface RuleImpact {
  readonly rule: KeyMetricRule
  readonly dormancy: Dormancy
}

export const NODE_FATES = ['STAYS', 'MOVES', 'BEGINS', 'ENDS'] as const
export type NodeFate = (typeof NODE_FATES)[number]

export interface NodeImpact extends ShownImpact {
  /** As it is after the change; before it, where it ends. */
  readonly node: OrgNode
  readonly fate: NodeFate
  readonly wakes: readonly RuleImpact[]
  readonly goesDormant: readonly RuleImpact[]
}

/**
 * What is different on which nodes, from the company down: a node on which nothing is, is not among them. One after
 * the other, so that who has others to serve can pause between them.
 */
export function* impactOf(before: OrganisationState, after: OrganisationState): Generator<NodeImpact> {
  for (const id of touchedNodes(before, after)) {
    const impact = impactOn(id, before, after)
    if (isFelt(impact)) yield impact
  }
}

function impactOn(id: string, before: OrganisationState, after: OrganisationState): NodeImpact {
  const [was, is] = [before.nodes.get(id), after.nodes.get(id)]
  return {
    node: (is ?? was)!,
    fate: fateOf(was, is),
    ...shownImpact(shownOn(before, id), shownOn(after, id)),
    wakes: silencedOnlyIn(id, before, after),
    goesDormant: silencedOnlyIn(id, after, before),
  }
}

function isFelt({ fate, appears, disappears, changes, wakes, goesDormant }: NodeImpact): boolean {
  return (
    fate !== 'STAYS' || [appears, disappears, changes, wakes, goesDormant].some((list) => list.length > 0)
  )
}

function fateOf(was: OrgNode | undefined, is: OrgNode | undefined): NodeFate {
  if (was === undefined) return 'BEGINS'
  if (is === undefined) return 'ENDS'
  return was.parentId === is.parentId ? 'STAYS' : 'MOVES'
}

/** Nothing on a node that is not there, and for null, which is none. */
export function shownOn(
  { resolution, metrics }: OrganisationState,
  nodeId: string | null,
): EffectiveKeyMetric[] {
  const resolved = nodeId === null ? null : resolution(nodeId)
  return resolved === null ? [] : effectiveKeyMetrics(resolved, metrics)
}

/** The difference of two lists of key metrics, each in display order. */
export function shownImpact(
  was: readonly EffectiveKeyMetric[],
  is: readonly EffectiveKeyMetric[],
): ShownImpact {
  const [had, has] = [byMetric(was), byMetric(is)]
  const [rankBefore, rankAfter] = [ranksAmong(has, had), ranksAmong(had, has)]
  const impacts = [...new Map([...had, ...has]).keys()].map((metricId): KeyMetricImpact => {
    const [before, after] = [had.get(metricId) ?? null, has.get(metricId) ?? null]
    const isReordered = rankBefore.get(metricId) !== rankAfter.get(metricId)
    const aspects = before && after ? aspectsOf(before.keyMetric, after.keyMetric, isReordered) : []
    return { metricId, before, after, aspects }
  })
  return {
    appears: impacts.filter(({ before }) => before === null).sort(byPlace('after')),
    disappears: impacts.filter(({ after }) => after === null).sort(byPlace('before')),
    changes: impacts.filter(({ aspects }) => aspects.length > 0).sort(byPlace('after')),
  }
}

function byPlace(side: 'before' | 'after') {
  return (a: KeyMetricImpact, b: KeyMetricImpact) => (a[side]?.place ?? 0) - (b[side]?.place ?? 0)
}

type Placed = ReadonlyMap<string, PlacedKeyMetric>

function byMetric(list: readonly EffectiveKeyMetric[]): Placed {
  return new Map(list.map((keyMetric, index) => [keyMetric.metricId, { keyMetric, place: index + 1 }]))
}

/** The place of each among those that stay, so that one that comes or goes does not reorder what is below it. */
function ranksAmong(others: Placed, list: Placed): ReadonlyMap<string, number> {
  const staying = [...list.keys()].filter((metricId) => others.has(metricId))
  return new Map(staying.map((metricId, rank) => [metricId, rank]))
}

function aspectsOf(a: EffectiveKeyMetric, b: EffectiveKeyMetric, isReordered: boolean): KeyMetricAspect[] {
  const differs: Record<KeyMetricAspect, boolean> = {
    KIND: a.kind !== b.kind,
    LABEL: a.label !== b.label,
    ORDER: isReordered,
    ORIGIN: a.definedAt !== b.definedAt || a.status !== b.status,
    LOCKS: locksOf(a) !== locksOf(b),
  }
  return KEY_METRIC_ASPECTS.filter((aspect) => differs[aspect])
}

function locksOf({ locks }: EffectiveKeyMetric): string {
  return locks.map(({ lock, setAt }) => `${lock} ${setAt}`).join()
}

/** The rules of a node that are silenced in the one state, and say the same in the other without being silenced. */
function silencedOnlyIn(id: string, one: OrganisationState, other: OrganisationState): RuleImpact[] {
  const dormant = one.resolution(id)?.dormant ?? new Map<string, Dormancy>()
  const awake = other.resolution(id)
  return (one.nodes.get(id)?.rules ?? []).flatMap((rule) => {
    const dormancy = dormant.get(rule.id)
    const counterpart = other.nodes.get(id)?.rules.find((each) => each.id === rule.id)
    const isSame = counterpart?.effect === rule.effect && awake?.dormant.has(rule.id) === false
    return dormancy && isSame ? [{ rule, dormancy }] : []
  })
}

const SEEN_AT_HOME: readonly KeyMetricAspect[] = ['KIND', 'LABEL', 'ORDER']

/** Whether people see other key metrics, or see them otherwise: where they come from and what is locked does not count. */
export function isOtherHome({ appears, disappears, changes }: ShownImpact): boolean {
  const isSeen = ({ aspects }: KeyMetricImpact) => aspects.some((aspect) => SEEN_AT_HOME.includes(aspect))
  return appears.length > 0 || disappears.length > 0 || changes.some(isSeen)
}
