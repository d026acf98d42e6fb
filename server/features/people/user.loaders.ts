import type { Context } from '../../platform/context.js'
import { instantOf } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { connectionOf, type Connection, type Position } from '../../platform/graphql/connection.js'
import { groupBy } from '../../platform/group-by.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import { isInSight, isMemberInSight, loadMemberSight, loadPeopleSight } from './people-sight.js'
import type { UserEntity } from './user.entity.js'

export interface UserRow extends Omit<UserEntity, 'companyId'> {
  readonly asOf: Date | null
}

export interface Page {
  readonly first: number
  readonly after: Position
}

type PageOf = Dated & Page

const COLUMNS = `u.id, u.email, u.name, u.status, u.data_visibility AS "dataVisibility", u.version`
const BY_NAME = `u.name COLLATE "C", u.id`

const users = batchLoader<Dated, UserRow>(async (ctx, ids, { asOf }) => {
  const rows = await ctx.manager.query<UserRow[]>(
    `SELECT ${COLUMNS} FROM app_user u WHERE u.company_id = $1 AND u.id = ANY($2::uuid[]) AND ${isInSight(3)}`,
    [ctx.companyId, ids, ...(await loadPeopleSight(ctx, asOf))],
  )
  return new Map(rows.map((row) => [row.id, { ...row, asOf }]))
})

const memberPages = batchLoader<PageOf, UserRow[]>(async (ctx, teamIds, { asOf, first, after }) => {
  const rows = await ctx.manager.query<(UserRow & { teamId: string })[]>(
    `SELECT t.id AS "teamId", u.*
       FROM unnest($2::uuid[]) AS t(id)
      CROSS JOIN LATERAL (
            SELECT ${COLUMNS}
              FROM membership m
              JOIN app_user u ON u.company_id = m.company_id AND u.id = m.user_id
             WHERE m.company_id = $1 AND m.team_id = t.id AND ${holdsAt('m', '$3')} AND ${isMemberInSight(3)}
               AND ($8::text IS NULL OR (${BY_NAME}) > ($8, $9::uuid))
             ORDER BY ${BY_NAME}
             LIMIT $10) u
      ORDER BY ${BY_NAME}`,
    [ctx.companyId, teamIds, ...(await loadMemberSight(ctx, asOf)), ...pageParameters({ first, after })],
  )
  return groupBy(
    rows.map((row) => ({ ...row, asOf })),
    ({ teamId }) => teamId,
  )
})

const memberCounts = batchLoader<Dated, number>(async (ctx, teamIds, { asOf }) => {
  const rows = await ctx.manager.query<{ id: string; count: number }[]>(
    `SELECT m.team_id AS id, count(*)::int AS count
       FROM membership m
       JOIN app_user u ON u.company_id = m.company_id AND u.id = m.user_id
      WHERE m.company_id = $1 AND m.team_id = ANY($2::uuid[]) AND ${holdsAt('m', '$3')} AND ${isMemberInSight(3)}
      GROUP BY m.team_id`,
    [ctx.companyId, teamIds, ...(await loadMemberSight(ctx, asOf))],
  )
  return new Map(rows.map(({ id, count }) => [id, count]))
})

const teams = batchLoader<Dated, string>(async (ctx, userIds, { asOf }) => {
  const rows = await ctx.manager.query<{ id: string; teamId: string }[]>(
    `SELECT m.user_id AS id, m.team_id AS "teamId"
       FROM membership m
      WHERE m.company_id = $1 AND m.user_id = ANY($2::uuid[]) AND ${holdsAt('m', '$3')}`,
    [ctx.companyId, userIds, instantOf(ctx, asOf)],
  )
  return new Map(rows.map(({ id, teamId }) => [id, teamId]))
})

/** Null for an id that is not a person in the viewer's sight at that instant. */
export async function loadUser(ctx: Context, id: string, asOf: Date | null): Promise<UserRow | null> {
  return isUuid(id) ? ((await users(ctx).load({ id, asOf })) ?? null) : null
}

/** The people of a team that the viewer sees, by name. */
export async function loadMembers(ctx: Context, team: Dated, page: Page): Promise<Connection<UserRow>> {
  const { id, asOf } = team
  const rows = (await memberPages(ctx).load({ id, asOf, ...page })) ?? []
  return connectionOf(rows, page, byName, async () => (await memberCounts(ctx).load({ id, asOf })) ?? 0)
}

/** Everybody of the company that the viewer sees, by name; their teams and roles are read at `asOf`. */
export async function loadUsers(ctx: Context, asOf: Date | null, page: Page): Promise<Connection<UserRow>> {
  const { manager, companyId } = ctx
  const sight = await loadPeopleSight(ctx, asOf)
  const rows = await manager.query<Omit<UserRow, 'asOf'>[]>(
    `SELECT ${COLUMNS} FROM app_user u
      WHERE u.company_id = $1 AND ${isInSight(2)} AND ($8::text IS NULL OR (${BY_NAME}) > ($8, $9::uuid))
      ORDER BY ${BY_NAME} LIMIT $10`,
    [companyId, ...sight, ...pageParameters(page)],
  )
  const count = async () => {
    const [row] = await manager.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM app_user u WHERE u.company_id = $1 AND ${isInSight(2)}`,
      [companyId, ...sight],
    )
    return row?.count ?? 0
  }
  return connectionOf(
    rows.map((row) => ({ ...row, asOf })),
    page,
    byName,
    count,
  )
}

/** The id of the team the person is in, null without one; whether the viewer sees that team is not asked here. */
export async function loadTeamId(ctx: Context, { id, asOf }: Dated): Promise<string | null> {
  return (await teams(ctx).load({ id, asOf })) ?? null
}

function byName({ name, id }: UserRow): NonNullable<Position> {
  return [name, id]
}

function pageParameters({ first, after }: Page): [name: string | null, id: string | null, limit: number] {
  return [after?.[0] ?? null, after?.[1] ?? null, first + 1]
}
