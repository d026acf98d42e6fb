import { can } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import type { Dated } from '../../platform/per-request.js'
import { pathTo } from '../../domain/org-node.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { loadCatalogue } from '../metric/metric.loaders.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { assertScope, isWhole } from '../org/sight.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { loadTeamId, loadUser, type UserRow } from '../people/user.loaders.js'
import { loadTarget } from './target.loaders.js'
import { loadPeriodOfField } from './target-period.js'
import type { TargetRow } from './target.row.js'

interface Asked {
  readonly metricId: string
  readonly period?: AskedPeriod | null
}

/**
 * Null on a node that is not seen whole, and for an unknown metric.
 * @throws FORBIDDEN for an API key without the scope, BAD_USER_INPUT or LIMIT_EXCEEDED for the period.
 */
export async function loadNodeTarget(
  ctx: Context,
  { id, asOf }: Dated,
  { metricId, period }: Asked,
): Promise<TargetRow | null> {
  // Amounts are those of the present: who saw the node once does not read on through the past.
  for (const instant of [asOf, null]) {
    if (!(await isWhole(ctx, 'see numbers of nodes', { id, asOf: instant }))) return null
  }
  if (!(await loadCatalogue(ctx, null)).has(metricId)) return null
  const meant = await loadPeriodOfField(ctx, { metricId, nodeId: id, period, asOf })
  return loadTarget(ctx, { metricId, nodeId: id, userId: null, period: meant }, asOf)
}

/** Null for a person whose numbers the viewer does not see, and for an unknown metric. @throws as `loadNodeTarget`. */
export async function loadPersonTarget(
  ctx: Context,
  user: UserRow,
  { metricId, period }: Asked,
): Promise<TargetRow | null> {
  const { id, asOf, dataVisibility } = user
  assertScope(ctx, 'see numbers of people')
  const nodeId = await loadTeamId(ctx, { id, asOf })
  const path = pathTo(await loadTree(ctx, asOf), nodeId ?? ctx.companyId).map((node) => node.id)
  const resource = { path, person: { id, isHidden: dataVisibility === 'HIDDEN' } }
  if (can(ctx.actor, 'see numbers of people', resource) === null) return null
  if (!(await loadCatalogue(ctx, null)).has(metricId)) return null
  const meant = await loadPeriodOfField(ctx, { metricId, nodeId, period, asOf })
  return loadTarget(ctx, { metricId, nodeId: null, userId: id, period: meant }, asOf)
}

export interface AskedTarget extends Asked {
  readonly nodeId?: string | null
  readonly userId?: string | null
}

/** At present, for whoever has just set it. Null where the viewer sees no such node or person. @throws as above. */
export async function loadAskedTarget(ctx: Context, asked: AskedTarget): Promise<TargetRow | null> {
  if (typeof asked.nodeId === 'string') {
    const node = await loadOrgNode(ctx, asked.nodeId, null)
    return node && loadNodeTarget(ctx, node, asked)
  }
  const user = await loadUser(ctx, asked.userId ?? '', null)
  return user && loadPersonTarget(ctx, user, asked)
}
