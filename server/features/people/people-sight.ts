import { SYSTEM } from '../../domain/viewer.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { loadSight } from '../org/sight.loaders.js'

/** Which members of teams the viewer sees at an instant, as the parameters of `isMemberInSight`. */
export type MemberSight = readonly [
  at: Date,
  isOfAll: boolean,
  self: string | null,
  teams: readonly string[],
  teamsWithHidden: readonly string[],
]

/** Whom the viewer sees at an instant, as the parameters of `isInSight`. */
export type PeopleSight = readonly [...MemberSight, nodes: readonly string[]]

/** @throws FORBIDDEN for an API key without the scope. */
export async function loadPeopleSight(ctx: Context, asOf: Date | null): Promise<PeopleSight> {
  const members = await loadMemberSight(ctx, asOf)
  const people = await loadSight(ctx, 'see people', asOf)
  return [...members, people.isOfAll ? [] : people.seen()]
}

/** @throws as `loadPeopleSight`. */
export async function loadMemberSight(ctx: Context, asOf: Date | null): Promise<MemberSight> {
  const at = instantOf(ctx, asOf)
  const people = await loadSight(ctx, 'see people', asOf)
  if (people.isOfAll) return [at, true, selfOf(ctx), [], []]
  const hidden = await loadSight(ctx, 'see hidden people', asOf)
  return [at, false, selfOf(ctx), people.whole(), hidden.whole()]
}

/**
 * SQL condition for the rows of app_user `u` that are in sight; a `PeopleSight` begins at parameter `first`.
 * Seen are oneself, the people of one's teams (the hidden ones by those who run the team), and who holds a role on a
 * node that is seen, if only by name.
 */
export function isInSight(first: number): string {
  const { at, isOfAll, self, nodes } = parameters(first)
  return `(${isOfAll} OR u.id = ${self}
    OR EXISTS (SELECT FROM membership m
                WHERE m.company_id = u.company_id AND m.user_id = u.id AND ${holdsAt('m', at)} AND ${isMemberInSight(first)})
    OR EXISTS (SELECT FROM role_assignment r
                WHERE r.company_id = u.company_id AND r.user_id = u.id AND ${holdsAt('r', at)} AND r.node_id = ANY(${nodes})))`
}

/** For the person `u` as a member by the row `m` of membership; a `MemberSight` begins at parameter `first`. */
export function isMemberInSight(first: number): string {
  const { isOfAll, self, teams, teamsWithHidden } = parameters(first)
  return `(${isOfAll} OR m.team_id = ANY(${teamsWithHidden})
    OR m.team_id = ANY(${teams}) AND (u.data_visibility = 'VISIBLE' OR u.id = ${self}))`
}

function parameters(first: number) {
  return {
    at: `$${first}::timestamptz`,
    isOfAll: `$${first + 1}::boolean`,
    self: `$${first + 2}::uuid`,
    teams: `$${first + 3}::uuid[]`,
    teamsWithHidden: `$${first + 4}::uuid[]`,
    nodes: `$${first + 5}::uuid[]`,
  }
}

/** Null for who is no person: an integration, the system. */
export function selfOf({ actor }: Context): string | null {
  return actor === SYSTEM || actor.kind === 'API_KEY' ? null : actor.userId
}
