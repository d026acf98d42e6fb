import type { Calendar, LocalDate } from '../../domain/calendar.js'
import { periodOf } from '../calendar/period.js'
import type { Question, Tracked } from './question.js'

/** As many metrics and periods are looked at in one transaction; more of them where more end on one day. */
const MAX_QUESTIONS = 60

export interface Ended {
  readonly questions: readonly Question[]
  /** All that was over when this day began is among them, or was before. */
  readonly until: LocalDate
}

/** What ended after `from` and before `today`, in the order of time, as far as it is looked at in one go. */
export function endedPeriods(
  calendar: Calendar,
  tracked: readonly Tracked[],
  from: LocalDate,
  today: LocalDate,
): Ended {
  const frequencies = [...new Set(tracked.map(({ frequency }) => frequency))]
  const questions: Question[] = []
  for (let until = from; ;) {
    const running = frequencies.map((frequency) => periodOf(calendar, frequency, until))
    const next = running.reduce((first, { end }) => (end < first ? end : first), '9999-12-31')
    if (next > today) return { questions, until: today }
    const ending = running.filter(({ end }) => end === next)
    const asked = ending.flatMap((period) =>
      tracked
        .filter(({ frequency }) => frequency === period.frequency)
        .map(({ metricId }) => ({ metricId, period, owners: null })),
    )
    if (questions.length > 0 && questions.length + asked.length > MAX_QUESTIONS) return { questions, until }
    questions.push(...asked)
    until = next
  }
}

/**
 * What of the questions is asked now: what is not over, and of the past what is not going to be looked at anyway, or all
 * of that later if it is too much for one go. An import of years is such a case.
 */
export function withinReach(
  questions: readonly Question[],
  from: LocalDate,
  today: LocalDate,
): { readonly asked: Question[]; readonly from: LocalDate } {
  const open = questions.filter(({ period }) => period.end > today)
  const past = questions.filter(({ period }) => period.end <= from)
  if (past.length <= MAX_QUESTIONS) return { asked: [...open, ...past], from }
  const earliest = past.reduce((first, { period: { start } }) => (start < first ? start : first), from)
  return { asked: open, from: earliest }
}
