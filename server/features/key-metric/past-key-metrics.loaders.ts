import { effectiveKeyMetrics, type EffectiveKeyMetric } from '../../domain/effective-key-metric.js'
import type { OrgNode } from '../../domain/org-node.js'
import { resolveNode, type NodeConfiguration, type NodeResolution } from '../../domain/resolution.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { groupBy } from '../../platform/group-by.js'
import { loadMetricsAt, type MetricRow } from '../metric/metric.loaders.js'
import { RULE_COLUMNS, type RuleRow } from './configuration.loaders.js'

/** A node at an instant, with where it hung then: from the company down to it. */
export interface PastPlace {
  readonly path: readonly OrgNode[]
  readonly at: Date
}

export interface PastKeyMetric extends EffectiveKeyMetric {
  readonly metric: MetricRow
}

/** A node of the path of the place so many in the list. */
interface AtPlace {
  readonly place: number
  readonly nodeId: string
}

/**
 * The key metrics that were in force on single nodes at many instants, in the order asked; three statements for any
 * number, where a whole configuration would be read for each instant. Whoever asks: who shows them, asks who may see
 * them.
 */
export async function loadPastKeyMetrics(
  ctx: Context,
  places: readonly PastPlace[],
): Promise<PastKeyMetric[][]> {
  const columns = columnsOf(places)
  const [rules, closed] = await Promise.all([readRules(ctx, columns), readClosed(ctx, columns)])
  const spokenOf = rules.map(({ place, metricId }) => ({ place, metricId, at: places[place]!.at }))
  const metrics = groupBy(await loadMetricsAt(ctx, spokenOf), ({ place }) => place)
  const rulesOf = groupBy(rules, keyOf)
  const closedKeys = new Set(closed.map(keyOf))
  return places.map(({ path }, place) => {
    const nodes = path.map((node): NodeConfiguration => {
      const key = keyOf({ place, nodeId: node.id })
      return { ...node, inheritsKeyMetrics: !closedKeys.has(key), rules: rulesOf.get(key) ?? [] }
    })
    return inForce(nodes, new Map((metrics.get(place) ?? []).map(({ metric }) => [metric.id, metric])))
  })
}

function inForce(
  path: readonly NodeConfiguration[],
  catalogue: ReadonlyMap<string, MetricRow>,
): PastKeyMetric[] {
  const resolution = path.reduce<NodeResolution | null>(resolveNode, null)
  const effective = resolution === null ? [] : effectiveKeyMetrics(resolution, catalogue)
  return effective.map((row) => ({ ...row, metric: catalogue.get(row.metricId)! }))
}

/** Each node of each path, with the place of its path in the list and the instant. */
function columnsOf(places: readonly PastPlace[]): unknown[][] {
  const asked = places.flatMap(({ path, at }, place) => path.map(({ id }) => [place, id, at] as const))
  return [0, 1, 2].map((column) => asked.map((row) => row[column]))
}

const ASKED = `unnest($2::int[], $3::uuid[], $4::timestamptz[]) AS q(place, node_id, at)`

function readRules(
  { manager, companyId }: Context,
  columns: readonly unknown[][],
): Promise<(RuleRow & AtPlace)[]> {
  return manager.query(
    `SELECT q.place, ${RULE_COLUMNS}
       FROM ${ASKED}
       JOIN key_metric_rule r ON r.company_id = $1 AND r.node_id = q.node_id AND ${holdsAt('r', 'q.at')}`,
    [companyId, ...columns],
  )
}

function readClosed({ manager, companyId }: Context, columns: readonly unknown[][]): Promise<AtPlace[]> {
  return manager.query(
    `SELECT q.place, q.node_id AS "nodeId"
       FROM ${ASKED}
       JOIN key_metric_inheritance i
         ON i.company_id = $1 AND i.node_id = q.node_id AND NOT i.inherits AND ${holdsAt('i', 'q.at')}`,
    [companyId, ...columns],
  )
}

function keyOf({ place, nodeId }: AtPlace): string {
  return `${place}/${nodeId}`
}
