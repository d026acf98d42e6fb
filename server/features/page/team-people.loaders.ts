import type { Period } from '../../domain/calendar.js'
import type { Sums } from '../../domain/metric-value.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { groupBy } from '../../platform/group-by.js'
import { loadParts } from '../activity/parts.loaders.js'
import type { UserRow } from '../people/user.loaders.js'
import { loadNamedPeople } from '../progress/named-people.loaders.js'

/** The people of a team over some periods: who was in it, and whoever did something for it. */
export interface TeamPeople {
  /** All of them, also those whom the viewer may not be told of. */
  readonly ids: readonly string[]
  /** Those whom the viewer may be told of, by name. */
  readonly named: readonly UserRow[]
  /** At present. */
  isMember(userId: string): boolean
  /** At the end of one of the periods, or now while that lies ahead. */
  wasMember(userId: string): boolean
  ofPeriod(period: Period): PeopleOfPeriod
}

export interface PeopleOfPeriod {
  /** Who was in the team at its end, or is in it now while that lies ahead: those whose targets the team adds up. */
  readonly members: ReadonlySet<string>
  /** What each did for the team in it. */
  readonly sums: ReadonlyMap<string, Sums>
}

/** Three statements, whatever the number of people and periods. */
export async function loadTeamPeople(
  ctx: Context,
  teamId: string,
  periods: readonly Period[],
): Promise<TeamPeople> {
  const [present, ...members] = await readMembers(ctx, teamId, [
    ctx.moment.at,
    ...periods.map(({ endsAt }) => instantOf(ctx, new Date(endsAt.getTime() - 1))),
  ])
  const sums = await Promise.all(periods.map((period) => loadSums(ctx, teamId, period)))
  const were = new Set((periods.length === 0 ? [present!] : members).flatMap((one) => [...one]))
  const ids = [...new Set([...were, ...sums.flatMap((one) => [...one.keys()])])]
  const named = await loadNamedPeople(ctx, { id: teamId, asOf: null }, ids)
  const ofPeriods = new Map(
    periods.map((period, index) => [period, { members: members[index]!, sums: sums[index]! }]),
  )
  return {
    ids,
    named: [...named.values()].sort(byName),
    isMember: (userId) => present!.has(userId),
    wasMember: (userId) => were.has(userId),
    ofPeriod: (period) => ofPeriods.get(period)!,
  }
}

async function readMembers(
  { manager, companyId }: Context,
  teamId: string,
  instants: readonly Date[],
): Promise<ReadonlySet<string>[]> {
  const rows = await manager.query<{ readonly place: string; readonly userId: string }[]>(
    `SELECT q.place, m.user_id AS "userId"
       FROM unnest($3::timestamptz[]) WITH ORDINALITY AS q(at, place)
       JOIN membership m ON m.company_id = $1 AND m.team_id = $2 AND ${holdsAt('m', 'q.at')}`,
    [companyId, teamId, instants],
  )
  const byPlace = groupBy(rows, ({ place }) => place)
  return instants.map(
    (_, index) => new Set((byPlace.get(String(index + 1)) ?? []).map(({ userId }) => userId)),
  )
}

async function loadSums(
  ctx: Context,
  id: string,
  { start, end }: Period,
): Promise<ReadonlyMap<string, Sums>> {
  return groupBy(await loadParts(ctx, { id, from: start, to: end }), ({ partId }) => partId)
}

function byName(a: UserRow, b: UserRow): number {
  return a.name < b.name || (a.name === b.name && a.id < b.id) ? -1 : 1
}
