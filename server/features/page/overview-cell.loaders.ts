import { keyMetricStatus, type KeyMetricStatus } from '../../domain/effective-key-metric.js'
import type { Context } from '../../platform/context.js'
import { loadConfiguration } from '../key-metric/configuration.loaders.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import { loadEffectiveKeyMetrics, loadOwnRules, type OwnRuleRow } from '../key-metric/key-metric.loaders.js'
import type { MetricRow } from '../metric/metric.loaders.js'
import { mayEdit } from './editors.loaders.js'
import type { OverviewNodeRow } from './organization-overview.loaders.js'

/** One metric on one node. */
export interface OverviewCellRow {
  readonly metric: MetricRow
  readonly status: KeyMetricStatus
  /** The node responsible for the absence. */
  readonly at: string | null
  /** Null: not in force. */
  readonly effective: EffectiveRow | null
  /** What the node itself says of it; one that does nothing only for who may change it. */
  readonly rule: OwnRuleRow | null
  readonly asOf: Date | null
}

/** In the order of the catalogue; all of it is there already, so that a page costs no statement of its own. */
export async function loadOverviewCells(
  ctx: Context,
  { node, metrics }: OverviewNodeRow,
): Promise<OverviewCellRow[]> {
  const [configuration, effective, rules, isEditable] = await Promise.all([
    loadConfiguration(ctx, node.asOf),
    loadEffectiveKeyMetrics(ctx, node, null),
    loadOwnRules(ctx, node),
    mayEdit(ctx, node.id),
  ])
  const resolution = configuration.resolution(node.id)!
  const effectiveOf = new Map((effective ?? []).map((row) => [row.metricId, row]))
  const shown = (rules ?? []).filter(({ dormancy }) => dormancy === null || isEditable)
  const ruleOf = new Map(shown.map((rule) => [rule.metricId, rule]))
  return metrics.map((metric) => ({
    metric,
    ...keyMetricStatus(resolution, metric),
    effective: effectiveOf.get(metric.id) ?? null,
    rule: ruleOf.get(metric.id) ?? null,
    asOf: node.asOf,
  }))
}
