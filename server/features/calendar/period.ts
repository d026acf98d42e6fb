import { Temporal } from 'temporal-polyfill'
import { WEEKDAYS, type Calendar, type LocalDate, type Period } from '../../domain/calendar.js'
import { DomainError } from '../../domain/errors.js'
import type { Frequency } from '../../domain/metric.js'
import { labelOf } from './period-label.js'

type Day = Temporal.PlainDate

/** As many periods as are read at once; more than a year of days. */
export const MAX_PERIODS = 400

const LENGTH: Record<Frequency, { readonly days: number } | { readonly months: number }> = {
  DAILY: { days: 1 },
  WEEKLY: { days: 7 },
  MONTHLY: { months: 1 },
  QUARTERLY: { months: 3 },
  YEARLY: { months: 12 },
}

/** The period that holds the day. */
export function periodOf(calendar: Calendar, frequency: Frequency, date: LocalDate): Period {
  return periodFrom(calendar, frequency, firstDayOf(calendar, frequency, Temporal.PlainDate.from(date)))
}

/** The period that holds the instant. */
export function periodAt(calendar: Calendar, frequency: Frequency, instant: Date): Period {
  return periodOf(calendar, frequency, localDateOf(calendar, instant))
}

/**
 * The day in which the instant is counted: the one the clocks of the zone show. Where they are set back over midnight,
 * the day that has begun goes on, so that no instant is in two days.
 */
export function localDateOf(calendar: Calendar, instant: Date): LocalDate {
  const shown = Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(calendar.timeZone)
    .toPlainDate()
  const next = shown.add({ days: 1 })
  return (startOfDay(calendar, next) <= instant ? next : shown).toString()
}

/** The period so many after this one, or before it when `by` is negative. */
export function shiftPeriod(calendar: Calendar, { frequency, start }: Period, by: number): Period {
  return periodFrom(calendar, frequency, later(Temporal.PlainDate.from(start), frequency, by))
}

export function previousPeriod(calendar: Calendar, period: Period): Period {
  return shiftPeriod(calendar, period, -1)
}

export function nextPeriod(calendar: Calendar, period: Period): Period {
  return shiftPeriod(calendar, period, 1)
}

/**
 * From the period that holds the one day to the period that holds the other, both included.
 * @throws DomainError INVALID when the days are the wrong way round, LIMIT_EXCEEDED for more than MAX_PERIODS.
 */
export function periodsBetween(
  calendar: Calendar,
  frequency: Frequency,
  from: LocalDate,
  to: LocalDate,
): Period[] {
  if (from > to) throw new DomainError('INVALID', `${from} is after ${to}; give the earlier day first.`)
  const periods: Period[] = []
  for (let one = periodOf(calendar, frequency, from); one.start <= to; one = nextPeriod(calendar, one)) {
    if (periods.length === MAX_PERIODS) throw tooMany(frequency, from, to)
    periods.push(one)
  }
  return periods
}

/** By the wall calendar: also a day that a zone left out when it moved across the date line. */
export function daysOf({ start, end }: Period): LocalDate[] {
  const [first, last] = [Temporal.PlainDate.from(start), Temporal.PlainDate.from(end)]
  return Array.from({ length: first.until(last).days }, (_, days) => first.add({ days }).toString())
}

/** How much of the period is over, 0 to 1, by instants: a day on which the clocks change counts with its real length. */
export function elapsedShare({ startsAt, endsAt }: Period, instant: Date): number {
  if (instant >= endsAt) return 1
  return instant <= startsAt ? 0 : (+instant - +startsAt) / (+endsAt - +startsAt)
}

function periodFrom(calendar: Calendar, frequency: Frequency, first: Day): Period {
  const next = later(first, frequency, 1)
  return {
    frequency,
    start: first.toString(),
    end: next.toString(),
    startsAt: startOfDay(calendar, first),
    endsAt: startOfDay(calendar, next),
    label: labelOf(calendar, frequency, first),
  }
}

function firstDayOf({ weekStart, fiscalYearStartMonth }: Calendar, frequency: Frequency, day: Day): Day {
  const monthOfYear = (day.month - fiscalYearStartMonth + 12) % 12
  switch (frequency) {
    case 'DAILY':
      return day
    case 'WEEKLY':
      return day.subtract({ days: (day.dayOfWeek - 1 - WEEKDAYS.indexOf(weekStart) + 7) % 7 })
    case 'MONTHLY':
      return day.with({ day: 1 })
    case 'QUARTERLY':
      return day.with({ day: 1 }).subtract({ months: monthOfYear % 3 })
    case 'YEARLY':
      return day.with({ day: 1 }).subtract({ months: monthOfYear })
  }
}

function later(first: Day, frequency: Frequency, by: number): Day {
  const [[unit, length]] = Object.entries(LENGTH[frequency]) as [[string, number]]
  return first.add({ [unit]: length * by })
}

/** The first instant of the day, also where its midnight does not exist or comes twice. */
function startOfDay({ timeZone }: Calendar, day: Day): Date {
  return new Date(day.toZonedDateTime(timeZone).epochMilliseconds)
}

function tooMany(frequency: Frequency, from: LocalDate, to: LocalDate): DomainError {
  const message = `From ${from} to ${to} there are more than ${MAX_PERIODS} ${frequency} periods; ask for fewer at a time.`
  return new DomainError('LIMIT_EXCEEDED', message)
}
