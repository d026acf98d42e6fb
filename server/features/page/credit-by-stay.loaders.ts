import type { LocalDate, Period } from '../../domain/calendar.js'
import type { Sums } from '../../domain/metric-value.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { sumOfRow, type StoredSum } from '../progress/stretches.loaders.js'

/** A stay in a team, by its first day. */
export interface StayOfTeam {
  readonly teamId: string
  readonly since: LocalDate
}

interface Row extends StoredSum {
  /** 0 is none of them. */
  readonly place: string
}

/**
 * What somebody did in a period: for each stay, the latest being the first, what was credited to its team since, and
 * what is of none of them. Everything is in one place, so they add up. Who came back into a team starts anew with the
 * day. One statement. Whoever asks: who shows it, asks who may see it.
 */
export async function loadCreditByStay(
  { manager, companyId }: Context,
  userId: string,
  { start, end }: Period,
  stays: readonly StayOfTeam[],
): Promise<{ readonly ofStays: readonly Sums[]; readonly rest: Sums }> {
  const rows = await manager.query<Row[]>(
    `SELECT coalesce(s.place, 0) AS place, r.activity_type_id AS "activityTypeId", r.label,
            sum(r.quantity) AS quantity, sum(r.amount) AS amount
       FROM activity_person_rollup r
       LEFT JOIN LATERAL (
            SELECT s.place FROM unnest($5::uuid[], $6::date[]) WITH ORDINALITY AS s(team_id, since, place)
             WHERE s.team_id = r.node_id AND s.since <= r.day
             ORDER BY s.since DESC, s.place LIMIT 1) s ON true
      WHERE r.company_id = $1 AND r.user_id = $2 AND r.day >= $3 AND r.day < $4
      GROUP BY 1, 2, 3
     HAVING sum(r.quantity) <> 0 OR sum(r.amount) <> 0`,
    [...[companyId, userId, start, end], stays.map(({ teamId }) => teamId), stays.map(({ since }) => since)],
  )
  const byPlace = groupBy(rows, ({ place }) => Number(place))
  const sumsAt = (place: number) => (byPlace.get(place) ?? []).map(sumOfRow)
  return { ofStays: stays.map((_, index) => sumsAt(index + 1)), rest: sumsAt(0) }
}
