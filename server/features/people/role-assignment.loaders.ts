import { compare } from '../../domain/compare.js'
import type { DataVisibility, UserStatus } from '../../domain/user.js'
import { ROLES, type Role } from '../../domain/viewer.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { connectionOf, type Connection } from '../../platform/graphql/connection.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import { pathTo } from '../../domain/org-node.js'
import { isWhole, loadSight } from '../org/sight.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import {
  comparable,
  placeOf,
  sortValue,
  valuesBehind,
  type Listed,
  type PeopleFilter,
  type PeopleQuery,
} from './people-query.js'

export interface RoleAssignmentRow {
  readonly id: string
  readonly userId: string
  readonly nodeId: string
  readonly role: Role
  readonly validFrom: Date
  readonly asOf: Date | null
}

interface HolderRow extends RoleAssignmentRow, Listed {
  readonly status: UserStatus
  readonly dataVisibility: DataVisibility
}

const SEE = 'see people'

const SELECT = `SELECT r.id, r.user_id AS "userId", r.node_id AS "nodeId", r.role, r.valid_from AS "validFrom",
                       u.name, u.email, u.status, u.data_visibility AS "dataVisibility", u.changed_at AS "changedAt"
                  FROM role_assignment r
                  JOIN app_user u ON u.company_id = r.company_id AND u.id = r.user_id`

const assignments = batchLoader<Dated, HolderRow>(async (ctx, ids, { asOf }) => {
  const rows = await ctx.manager.query<HolderRow[]>(
    `${SELECT} WHERE r.company_id = $1 AND r.id = ANY($2::uuid[]) AND ${holdsAt('r', '$3')}`,
    [ctx.companyId, ids, instantOf(ctx, asOf)],
  )
  return new Map(rows.map((row) => [row.id, { ...row, asOf }]))
})

const assignmentsOfUsers = batchLoader<Dated, RoleAssignmentRow[]>(async (ctx, userIds, { asOf }) => {
  const rows = await ctx.manager.query<HolderRow[]>(
    `${SELECT} WHERE r.company_id = $1 AND r.user_id = ANY($2::uuid[]) AND ${holdsAt('r', '$3')} ORDER BY r.id`,
    [ctx.companyId, userIds, instantOf(ctx, asOf)],
  )
  return groupBy(
    rows.map((row) => ({ ...row, asOf })),
    ({ userId }) => userId,
  )
})

/** Few per node: a list of holders is read whole and paged in memory. */
const assignmentsOnNodes = batchLoader<Dated & { role: Role }, HolderRow[]>(
  async (ctx, nodeIds, { asOf, role }) => {
    const rows = await ctx.manager.query<HolderRow[]>(
      `${SELECT} WHERE r.company_id = $1 AND r.node_id = ANY($2::uuid[]) AND r.role = $4 AND ${holdsAt('r', '$3')}`,
      [ctx.companyId, nodeIds, instantOf(ctx, asOf), role],
    )
    return groupBy(
      rows.map((row) => ({ ...row, asOf })),
      ({ nodeId }) => nodeId,
    )
  },
)

export async function loadRoleAssignment(
  ctx: Context,
  id: string,
  asOf: Date | null,
): Promise<RoleAssignmentRow | null> {
  const row = isUuid(id) ? await assignments(ctx).load({ id, asOf }) : undefined
  return row && (await isOnSeenNode(ctx, row)) ? row : null
}

export async function loadRoleAssignmentsOfUser(
  ctx: Context,
  { id, asOf }: Dated,
): Promise<RoleAssignmentRow[]> {
  const rows = (await assignmentsOfUsers(ctx).load({ id, asOf })) ?? []
  const { of } = await loadSight(ctx, SEE, asOf)
  return rows.filter(({ nodeId }) => of(nodeId) !== null)
}

async function isOnSeenNode(ctx: Context, { nodeId, asOf }: RoleAssignmentRow): Promise<boolean> {
  return (await loadSight(ctx, SEE, asOf)).of(nodeId) !== null
}

/** Who holds a role on any of these nodes at present, by name, whoever asks: for what decides who may do something. */
export async function loadRolesOn(ctx: Context, nodeIds: readonly string[]): Promise<RoleAssignmentRow[]> {
  const keys = ROLES.flatMap((role) => nodeIds.map((id) => ({ id, asOf: null, role })))
  const found = await Promise.all(keys.map((key) => assignmentsOnNodes(ctx).load(key)))
  return found.flatMap((rows) => rows ?? []).sort(byUserName)
}

/** Who holds `role` on the node, directly or through a node above it. Null for a node not seen whole. */
export async function loadRoleHolders(
  ctx: Context,
  { id, asOf }: Dated,
  role: Role,
  query: PeopleQuery,
): Promise<Connection<RoleAssignmentRow> | null> {
  if (!(await isWhole(ctx, SEE, { id, asOf }))) return null
  const path = pathTo(await loadTree(ctx, asOf), id)
  const found = await assignmentsOnNodes(ctx).loadMany(path.map((node) => ({ id: node.id, asOf, role })))
  const holders = found
    .flatMap((rows) => (rows instanceof Error ? raise(rows) : (rows ?? [])))
    .filter((holder) => isWanted(query.filter, holder))
    .map((holder) => ({ holder, place: [sortValue(query, holder), holder.id] as const }))
    .sort((a, b) => byPlace(a.place, b.place) * (query.descending ? -1 : 1))
  const behind = valuesBehind(query)
  const isBehind = ({ place }: { place: Place }) =>
    behind === null || byPlace(place, behind) * (query.descending ? -1 : 1) > 0
  const rows = holders.filter(isBehind).map(({ holder }) => holder)
  return connectionOf(
    rows.slice(0, query.first + 1),
    query,
    (holder) => placeOf(query, holder, holder.id),
    async () => holders.length,
  )
}

function isWanted({ search, statuses, dataVisibility, role }: PeopleFilter, holder: HolderRow): boolean {
  const sought = comparable(search ?? '')
  return (
    (comparable(holder.name).includes(sought) || holder.email.includes(sought)) &&
    (statuses?.includes(holder.status) ?? true) &&
    (dataVisibility ?? holder.dataVisibility) === holder.dataVisibility &&
    (role ?? holder.role) === holder.role
  )
}

type Place = readonly [value: string, id: string]

function byPlace([a, id]: Place, [b, other]: Place): number {
  return compare(a, b) || compare(id, other)
}

function raise(error: Error): never {
  throw error
}

function byUserName(a: HolderRow, b: HolderRow): number {
  return byPlace([a.name, a.id], [b.name, b.id])
}
