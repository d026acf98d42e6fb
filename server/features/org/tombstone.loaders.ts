import type { OrgLevel } from '../../domain/org-node.js'
import { can } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { countOf } from '../../platform/database/count.js'
import {
  connectionOf,
  instantBehind,
  type Connection,
  type Position,
} from '../../platform/graphql/connection.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import { loadSight } from './sight.loaders.js'
import { pathOf } from './tree.loaders.js'

/** A node that was deleted, as it stood last. */
export interface Tombstone {
  readonly id: string
  readonly level: Exclude<OrgLevel, 'COMPANY'>
  readonly name: string
  readonly parentId: string
  readonly deletedAt: Date
  readonly version: number
}

const ORGANISE = 'organise nodes'

/** The last placement of a node that has ended. $1 is the company, $2 the present. */
const TOMBSTONES = `
  SELECT n.id, n.level, n.name, p.parent_id AS "parentId", p.valid_to AS "deletedAt", v.version
    FROM org_node n
   CROSS JOIN LATERAL (
         SELECT p.parent_id, p.valid_to FROM org_node_placement p
          WHERE p.company_id = $1 AND p.node_id = n.id ORDER BY p.valid_to DESC LIMIT 1) p
    JOIN org_node_version v ON v.company_id = $1 AND v.node_id = n.id AND v.valid_to = 'infinity'
   WHERE n.company_id = $1 AND p.valid_to <= $2`

/** Whoever asks: for what decides. Null for a node that is there, and for one that never was. */
export async function loadTombstone(ctx: Context, id: string): Promise<Tombstone | null> {
  if (!isUuid(id)) return null
  const { manager, companyId, moment } = ctx
  const [row] = await manager.query<Tombstone[]>(`${TOMBSTONES} AND n.id = $3`, [companyId, moment.at, id])
  return row ?? null
}

const parentsOfGone = batchLoader<Dated, string>(async ({ manager, companyId, moment }, ids) => {
  const rows = await manager.query<Tombstone[]>(`${TOMBSTONES} AND n.id = ANY($3::uuid[])`, [
    companyId,
    moment.at,
    ids,
  ])
  return new Map(rows.map(({ id, parentId }) => [id, parentId]))
})

/** Under which node one hung that is gone. Whoever asks: for what decides. */
export async function loadParentOfGone(ctx: Context, id: string): Promise<string | null> {
  return (await parentsOfGone(ctx).load({ id, asOf: null })) ?? null
}

/** As `loadTombstone`, for who may organise the node it hung under; for everybody else it never was. */
export async function loadTombstoneInSight(ctx: Context, id: string): Promise<Tombstone | null> {
  const tombstone = await loadTombstone(ctx, id)
  return tombstone && can(ctx.actor, ORGANISE, { path: await pathOfTombstone(ctx, tombstone) })
    ? tombstone
    : null
}

/** From the company down to where it hung, and the node itself; what hung under a node that is gone is the company's. */
export async function pathOfTombstone(ctx: Context, { id, parentId }: Tombstone): Promise<string[]> {
  const above = await pathOf(ctx, parentId)
  return [...(above.length > 0 ? above : [ctx.companyId]), id]
}

interface Page {
  readonly first: number
  readonly after: Position
}

/**
 * What was deleted below the nodes that the viewer may organise, the latest first. @throws FORBIDDEN for an API key
 * without the scope.
 */
export async function loadTombstones(ctx: Context, page: Page): Promise<Connection<Tombstone>> {
  const { manager, companyId, moment } = ctx
  const { isOfAll, whole } = await loadSight(ctx, ORGANISE, null)
  const seen = `SELECT * FROM (${TOMBSTONES}) t WHERE ($3::boolean OR t."parentId" = ANY($4::uuid[]))`
  const sight = [companyId, moment.at, isOfAll, isOfAll ? [] : whole()]
  const rows = await manager.query<Tombstone[]>(
    `${seen} AND ($5::timestamptz IS NULL OR (t."deletedAt", t.id) < ($5, $6::uuid))
      ORDER BY t."deletedAt" DESC, t.id DESC LIMIT $7`,
    [...sight, instantBehind(page.after), page.after?.[1] ?? null, page.first + 1],
  )
  const count = () => countOf(manager, `FROM (${seen}) t`, sight)
  return connectionOf(rows, page, ({ deletedAt, id }) => [deletedAt.toISOString(), id], count)
}
