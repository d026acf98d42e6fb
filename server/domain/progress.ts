import { add, compare, divide, subtract, ZERO, type Decimal } from './decimal.js'
import type { MetricDirection } from './metric.js'
import { expectedOf, forecastOf, type Pace } from './pace.js'

export const PROGRESS_STATUSES = ['ACHIEVED', 'ON_TRACK', 'BEHIND', 'AT_RISK', 'NO_TARGET'] as const
export type ProgressStatus = (typeof PROGRESS_STATUSES)[number]

/** Where a key metric stands in one period. */
export interface Standing {
  /** Null when there is nothing to measure: 0 for what accumulates, unknown for an average or ratio. */
  readonly actual: Decimal | null
  readonly target: Decimal | null
  readonly direction: MetricDirection
  /** Counts and sums grow over the period; averages and ratios are at any time what they are. */
  readonly accumulates: boolean
  /** The period has ended. */
  readonly isOver: boolean
  readonly pace: Pick<Pace, 'share'>
}

export interface Progress {
  /** What is missing (INCREASE) or above the limit (DECREASE); negative: what is to spare. */
  readonly gap: Decimal | null
  /** actual / target, as a fraction rounded to 6 digits; null unless the target is above 0. */
  readonly attainment: Decimal | null
  readonly expected: Decimal | null
  readonly forecast: Decimal | null
  readonly status: ProgressStatus
}

/**
 * Gap and attainment are null without a target and without an actual. What does not accumulate is expected to
 * be at its target all the time and forecast to stay as it is; so is everything once the period is over.
 */
export function progressOf(standing: Standing): Progress {
  const actual = actualOf(standing)
  const { target } = standing
  const forecast = actual === null ? null : forecastFor(actual, standing)
  if (target === null) {
    return { gap: null, attainment: null, expected: null, forecast, status: 'NO_TARGET' }
  }
  return {
    gap: actual === null ? null : gapOf(actual, target, standing.direction),
    attainment: actual === null ? null : attainmentOf(actual, target),
    expected: extrapolates(standing) ? expectedOf(target, standing.pace) : target,
    forecast,
    status: statusOf(target, forecast, standing),
  }
}

/**
 * Whether the status is ACHIEVED, which takes less to know than how far it is: a target of 0 is by any actual that corrections
 * have not brought below 0. A limit (DECREASE) is kept only when the period is over.
 */
export function isAchieved(standing: Standing): boolean {
  const { target, direction, isOver } = standing
  const actual = actualOf(standing)
  if (actual === null || target === null) return false
  return (direction === 'INCREASE' || isOver) && isReached(actual, target, direction)
}

function actualOf({ actual, accumulates }: Standing): Decimal | null {
  return actual ?? (accumulates ? ZERO : null)
}

function extrapolates({ accumulates, isOver }: Standing): boolean {
  return accumulates && !isOver
}

function forecastFor(actual: Decimal, standing: Standing): Decimal | null {
  return extrapolates(standing) ? forecastOf(actual, standing.pace) : actual
}

function gapOf(actual: Decimal, target: Decimal, direction: MetricDirection): Decimal {
  return direction === 'INCREASE' ? subtract(target, actual) : subtract(actual, target)
}

/** Of a target below 0 there is no share either: a loss of 50 where 100 were allowed is not half of it. */
function attainmentOf(actual: Decimal, target: Decimal): Decimal | null {
  return compare(target, ZERO) > 0 ? divide(actual, target) : null
}

/**
 * Without a forecast (a period not begun, an average of nothing yet) nothing is amiss: ON_TRACK, until the period is over
 * without a value: AT_RISK.
 */
function statusOf(target: Decimal, forecast: Decimal | null, standing: Standing): ProgressStatus {
  if (isAchieved(standing)) return 'ACHIEVED'
  if (forecast === null) return standing.isOver ? 'AT_RISK' : 'ON_TRACK'
  return outlookOf(forecast, target, standing.direction)
}

function isReached(amount: Decimal, target: Decimal, direction: MetricDirection): boolean {
  const order = compare(amount, target)
  return direction === 'INCREASE' ? order >= 0 : order <= 0
}

/**
 * forecast / target (a limit: target / forecast, nothing used counting as kept) of at least 1 is ON_TRACK, of
 * at least 0.5 BEHIND, else AT_RISK; a target of 0 or less that will be missed always comes out as AT_RISK.
 */
function outlookOf(forecast: Decimal, target: Decimal, direction: MetricDirection): ProgressStatus {
  if (isReached(forecast, target, direction)) return 'ON_TRACK'
  const [part, whole] = direction === 'INCREASE' ? [forecast, target] : [target, forecast]
  return compare(add(part, part), whole) >= 0 ? 'BEHIND' : 'AT_RISK'
}
