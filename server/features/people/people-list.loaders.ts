import { subtreeOf } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import { countOf } from '../../platform/database/count.js'
import { holdsAt } from '../../platform/database/interval.js'
import { connectionOf, type Connection } from '../../platform/graphql/connection.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { loadWholeTree } from '../org/tree.loaders.js'
import {
  IS_WANTED,
  listParameters,
  orderOf,
  pageParameters,
  placeOf,
  type PeopleFilter,
  type PeopleQuery,
} from './people-query.js'
import { isInSight, isMemberInSight, loadPeopleSight } from './people-sight.js'
import { USER_COLUMNS, type UserRow } from './user.loaders.js'

type MembersKey = Dated & PeopleQuery
type CountKey = Dated & { readonly filter: PeopleFilter }

/** The people `u` in the teams of a node `n`, by rows `m` of membership. `ANY` would read the text of all teams for each row. */
const MEMBERS = `membership m JOIN app_user u ON u.company_id = m.company_id AND u.id = m.user_id
  WHERE m.company_id = $1 AND m.team_id IN (SELECT unnest(n.teams::uuid[])) AND ${holdsAt('m', '$2')} AND ${isMemberInSight(2)}
    AND ${IS_WANTED}`

const IS_IN_A_TEAM = `EXISTS (
  SELECT FROM membership m WHERE m.company_id = u.company_id AND m.user_id = u.id AND ${holdsAt('m', '$2')})`

/**
 * The same of the node that is the whole company, for who sees everybody. To find them by their teams takes as long as there
 * are people; these are read in the order of the list, as far as a page goes.
 */
const MEMBERS_OF_ANY_TEAM = `app_user u WHERE u.company_id = $1 AND ${IS_IN_A_TEAM} AND ${IS_WANTED}`
const IS_OF_EVERYBODY = '($3::boolean AND n.id = $1)'

const memberPages = batchLoader<MembersKey, UserRow[]>(async (ctx, ids, query) => {
  const { asOf } = query
  const { by, isBehind } = orderOf(query)
  const pageOf = (found: string) =>
    `SELECT ${USER_COLUMNS}, row_number() OVER (ORDER BY ${by}) AS place
       FROM ${found} AND ${isBehind}
      ORDER BY ${by} LIMIT $14`
  const rows = await ctx.manager.query<(UserRow & { nodeId: string })[]>(
    `SELECT n.id AS "nodeId", u.*
       FROM unnest($15::uuid[], $16::text[]) AS n(id, teams)
      CROSS JOIN LATERAL (
            (${pageOf(`${MEMBERS} AND NOT ${IS_OF_EVERYBODY}`)})
            UNION ALL
            (${pageOf(`${MEMBERS_OF_ANY_TEAM} AND ${IS_OF_EVERYBODY}`)})) u
      ORDER BY u.place`,
    [...(await parameters(ctx, query)), ...pageParameters(query), ids, await teamsOf(ctx, ids, asOf)],
  )
  return groupBy(
    rows.map((row) => ({ ...row, asOf })),
    ({ nodeId }) => nodeId,
  )
})

const memberCounts = batchLoader<CountKey, number>(async (ctx, ids, key) => {
  const rows = await ctx.manager.query<{ id: string; count: number }[]>(
    `SELECT n.id, (SELECT count(*)::int FROM ${MEMBERS}) AS count
       FROM unnest($12::uuid[], $13::text[]) AS n(id, teams)`,
    [...(await parameters(ctx, key)), ids, await teamsOf(ctx, ids, key.asOf)],
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
})

/** The people of a team, and of all teams below another node, that the viewer sees. */
export async function loadMembers(
  ctx: Context,
  node: Dated,
  query: PeopleQuery,
): Promise<Connection<UserRow>> {
  const { id, asOf } = node
  const { first, after, filter, sort, descending } = query
  const rows = (await memberPages(ctx).load({ id, asOf, first, after, filter, sort, descending })) ?? []
  return people(rows, query, () => countMembers(ctx, node, filter))
}

export async function countMembers(
  ctx: Context,
  { id, asOf }: Dated,
  filter: PeopleFilter = {},
): Promise<number> {
  return (await memberCounts(ctx).load({ id, asOf, filter })) ?? 0
}

/** Everybody of the company that the viewer sees; their teams and roles are read at `asOf`. */
export function loadUsers(ctx: Context, asOf: Date | null, query: PeopleQuery): Promise<Connection<UserRow>> {
  return loadPeople(ctx, asOf, { query, condition: isInSight(2) })
}

/** Who is in no team: all of them for who sees everybody, else at most oneself. */
export function loadUnassigned(
  ctx: Context,
  asOf: Date | null,
  query: PeopleQuery,
): Promise<Connection<UserRow>> {
  const condition = `${isInSight(2)} AND ($3::boolean OR u.id = $4::uuid) AND NOT ${IS_IN_A_TEAM}`
  return loadPeople(ctx, asOf, { query, condition })
}

async function loadPeople(
  ctx: Context,
  asOf: Date | null,
  { query, condition }: { readonly query: PeopleQuery; readonly condition: string },
): Promise<Connection<UserRow>> {
  const { by, isBehind } = orderOf(query)
  const found = `FROM app_user u WHERE u.company_id = $1 AND ${condition} AND ${IS_WANTED}`
  const given = await parameters(ctx, { asOf, filter: query.filter })
  const rows = await ctx.manager.query<UserRow[]>(
    `SELECT ${USER_COLUMNS} ${found} AND ${isBehind} ORDER BY ${by} LIMIT $14`,
    [...given, ...pageParameters(query)],
  )
  return people(
    rows.map((row) => ({ ...row, asOf })),
    query,
    () => countOf(ctx.manager, found, given),
  )
}

function people(
  rows: readonly UserRow[],
  query: PeopleQuery,
  count: () => Promise<number>,
): Connection<UserRow> {
  return connectionOf(rows, query, (user) => placeOf(query, user, user.id), count)
}

async function parameters(
  ctx: Context,
  { asOf, filter }: { readonly asOf: Date | null; readonly filter: PeopleFilter },
): Promise<unknown[]> {
  return listParameters(ctx.companyId, await loadPeopleSight(ctx, asOf), filter)
}

/** The teams of each node in its order, as PostgreSQL writes a list: an array of lists of many lengths is none. */
async function teamsOf(ctx: Context, ids: readonly string[], asOf: Date | null): Promise<string[]> {
  const tree = await loadWholeTree(ctx, asOf)
  const isTeam = (id: string) => tree.nodes.get(id)?.level === 'TEAM'
  return ids.map((id) => `{${subtreeOf(tree.children, id).filter(isTeam).join()}}`)
}
