import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import { isInSight, loadPeopleSight } from './people-sight.js'
import type { UserEntity } from './user.entity.js'

export interface UserRow extends Omit<UserEntity, 'companyId'> {
  readonly asOf: Date | null
}

export const USER_COLUMNS = `u.id, u.email, u.name, u.status, u.data_visibility AS "dataVisibility", u.version,
  u.changed_at AS "changedAt"`

const users = batchLoader<Dated, UserRow>(async (ctx, ids, { asOf }) => {
  const rows = await ctx.manager.query<UserRow[]>(
    `SELECT ${USER_COLUMNS} FROM app_user u WHERE u.company_id = $1 AND u.id = ANY($2::uuid[]) AND ${isInSight(3)}`,
    [ctx.companyId, ids, ...(await loadPeopleSight(ctx, asOf))],
  )
  return new Map(rows.map((row) => [row.id, { ...row, asOf }]))
})

const unseen = batchLoader<Dated, UserRow>(async ({ manager, companyId }, ids, { asOf }) => {
  const rows = await manager.query<UserRow[]>(
    `SELECT ${USER_COLUMNS} FROM app_user u WHERE u.company_id = $1 AND u.id = ANY($2::uuid[])`,
    [companyId, ids],
  )
  return new Map(rows.map((row) => [row.id, { ...row, asOf }]))
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

/** As `loadUser`, whoever asks: for what decides. */
export async function loadUserUnseen(ctx: Context, id: string): Promise<UserRow | null> {
  return isUuid(id) ? ((await unseen(ctx).load({ id, asOf: null })) ?? null) : null
}

/** The id of the team the person is in, null without one; whether the viewer sees that team is not asked here. */
export async function loadTeamId(ctx: Context, { id, asOf }: Dated): Promise<string | null> {
  return (await teams(ctx).load({ id, asOf })) ?? null
}
