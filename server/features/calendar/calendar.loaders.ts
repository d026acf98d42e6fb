import { DEFAULT_CALENDAR, type CompanyCalendar } from '../../domain/calendar.js'
import type { Context } from '../../platform/context.js'
import type { Eventually } from '../../platform/eventually.js'
import { perVersion } from '../../platform/per-version.js'

const presentCalendar = perVersion(readCalendar)

async function readCalendar({ manager, companyId }: Context): Promise<CompanyCalendar> {
  const [row] = await manager.query<CompanyCalendar[]>(
    `SELECT time_zone AS "timeZone", week_start AS "weekStart",
            fiscal_year_start_month AS "fiscalYearStartMonth", currency
       FROM company_calendar WHERE company_id = $1`,
    [companyId],
  )
  return row ?? DEFAULT_CALENDAR
}

/** The calendar of the present, which tells the past as well. */
export function loadCalendar(ctx: Context): Eventually<CompanyCalendar> {
  return presentCalendar(ctx, null)
}
