import type { Era } from '../../domain/activity.js'
import type { Enablement } from '../../domain/activity-type.js'
import type { Calendar, LocalDate, Period } from '../../domain/calendar.js'
import type { Context } from '../../platform/context.js'
import type { Change } from '../../platform/database/change.js'
import { perVersion } from '../../platform/per-version.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { periodAt } from '../calendar/period.js'
import { loadEnablement } from './activity-logger.loaders.js'
import { loadTypesById, type ActivityTypeRow } from './activity-type.loaders.js'

/** What of a company's configuration decides whether and where an activity counts. */
export interface Terms {
  readonly began: Date
  readonly types: ReadonlyMap<string, ActivityTypeRow>
  /** What the nodes enable at present: what the activity logger offers. */
  readonly enablement: Enablement
  readonly dayOf: (instant: Date) => LocalDate
}

const beginning = perVersion(async ({ manager, companyId }) => {
  const [row] = await manager.query<[{ began: Date }]>(
    `SELECT created_at AS began FROM company WHERE company_id = $1`,
    [companyId],
  )
  return row.began
})

/** Read before a change begins, it is at hand in it, unless another change came first. One after another: see `Change`. */
export async function loadTerms(ctx: Context): Promise<Terms> {
  return {
    began: await beginning(ctx, null),
    types: await loadTypesById(ctx),
    enablement: await loadEnablement(ctx, null),
    dayOf: dayIn(await loadCalendar(ctx)),
  }
}

export function eraOf({ at }: Change, { began }: Terms): Era {
  return { began, now: at }
}

/** A calendar is kept with the version of the company. */
const known = new WeakMap<Calendar, (instant: Date) => LocalDate>()

function dayIn(calendar: Calendar): (instant: Date) => LocalDate {
  const found = known.get(calendar)
  if (found) return found
  const dayOf = daysOf(calendar)
  known.set(calendar, dayOf)
  return dayOf
}

const DAY = 86_400_000

/** Each day is looked up in the time zone once. */
function daysOf(calendar: Calendar): (instant: Date) => LocalDate {
  const periods = new Map<number, Period[]>()
  return (instant) => {
    const dayOfUtc = Math.floor(instant.getTime() / DAY)
    const near = periods.get(dayOfUtc) ?? []
    const found = near.find(({ startsAt, endsAt }) => startsAt <= instant && instant < endsAt)
    if (found) return found.start
    const period = periodAt(calendar, 'DAILY', instant)
    periods.set(dayOfUtc, [...near, period])
    return period.start
  }
}
