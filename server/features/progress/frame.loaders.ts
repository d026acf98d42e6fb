import type { Calendar, LocalDate, Period } from '../../domain/calendar.js'
import type { Frequency } from '../../domain/metric.js'
import { MAX_PAST_PERIODS } from '../../domain/pace.js'
import { addDays, cutsAt, daysBegun, daysBetween, samePoint } from '../../domain/period-point.js'
import type { Context } from '../../platform/context.js'
import { eventually, Remembered, type Eventually, type Keys } from '../../platform/eventually.js'
import { perRequest } from '../../platform/per-request.js'
import { askedPeriodOfField, type AskedPeriod } from '../calendar/asked-period.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { elapsedShare, localDateOf, previousPeriod, shiftPeriod } from '../calendar/period.js'
import { presentInstant } from '../calendar/present-instant.js'
import { once } from './once.js'

/** Days on which stretches begin, and the end of the last; two that are the same enclose nothing. */
export type Cuts = readonly LocalDate[]

/** A period and where the present is in it. What takes work to find out is found out once, when it is asked for. */
export interface Frame {
  readonly period: Period
  /** How much of it is over, 0 to 1. */
  readonly share: number
  readonly isOver: boolean
  readonly daysBegun: number
  readonly whole: Cuts
  /** Each day a stretch of its own. */
  readonly byDay: () => Cuts
  readonly previous: () => { readonly period: Period; readonly cuts: Cuts }
  readonly past: () => Past
}

/** The periods before it, oldest first, three stretches each. */
export interface Past {
  readonly lengths: readonly number[]
  readonly cuts: Cuts
}

const frames = perRequest(() => new Remembered<Frame>())

/**
 * The period that is meant; without one the running one, or the one that ran at `asOf`. How far it has come is told
 * as of the present, as are the numbers. @throws as `askedPeriodOfField`.
 */
export function loadFrame(
  ctx: Context,
  asked: AskedPeriod | null,
  { frequency, asOf }: { readonly frequency: Frequency; readonly asOf: Date | null },
): Eventually<Frame> {
  const { frequency: ofPeriod, containing, offset } = asked ?? {}
  const keys: Keys = [ctx.moment.version, asOf?.getTime(), frequency, ofPeriod, containing, offset]
  return frames(ctx).of(keys, () =>
    eventually(loadCalendar(ctx), (calendar) => {
      const instant = presentInstant(ctx, asOf)
      const period = askedPeriodOfField(calendar, asked, { frequency, instant })
      return frameOf(calendar, period, presentInstant(ctx, null))
    }),
  )
}

function frameOf(calendar: Calendar, period: Period, now: Date): Frame {
  const { start, end, endsAt } = period
  const length = lengthOf(period)
  const begun = daysBegun(start, length, localDateOf(calendar, now))
  const share = elapsedShare(period, now)
  return {
    ...{ period, share, isOver: now >= endsAt, daysBegun: begun, whole: [start, end] },
    byDay: once(() => Array.from({ length: length + 1 }, (_, day) => addDays(start, day))),
    previous: once(() => {
      const previous = previousPeriod(calendar, period)
      const point = addDays(previous.start, samePoint(begun, length, lengthOf(previous)))
      return { period: previous, cuts: [previous.start, point, previous.end] }
    }),
    past: once(() => pastOf(calendar, period, share)),
  }
}

function pastOf(calendar: Calendar, period: Period, share: number): Past {
  const periods = Array.from({ length: MAX_PAST_PERIODS }, (_, index) =>
    shiftPeriod(calendar, period, index - MAX_PAST_PERIODS),
  )
  const cuts = periods.flatMap((one) => cutsAt(one.start, lengthOf(one), share))
  return { lengths: periods.map(lengthOf), cuts: [...cuts, period.start] }
}

function lengthOf({ start, end }: Period): number {
  return daysBetween(start, end)
}
