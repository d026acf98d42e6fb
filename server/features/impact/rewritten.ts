import type { Role } from '../../domain/viewer.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { isInSight, loadPeopleSight } from '../people/people-sight.js'

interface HeldRole {
  readonly id: string
  readonly userId: string
  readonly nodeId: string
  readonly role: Role
}

/** Who is in which team and who holds what, while the rows that tell it are not rewritten yet. */
export interface PeopleFound {
  /** By id of a person whom the viewer sees; null: in no team. */
  readonly teams: ReadonlyMap<string, string | null>
  /** By id. */
  readonly roles: ReadonlyMap<string, HeldRole>
}

/** What a change has found of what it touched, where its rows tell that no more. */
export interface Rewritten {
  readonly people: readonly {
    readonly id: string
    readonly teamId: string | null
    readonly isSeen: boolean
  }[]
  /** Ids, of roles among others. */
  readonly touched: readonly string[]
  /** Those of them that were held. */
  readonly roles: readonly HeldRole[]
}

export const NOTHING_REWRITTEN: Rewritten = { people: [], touched: [], roles: [] }

/**
 * To be asked before a change that is dated back: it touches rows that hold at present. Two statements, which read all
 * people in sight, since whom it will touch is not known yet. @throws FORBIDDEN for an API key that may not read people.
 */
export async function findPeople(ctx: Context): Promise<PeopleFound> {
  const { manager, companyId } = ctx
  const sight = await loadPeopleSight(ctx, null)
  const people = await manager.query<{ id: string; teamId: string | null }[]>(
    `SELECT u.id, t.team_id AS "teamId"
       FROM app_user u
       LEFT JOIN membership t ON t.company_id = u.company_id AND t.user_id = u.id AND ${holdsAt('t', '$2')}
      WHERE u.company_id = $1 AND ${isInSight(2)}`,
    [companyId, ...sight],
  )
  const roles = await manager.query<HeldRole[]>(
    `SELECT r.id, r.user_id AS "userId", r.node_id AS "nodeId", r.role
       FROM role_assignment r WHERE r.company_id = $1 AND ${holdsAt('r', '$2')}`,
    [companyId, instantOf(ctx, null)],
  )
  return {
    teams: new Map(people.map(({ id, teamId }) => [id, teamId])),
    roles: new Map(roles.map((role) => [role.id, role])),
  }
}

/** `touched` are the ids of what was changed: whatever else there is, its rows still tell. */
export function rewrittenOf({ teams, roles }: PeopleFound, touched: readonly string[]): Rewritten {
  const held = touched.flatMap((id) => roles.get(id) ?? [])
  const ids = [...new Set([...touched, ...held.map(({ userId }) => userId)])]
  const people = ids.map((id) => ({ id, teamId: teams.get(id) ?? null, isSeen: teams.has(id) }))
  return { people, touched, roles: held }
}
