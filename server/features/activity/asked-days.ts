import { Temporal } from 'temporal-polyfill'
import type { LocalDate } from '../../domain/calendar.js'
import type { Context } from '../../platform/context.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { localDateOf } from '../calendar/period.js'
import { presentInstant } from '../calendar/present-instant.js'

export interface Days {
  readonly from: LocalDate
  /** The first day that is not of it any more. */
  readonly to: LocalDate
}

const USUAL_DAYS = 31

/** The days that are meant; what is left out are the last 31, today included. */
export async function loadAskedDays(
  ctx: Context,
  from: LocalDate | null,
  to: LocalDate | null,
): Promise<Days> {
  const today = localDateOf(await loadCalendar(ctx), presentInstant(ctx, null))
  const end = to ?? Temporal.PlainDate.from(today).add({ days: 1 }).toString()
  return { from: from ?? Temporal.PlainDate.from(end).subtract({ days: USUAL_DAYS }).toString(), to: end }
}
