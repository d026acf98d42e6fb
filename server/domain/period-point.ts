import type { LocalDate } from './calendar.js'
import { sumOf, type Decimal } from './decimal.js'
import { reachedShare } from './pace.js'

const DAY = 86_400_000

/** By the wall calendar, whatever clocks do on the way; negative when `to` is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / DAY
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)
}

/** How many days of a period have begun on the day `today`: all of one that is over, none of one to come. */
export function daysBegun(start: LocalDate, length: number, today: LocalDate): number {
  return Math.min(length, Math.max(0, daysBetween(start, today) + 1))
}

/**
 * After how many days another period was where this one is when `begun` of its `length` days have: the same share
 * of its days, to the nearest whole one. Of two weeks, the same weekday; at the last day, the last day.
 */
export function samePoint(begun: number, length: number, lengthOfOther: number): number {
  return Math.round((begun * lengthOfOther) / length)
}

/** Where a past period is cut to know what it had reached: before and after the day that is as far into it. */
export function cutsAt(
  start: LocalDate,
  length: number,
  elapsedShare: number,
): [LocalDate, LocalDate, LocalDate] {
  const day = Math.floor(elapsedShare * length)
  return [start, addDays(start, day), addDays(start, Math.min(day + 1, length))]
}

/**
 * The share of its total that a past period of so many days had reached, from what came before, on and after the day
 * between its `cutsAt`; null when the total is 0. The same as from the values of all its days, which are many to read.
 */
export function reachedBetween(
  length: number,
  elapsedShare: number,
  [before, on, after]: readonly [Decimal, Decimal, Decimal],
): number | null {
  const position = elapsedShare * length
  return reachedShare({ before, on, total: sumOf([before, on, after]) }, position - Math.floor(position))
}
