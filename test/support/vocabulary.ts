import { DomainError } from '../../server/domain/errors.js'
import { effectiveKeyMetrics, type EffectiveKeyMetric } from '../../server/domain/effective-key-metric.js'
import { explainKeyMetric } from '../../server/domain/explain.js'
import {
  NO_ATTRIBUTES,
  type KeyMetricRule,
  type RuleContent,
  type RuleEffect,
} from '../../server/domain/key-metric-rule.js'
import type { MetricInForce } from '../../server/domain/metric.js'
import { pathTo, type OrgLevel, type OrgNode } from '../../server/domain/org-node.js'
import {
  resolveNode,
  resolverOf,
  type NodeConfiguration,
  type NodeResolution,
} from '../../server/domain/resolution.js'

/** A company at one instant: its nodes with what each says, and its catalogue. */
export interface Organisation {
  readonly nodes: readonly NodeConfiguration[]
  readonly metrics: ReadonlyMap<string, MetricInForce>
}

/** `on('OSLO').add('REV', { kind: 'PRIMARY' })`: what one node says of one metric. Its id is 'OSLO ADD REV'. */
export function on(nodeId: string) {
  const say =
    (effect: RuleEffect) =>
    (metricId: string, content: Partial<Omit<RuleContent, 'effect'>> = {}): KeyMetricRule => ({
      ...{ id: `${nodeId} ${effect} ${metricId}`, nodeId, metricId, effect },
      ...{ reach: 'NODE_AND_BELOW', locks: [], ...NO_ATTRIBUTES },
      ...content,
    })
  return { add: say('ADD'), hide: say('HIDE'), override: say('OVERRIDE') }
}

const node = (id: string, level: OrgLevel, parentId: string | null): NodeConfiguration => ({
  ...{ id, level, parentId, inheritsKeyMetrics: true, rules: [] },
})
export const company = (id: string) => node(id, 'COMPANY', null)
export const department = (id: string, { under = 'ACME' } = {}) => node(id, 'DEPARTMENT', under)
export const team = (id: string, { under = 'ACME' } = {}) => node(id, 'TEAM', under)

/** A catalogue entry; an active one of kind SECONDARY unless told otherwise. */
export const metric = (id: string, entry: Partial<MetricInForce> = {}): MetricInForce => ({
  ...{ id, key: id, defaultKind: 'SECONDARY', status: 'ACTIVE' },
  ...entry,
})

/** Every rule stands at its own node; every metric a rule speaks of is in the catalogue. */
export function organisation(
  chart: readonly NodeConfiguration[],
  rules: readonly KeyMetricRule[],
): Organisation {
  const nodes = chart.map((each) => ({ ...each, rules: rules.filter(({ nodeId }) => nodeId === each.id) }))
  return { nodes, metrics: new Map(rules.map(({ metricId }) => [metricId, metric(metricId)])) }
}

/** The rules on the usual small chart: ACME{ SALES{OSLO, LONDON}, CS{RENEW}, LABS }. */
export const given = (...rules: readonly KeyMetricRule[]): Organisation => organisation(ACME_CHART, rules)

export const ACME_CHART: readonly NodeConfiguration[] = [
  company('ACME'),
  ...[department('SALES'), team('OSLO', { under: 'SALES' }), team('LONDON', { under: 'SALES' })],
  ...[department('CS'), team('RENEW', { under: 'CS' })],
  team('LABS'),
]

// What may happen to an organisation. Each gives a new one.

const changing = (
  { nodes, metrics }: Organisation,
  nodeId: string,
  change: (node: NodeConfiguration) => Partial<NodeConfiguration>,
): Organisation => ({
  nodes: nodes.map((each) => (each.id === nodeId ? { ...each, ...change(each) } : each)),
  metrics,
})

export function withMetric({ nodes, metrics }: Organisation, entry: MetricInForce): Organisation {
  return { nodes, metrics: new Map(metrics).set(entry.id, entry) }
}

export function archive(organisation: Organisation, metricId: string): Organisation {
  return withMetric(
    organisation,
    metric(metricId, { ...organisation.metrics.get(metricId), status: 'ARCHIVED' }),
  )
}

export function notInheriting(organisation: Organisation, nodeId: string): Organisation {
  return changing(organisation, nodeId, () => ({ inheritsKeyMetrics: false }))
}

export function move(organisation: Organisation, nodeId: string, { under }: { under: string }): Organisation {
  return changing(organisation, nodeId, () => ({ parentId: under }))
}

/** The rule takes the place of what its node said of the metric before. */
export function saying(organisation: Organisation, rule: KeyMetricRule): Organisation {
  const { metrics } = organisation
  const cleared = withMetric(
    silent(organisation, rule.nodeId, rule.metricId),
    metric(rule.metricId, metrics.get(rule.metricId)),
  )
  return changing(cleared, rule.nodeId, ({ rules }) => ({ rules: [...rules, rule] }))
}

/** The node says nothing of the metric any more. */
export function silent(organisation: Organisation, nodeId: string, metricId: string): Organisation {
  return keeping(organisation, (rule) => rule.nodeId !== nodeId || rule.metricId !== metricId)
}

/** Only the rules that pass the test. */
export function keeping(
  { nodes, metrics }: Organisation,
  test: (rule: KeyMetricRule) => boolean,
): Organisation {
  return { nodes: nodes.map((each) => ({ ...each, rules: each.rules.filter(test) })), metrics }
}

export function deleteAndDetachTeams({ nodes, metrics }: Organisation, departmentId: string): Organisation {
  const detached = nodes.map((each) =>
    each.parentId === departmentId ? { ...each, parentId: 'ACME' } : each,
  )
  return { nodes: detached.filter(({ id }) => id !== departmentId), metrics }
}

// What one may ask of it.

export function pathOf({ nodes }: Organisation, nodeId: string): NodeConfiguration[] {
  return pathTo(new Map(nodes.map((each) => [each.id, each])), nodeId)
}

/** By the fold alone, from the company down to the node. */
export function resolved(organisation: Organisation, nodeId: string): NodeResolution {
  return pathOf(organisation, nodeId).reduce<NodeResolution | null>(resolveNode, null)!
}

/** Every node, as the server resolves them, in the order in which they are stored. */
export function resolvedTree({ nodes }: Organisation): Map<string, NodeResolution> {
  const resolution = resolverOf(new Map(nodes.map((each) => [each.id, each])))
  return new Map(nodes.map(({ id }) => [id, resolution(id)!]))
}

export function effectiveOn(organisation: Organisation, nodeId: string): EffectiveKeyMetric[] {
  return effectiveKeyMetrics(resolved(organisation, nodeId), organisation.metrics)
}

/** What a node shows, in display order: ['PRIMARY REV @ACME INHERITED']. */
export function shows(organisation: Organisation, nodeId: string): string[] {
  return effectiveOn(organisation, nodeId).map(
    ({ kind, metricId, definedAt, status }) => `${kind} ${metricId} @${definedAt} ${status}`,
  )
}

export function metricsOn(organisation: Organisation, nodeId: string): string[] {
  return effectiveOn(organisation, nodeId).map(({ metricId }) => metricId)
}

/** One metric as a node shows it. */
export function shown(
  organisation: Organisation,
  nodeId: string,
  metricId: string,
): EffectiveKeyMetric | null {
  return effectiveOn(organisation, nodeId).find((each) => each.metricId === metricId) ?? null
}

/** Rules of a node that do nothing at the moment: ['OSLO HIDE REV: LOCKED_BY ACME']. */
export function dormantOn(organisation: Organisation, nodeId: string): string[] {
  const { dormant } = resolved(organisation, nodeId)
  return [...dormant].map(([rule, { reason, by }]) => `${rule}: ${reason}${by === null ? '' : ` ${by}`}`)
}

/** The status of one metric on a node: 'HIDDEN_AT SALES', 'OWN'. */
export function statusOn(organisation: Organisation, nodeId: string, metricId: string): string {
  const { status, at } = explainKeyMetric(pathOf(organisation, nodeId), entryOf(organisation, metricId))
  return at === null ? status : `${status} ${at}`
}

/** What each node of the path did, from the company down: ['ACME ADDED', 'SALES HIDDEN']. */
export function traceOn(organisation: Organisation, nodeId: string, metricId: string): string[] {
  const { trace } = explainKeyMetric(pathOf(organisation, nodeId), entryOf(organisation, metricId))
  return trace.map((step) => `${step.nodeId} ${step.outcome}`)
}

export const rulesOf = ({ nodes }: Organisation): KeyMetricRule[] => nodes.flatMap(({ rules }) => rules)

const entryOf = ({ metrics }: Organisation, metricId: string) => metrics.get(metricId) ?? metric(metricId)

export const ids = (nodes: readonly OrgNode[]): string[] => nodes.map(({ id }) => id)

/** What the caller is told when the domain refuses; null when it does not. Anything but a DomainError is thrown on. */
export function refusal(attempt: () => void): Pick<DomainError, 'code' | 'message' | 'path'> | null {
  try {
    attempt()
    return null
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return { code: error.code, message: error.message, path: error.path }
  }
}
