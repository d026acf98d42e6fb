import type { Calendar, LocalDate, Period } from '../../domain/calendar.js'
import { addDays } from '../../domain/period-point.js'
import type { Frequency } from '../../domain/metric.js'
import { periodOf } from '../calendar/period.js'

/** Whether a metric is reached in a period, asked of these nodes and people. Null: of all that have a target. */
export interface Question {
  readonly metricId: string
  readonly period: Period
  readonly owners: ReadonlySet<string> | null
}

/** A metric that has targets of this frequency. */
export interface Tracked {
  readonly metricId: string
  readonly frequency: Frequency
}

/** Activities are taken up to 24 hours ahead, which where the clocks change may be two days. */
const DAYS_AHEAD = [0, 1, 2]

/** The periods in which something may be done: the one that is running, and the next when it is near. */
export function openDays(today: LocalDate): LocalDate[] {
  return DAYS_AHEAD.map((days) => addDays(today, days))
}

/** Each metric in its periods that hold one of the days. */
export function questionsOn(
  calendar: Calendar,
  tracked: readonly Tracked[],
  days: Iterable<LocalDate>,
  owners: Question['owners'],
): Question[] {
  const asked = new Set(days)
  const periodsOf = new Map<Frequency, readonly Period[]>()
  for (const { frequency } of tracked) {
    if (!periodsOf.has(frequency)) periodsOf.set(frequency, periodsHolding(calendar, frequency, asked))
  }
  return tracked.flatMap(({ metricId, frequency }) =>
    periodsOf.get(frequency)!.map((period) => ({ metricId, period, owners })),
  )
}

function periodsHolding(calendar: Calendar, frequency: Frequency, days: Iterable<LocalDate>): Period[] {
  const periods: Period[] = []
  for (const day of [...days].sort()) {
    const latest = periods.at(-1)
    if (latest === undefined || day >= latest.end) periods.push(periodOf(calendar, frequency, day))
  }
  return periods
}

/** Each metric and period once, asked of whom any of them asked it. */
export function merged(questions: readonly Question[]): Question[] {
  const byText = new Map<string, Question>()
  for (const question of questions) {
    const { metricId, period, owners } = question
    const text = `${metricId}/${period.frequency}/${period.start}`
    const known = byText.get(text)
    const isOfAll = owners === null || known?.owners === null
    const both = isOfAll ? null : new Set([...(known?.owners ?? []), ...owners])
    byText.set(text, known ? { ...known, owners: both } : question)
  }
  return [...byText.values()]
}
