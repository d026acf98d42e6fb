import type { Context } from '../../platform/context.js'
import { connectionOf, instantBehind, type Connection, type Page } from '../../platform/graphql/connection.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { loadSight } from '../org/sight.loaders.js'
import { selfOf } from './people-sight.js'

/** A time that a person was in a team. */
export interface MembershipRow {
  readonly userId: string
  readonly teamId: string
  /** The present name of the team, also of one that is gone. */
  readonly teamName: string
  readonly validFrom: Date
  /** Null while it lasts. */
  readonly validTo: Date | null
}

type PageOf = Dated & Page

/** Of the people $2: what lies in teams that the viewer sees at present, and all of it to the person. $3 to $5. */
const SEEN = `m.company_id = $1 AND m.user_id = p.id AND ($3::boolean OR m.user_id = $4::uuid OR m.team_id = ANY($5::uuid[]))`

const pages = batchLoader<PageOf, MembershipRow[]>(async (ctx, userIds, { first, after }) => {
  const rows = await ctx.manager.query<(Omit<MembershipRow, 'validTo'> & { validTo: Date | number })[]>(
    `SELECT m.*
       FROM unnest($2::uuid[]) AS p(id)
      CROSS JOIN LATERAL (
            SELECT m.user_id AS "userId", m.team_id AS "teamId", n.name AS "teamName",
                   m.valid_from AS "validFrom", m.valid_to AS "validTo"
              FROM membership m
              JOIN org_node n ON n.company_id = m.company_id AND n.id = m.team_id
             WHERE ${SEEN} AND ($6::timestamptz IS NULL OR m.valid_from < $6)
             ORDER BY m.valid_from DESC LIMIT $7) m
      ORDER BY m."validFrom" DESC`,
    [ctx.companyId, userIds, ...(await sightOfTeams(ctx)), instantBehind(after), first + 1],
  )
  return groupBy(
    rows.map((row) => ({ ...row, validTo: row.validTo instanceof Date ? row.validTo : null })),
    ({ userId }) => userId,
  )
})

const counts = batchLoader<Dated, number>(async (ctx, userIds) => {
  const rows = await ctx.manager.query<{ id: string; count: number }[]>(
    `SELECT p.id, (SELECT count(*)::int FROM membership m WHERE ${SEEN}) AS count FROM unnest($2::uuid[]) AS p(id)`,
    [ctx.companyId, userIds, ...(await sightOfTeams(ctx))],
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
})

/** In which teams a person was, the latest first. @throws FORBIDDEN for an API key without the scope. */
export async function loadMemberships(
  ctx: Context,
  id: string,
  page: Page,
): Promise<Connection<MembershipRow>> {
  const rows = (await pages(ctx).load({ id, asOf: null, ...page })) ?? []
  return connectionOf(
    rows,
    page,
    ({ validFrom, userId }) => [validFrom.toISOString(), userId],
    async () => (await counts(ctx).load({ id, asOf: null })) ?? 0,
  )
}

async function sightOfTeams(
  ctx: Context,
): Promise<[isOfAll: boolean, self: string | null, teams: readonly string[]]> {
  const { isOfAll, whole } = await loadSight(ctx, 'see people', null)
  return [isOfAll, selfOf(ctx), isOfAll ? [] : whole()]
}
