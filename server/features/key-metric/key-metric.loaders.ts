import { explainKeyMetric, type KeyMetricExplanation } from '../../domain/explain.js'
import type { KeyMetricKind } from '../../domain/metric.js'
import { pathTo } from '../../domain/org-node.js'
import type { Dormancy } from '../../domain/rule-application.js'
import type { Context } from '../../platform/context.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { inSlices, isInSlices } from '../../platform/graphql/execution/slices.js'
import { counted } from '../../platform/graphql/limits/object-budget.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { loadCatalogue, type MetricRow } from '../metric/metric.loaders.js'
import { isWhole } from '../org/sight.loaders.js'
import { loadConfiguration, type RuleRow } from './configuration.loaders.js'
import { loadInForce, type EffectiveRow } from './in-force.loaders.js'

export interface OwnRuleRow extends RuleRow {
  readonly dormancy: Dormancy | null
  readonly asOf: Date | null
}

export interface ExplanationRow extends KeyMetricExplanation {
  readonly metric: MetricRow
  readonly asOf: Date | null
}

const SEE = 'see key metrics'

/**
 * A batch of nodes is one look-up in the company's configuration: statements do not grow with the tree. It takes none
 * itself, and is made at once: those whose answer was here already must not ask on ahead of these, in statements of their own.
 * The rows of each node are worked out when it is its turn.
 */
const effective = batchLoader<Dated, () => readonly EffectiveRow[]>(async (ctx, nodeIds, { asOf }) => {
  const { on } = await loadInForce(ctx, asOf)
  const rowsOn = (nodeId: string) =>
    asOf === null ? on(nodeId) : on(nodeId).map((row) => ({ ...row, asOf }))
  return new Map(nodeIds.map((nodeId) => [nodeId, () => rowsOn(nodeId)]))
}, queueMicrotask)

/** The key metrics in force on a node, in display order. Null where the viewer sees no such node, or its name only. */
export function loadEffectiveKeyMetrics(
  ctx: Context,
  { id, asOf }: Dated,
  kind: KeyMetricKind | null,
): Eventually<readonly EffectiveRow[] | null> {
  return eventually(isWhole(ctx, SEE, { id, asOf }), (isSeen) =>
    isSeen
      ? eventually(loadKeyMetricsInForce(ctx, { id, asOf }), (rows) =>
          kind === null ? rows : rows.filter((row) => row.kind === kind),
        )
      : null,
  )
}

/** The same, none where there was no such node. Whoever asks: who shows them, asks who may see them. */
export function loadKeyMetricsInForce(
  ctx: Context,
  { id, asOf }: Dated,
): Eventually<readonly EffectiveRow[]> {
  const present = asOf === null ? loadInForce(ctx, null) : null
  // Of the version that is here already nothing has to be looked up.
  if (present !== null && !(present instanceof Promise)) return inItsTurn(ctx, () => present.on(id))
  return effective(ctx)
    .load({ id, asOf })
    .then((rowsOf) => (rowsOf ? inItsTurn(ctx, rowsOf) : []))
}

/** Of which nothing is asked that is not the same to everybody, there may be any number, as they are put off. */
function inItsTurn(ctx: Context, rowsOf: () => readonly EffectiveRow[]): Eventually<readonly EffectiveRow[]> {
  return isInSlices(ctx) ? inSlices(ctx, rowsOf) : counted(ctx, rowsOf)
}

/** What the node itself says, in the order of the metric keys; dormant rules with the reason. Null as above. */
export async function loadOwnRules(ctx: Context, { id, asOf }: Dated): Promise<OwnRuleRow[] | null> {
  if (!(await isWhole(ctx, SEE, { id, asOf }))) return null
  const [configuration, catalogue] = await Promise.all([
    loadConfiguration(ctx, asOf),
    loadCatalogue(ctx, asOf),
  ])
  const keyOf = ({ metricId }: RuleRow) => catalogue.get(metricId)?.key ?? ''
  const rules = configuration.nodes.get(id)?.rules ?? []
  const dormant = configuration.resolution(id)?.dormant
  return rules
    .map((rule) => ({ ...rule, dormancy: dormant?.get(rule.id) ?? null, asOf }))
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** A rule in force by its id; null for an id that is none, or none any more, or of a node out of sight. */
export async function loadRule(ctx: Context, id: string, asOf: Date | null): Promise<OwnRuleRow | null> {
  const configuration = await loadConfiguration(ctx, asOf)
  const rule = configuration.rules.find((one) => one.id === id)
  if (!rule || !(await isWhole(ctx, SEE, { id: rule.nodeId, asOf }))) return null
  return { ...rule, dormancy: configuration.resolution(rule.nodeId)?.dormant.get(id) ?? null, asOf }
}

/** Null as above. */
export async function loadInheritsKeyMetrics(ctx: Context, { id, asOf }: Dated): Promise<boolean | null> {
  if (!(await isWhole(ctx, SEE, { id, asOf }))) return null
  return (await loadConfiguration(ctx, asOf)).nodes.get(id)?.inheritsKeyMetrics ?? true
}

/** Why the metric is, or is not, on the node. Null when there was no such metric, or no such node in sight. */
export async function loadExplanation(
  ctx: Context,
  { id, asOf }: Dated,
  metricId: string,
): Promise<ExplanationRow | null> {
  const [{ nodes }, catalogue] = await Promise.all([loadConfiguration(ctx, asOf), loadCatalogue(ctx, asOf)])
  const metric = catalogue.get(metricId)
  const path = pathTo(nodes, id)
  if (!metric || !(await isWhole(ctx, SEE, { id, asOf }))) return null
  return { ...explainKeyMetric(path, metric), metric, asOf }
}
