import type { LocalDate } from '../../domain/calendar.js'
import type { Change } from '../../platform/database/change.js'
import type { Tracked } from './question.js'
import type { Touched } from './unsettled-events.js'

export interface TrackedSince extends Tracked {
  /** The first day of the earliest period for which a target was set now; null: none was. */
  readonly changedFrom: LocalDate | null
}

/** What has targets at all, whoever's they are: nothing else can be reached. */
export function loadTracked(
  { manager, companyId }: Change,
  changed: Touched | undefined,
): Promise<TrackedSince[]> {
  return manager.query(
    `SELECT t.metric_id AS "metricId", t.frequency,
            (min(t.period_start) FILTER (WHERE t.metric_id = ANY($2::uuid[]) AND t.period_start = ANY($3::date[])))::text
              AS "changedFrom"
       FROM target t
      WHERE t.company_id = $1
      GROUP BY t.metric_id, t.frequency`,
    [companyId, [...(changed?.metricIds ?? [])], [...(changed?.days ?? [])]],
  )
}
