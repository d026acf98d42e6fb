import type { Context } from '../../platform/context.js'
import type { DiagnosisRow } from '../diagnosis/diagnosis.loaders.js'
import { loadEffectiveKeyMetrics } from '../key-metric/key-metric.loaders.js'
import type { OverviewRow } from './organization-overview.loaders.js'
import { loadPageNotice } from './page-notice.loaders.js'

/** Null as soon as a key metric is in force on one of the nodes. */
export async function loadOverviewNotice(
  ctx: Context,
  { nodeIds, nodeId, asOf }: Pick<OverviewRow, 'nodeIds' | 'nodeId' | 'asOf'>,
): Promise<DiagnosisRow | null> {
  for (const id of nodeIds) {
    const effective = await loadEffectiveKeyMetrics(ctx, { id, asOf }, null)
    if (effective && effective.length > 0) return null
  }
  return loadPageNotice(ctx, { surface: 'ORGANIZATION', nodeId, asOf, isShown: false })
}
