import { enabledAlong, type Enablement } from '../../domain/activity-type.js'
import { pathTo } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { perVersion } from '../../platform/per-version.js'
import { isWhole } from '../org/sight.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { loadTypesById, type ActivityTypeRow } from './activity-type.loaders.js'

/** An active type on a node, and the nearest node of its path that enables it. */
export interface EnabledRow {
  readonly activityType: ActivityTypeRow
  readonly enabledAt: string
  readonly isInherited: boolean
  readonly asOf: Date | null
}

const SEE = 'see key metrics'

/** What the nodes themselves enable, archived types included. Whoever asks: for what decides. */
export const loadEnablement: (ctx: Context, asOf: Date | null) => Eventually<Enablement> = perVersion(
  async ({ manager, companyId }, at) => {
    const rows = await manager.query<{ nodeId: string; typeId: string }[]>(
      `SELECT e.node_id AS "nodeId", e.activity_type_id AS "typeId"
         FROM activity_type_enablement e
        WHERE e.company_id = $1 AND ${holdsAt('e', '$2')}`,
      [companyId, at],
    )
    const byNode = [...groupBy(rows, ({ nodeId }) => nodeId)]
    return new Map(byNode.map(([nodeId, its]) => [nodeId, new Set(its.map(({ typeId }) => typeId))]))
  },
)

/** A batch of nodes is one look-up in the company's configuration: statements do not grow with the tree. */
const enabled = batchLoader<Dated, EnabledRow[]>(async (ctx, nodeIds, { asOf }) => {
  // In turn: a change has one connection, which does one thing at a time.
  const tree = await loadTree(ctx, asOf)
  const enablement = await loadEnablement(ctx, asOf)
  const types = [...(await loadTypesById(ctx)).values()].filter(({ status }) => status === 'ACTIVE')
  const rowsOf = (nodeId: string): EnabledRow[] => {
    const path = pathTo(tree, nodeId).map(({ id }) => id)
    const nearest = enabledAlong(path, enablement)
    return types.flatMap((activityType) => {
      const enabledAt = nearest.get(activityType.id)
      return enabledAt ? [{ activityType, enabledAt, isInherited: enabledAt !== nodeId, asOf }] : []
    })
  }
  return new Map(nodeIds.map((nodeId) => [nodeId, rowsOf(nodeId)]))
})

/** Null where the viewer sees no such node at that instant, or its name only. In the order of the names. */
export async function loadEnabledTypes(ctx: Context, { id, asOf }: Dated): Promise<EnabledRow[] | null> {
  return (await isWhole(ctx, SEE, { id, asOf })) ? ((await enabled(ctx).load({ id, asOf })) ?? []) : null
}

/** What is logged on a team at present, by name. Whoever asks: for what decides whether it may be. */
export async function loadLogger(ctx: Context, teamId: string): Promise<ActivityTypeRow[]> {
  const rows = (await enabled(ctx).load({ id: teamId, asOf: null })) ?? []
  return rows.map(({ activityType }) => activityType)
}

/** The same, to be shown: nothing for a team that the viewer does not see at present. */
export async function loadVisibleLogger(ctx: Context, teamId: string): Promise<ActivityTypeRow[]> {
  return (await isWhole(ctx, SEE, { id: teamId, asOf: null })) ? loadLogger(ctx, teamId) : []
}
