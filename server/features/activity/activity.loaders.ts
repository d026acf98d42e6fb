import type { Context } from '../../platform/context.js'
import {
  connectionOf,
  instantBehind,
  type Connection,
  type Position,
} from '../../platform/graphql/connection.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import { loadSight } from '../org/sight.loaders.js'
import { selfOf } from '../people/people-sight.js'
import { ACTIVITY_COLUMNS, activityRow, type ActivityRow, type StoredActivity } from './activity.row.js'

export interface ActivityFilter {
  readonly activityTypeId?: string | null
  /** Half-open: from <= occurredAt < to. */
  readonly from?: Date | null
  readonly to?: Date | null
  readonly includeVoided: boolean
}

interface Page {
  readonly first: number
  readonly after: Position
}

const SEE = 'see numbers of people'

/**
 * Which activities the viewer sees: what counts to the nodes of those they manage, their own, and those that visible
 * people logged for the team they are in. What counts to no team only those see who see everything.
 */
type ActivitySight = readonly [
  companyId: string,
  isOfAll: boolean,
  self: string | null,
  teams: readonly string[],
  teamOfPeers: string | null,
]

/** SQL condition for rows `a`; $1 to $5 are an `ActivitySight`. */
const IN_SIGHT = `a.company_id = $1 AND ($2::boolean OR a.user_id = $3::uuid OR a.team_id = ANY($4::uuid[])
  OR (a.team_id = $5::uuid AND EXISTS (
      SELECT FROM app_user v WHERE v.company_id = $1 AND v.id = a.user_id AND v.data_visibility = 'VISIBLE')))`

/** $6 to $9 are `Conditions`. */
const FILTERED = `($6::uuid IS NULL OR a.activity_type_id = $6) AND ($7::timestamptz IS NULL OR a.occurred_at >= $7)
  AND ($8::timestamptz IS NULL OR a.occurred_at < $8) AND ($9::boolean OR a.voided_at IS NULL)`

const NEWEST_FIRST = `a.occurred_at DESC, a.id DESC`

async function activitySight(ctx: Context): Promise<ActivitySight> {
  const { actor, companyId } = ctx
  const { isOfAll, whole } = await loadSight(ctx, SEE, null)
  const teamOfPeers = actor !== 'SYSTEM' && actor.kind === 'PERSON' ? actor.teamId : null
  return [companyId, isOfAll, selfOf(ctx), isOfAll ? [] : whole(), teamOfPeers]
}

const activities = batchLoader<Dated, ActivityRow>(async (ctx, ids) => {
  const rows = await ctx.manager.query<StoredActivity[]>(
    `SELECT ${ACTIVITY_COLUMNS} FROM activity a WHERE ${IN_SIGHT} AND a.id = ANY($6::uuid[])`,
    [...(await activitySight(ctx)), ids],
  )
  return new Map(rows.map((row) => [row.id, activityRow(row)]))
})

/** Null for an id that is not an activity in the viewer's sight. @throws FORBIDDEN for an API key without the scope. */
export async function loadActivity(ctx: Context, id: string): Promise<ActivityRow | null> {
  return isUuid(id) ? ((await activities(ctx).load({ id, asOf: null })) ?? null) : null
}

/** Whether the viewer sees all activities of the company; not without the scope to see any. */
export async function seesAllActivities(ctx: Context): Promise<boolean> {
  const sight = await nullWhereForbidden(() => loadSight(ctx, SEE, null))
  return sight?.isOfAll ?? false
}

interface ListOf extends Dated, Page, ActivityFilter {}

type Owner = 'team_id' | 'user_id'

function pagesBy(owner: Owner) {
  return batchLoader<ListOf, ActivityRow[]>(async (ctx, ids, { first, after, ...filter }) => {
    const rows = await ctx.manager.query<(StoredActivity & { readonly ownerId: string })[]>(
      `SELECT o.id AS "ownerId", a.*
         FROM unnest($10::uuid[]) AS o(id)
        CROSS JOIN LATERAL (
              SELECT ${ACTIVITY_COLUMNS} FROM activity a
               WHERE a.${owner} = o.id AND ${IN_SIGHT} AND ${FILTERED}
                 AND ($11::timestamptz IS NULL OR (a.occurred_at, a.id) < ($11, $12::uuid))
               ORDER BY ${NEWEST_FIRST}
               LIMIT $13) a
        ORDER BY a."occurredAt" DESC, a.id DESC`,
      [
        ...(await activitySight(ctx)),
        ...conditionsOf(filter),
        ...[ids, instantBehind(after), after?.[1] ?? null, first + 1],
      ],
    )
    return groupBy(
      rows.map(({ ownerId, ...row }) => ({ ownerId, ...activityRow(row) })),
      ({ ownerId }) => ownerId,
    )
  })
}

function countsBy(owner: Owner) {
  return batchLoader<Dated & ActivityFilter, number>(async (ctx, ids, filter) => {
    const rows = await ctx.manager.query<{ id: string; count: number }[]>(
      `SELECT a.${owner} AS id, count(*)::int AS count FROM activity a
        WHERE a.${owner} = ANY($10::uuid[]) AND ${IN_SIGHT} AND ${FILTERED}
        GROUP BY a.${owner}`,
      [...(await activitySight(ctx)), ...conditionsOf(filter), ids],
    )
    return new Map(rows.map(({ id, count }) => [id, count]))
  })
}

const LISTS = {
  team: { pages: pagesBy('team_id'), counts: countsBy('team_id') },
  user: { pages: pagesBy('user_id'), counts: countsBy('user_id') },
}

/** What counts to a team, or what a person did, as far as the viewer sees it, the newest first. */
export async function loadActivities(
  ctx: Context,
  owner: keyof typeof LISTS,
  { id, filter, page }: { readonly id: string; readonly filter: ActivityFilter; readonly page: Page },
): Promise<Connection<ActivityRow>> {
  const { pages, counts } = LISTS[owner]
  const rows = (await pages(ctx).load({ id, asOf: null, ...page, ...filter })) ?? []
  const count = async () => (await counts(ctx).load({ id, asOf: null, ...filter })) ?? 0
  return connectionOf(rows, page, ({ occurredAt, id }) => [occurredAt.toISOString(), id], count)
}

const NEVER_ISSUED = '00000000-0000-0000-0000-000000000000'

function conditionsOf({ activityTypeId = null, from = null, to = null, includeVoided }: ActivityFilter) {
  const type = activityTypeId === null || isUuid(activityTypeId) ? activityTypeId : NEVER_ISSUED
  return [type, from, to, includeVoided] as const
}
