import { pathTo } from '../../domain/org-node.js'
import { treeOrder } from '../../domain/tree-order.js'
import type { Context } from '../../platform/context.js'
import { connectionOfAll, type Connection, type Page } from '../../platform/graphql/connection.js'
import { requestError } from '../../platform/graphql/request-error.js'
import { loadMetrics, type MetricRow } from '../metric/metric.loaders.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { loadSight } from '../org/sight.loaders.js'
import { loadTree } from '../org/tree.loaders.js'

/** So many pairs of node and metric make an answer of about 5 MB. */
export const MAX_CELLS = 10_000

export interface OverviewRow {
  readonly metrics: readonly MetricRow[]
  /** The ids of the nodes that are shown, in the order of the tree. */
  readonly nodeIds: readonly string[]
  /** The node that was asked for; null: all that the viewer sees. */
  readonly nodeId: string | null
  readonly asOf: Date | null
}

/** A node of the overview with the metrics it is told about. */
export interface OverviewNodeRow {
  readonly node: OrgNodeRow
  readonly metrics: readonly MetricRow[]
}

export interface AskedOverview {
  readonly nodeId: string | null
  /** Null: the whole catalogue. */
  readonly metricIds: readonly string[] | null
  readonly asOf: Date | null
}

/** Null for a node that the viewer does not see whole. @throws FORBIDDEN for an API key without the scope. */
export async function loadOverview(
  ctx: Context,
  { nodeId, metricIds, asOf }: AskedOverview,
): Promise<OverviewRow | null> {
  const [tree, sight, catalogue] = await Promise.all([
    loadTree(ctx, asOf),
    loadSight(ctx, 'see key metrics', asOf),
    loadMetrics(ctx, asOf),
  ])
  if (nodeId !== null && sight.of(nodeId) !== 'WHOLE') return null
  const shown = sight
    .whole()
    .map((id) => ({ id, path: pathTo(tree, id) }))
    .filter(({ path }) => nodeId === null || path.some(({ id }) => id === nodeId))
  const inOrder = shown.map(({ id, path }) => ({ id, order: treeOrder(path) })).sort(byOrder)
  const asked = metricIds && new Set(metricIds)
  const metrics = catalogue.filter(({ id }) => asked === null || asked.has(id))
  return { metrics, nodeIds: inOrder.map(({ id }) => id), nodeId, asOf }
}

function byOrder(a: { readonly order: string }, b: { readonly order: string }): number {
  return a.order < b.order ? -1 : 1
}

/** In the order of the tree. @throws LIMIT_EXCEEDED when that is more than MAX_CELLS pairs of node and metric. */
export async function loadOverviewNodes(
  ctx: Context,
  { metrics, nodeIds, asOf }: OverviewRow,
  page: Page,
): Promise<Connection<OverviewNodeRow>> {
  assertCells(Math.min(page.first, nodeIds.length), metrics.length)
  const tree = await loadTree(ctx, asOf)
  const position = (id: string): [string, string] => [treeOrder(pathTo(tree, id)), id]
  const { nodes, ...connection } = connectionOfAll(nodeIds, page, position)
  const rows = await Promise.all(nodes.map(async (id) => loadOrgNode(ctx, id, asOf)))
  const shown = rows.map((node) => ({ node: node!, metrics }))
  const edges = connection.edges.map(({ cursor }, index) => ({ cursor, node: shown[index]! }))
  return { ...connection, edges, nodes: shown }
}

function assertCells(nodes: number, metrics: number): void {
  const cells = nodes * metrics
  if (cells <= MAX_CELLS) return
  throw requestError(
    'LIMIT_EXCEEDED',
    `${nodes} nodes with ${metrics} metrics each are ${cells} pairs; at most ${MAX_CELLS} are told at once. Ask for fewer nodes with first, or name metrics with metricIds.`,
  )
}
