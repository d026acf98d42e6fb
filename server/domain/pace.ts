import {
  compare,
  decimal,
  divide,
  multiply,
  roundTo,
  SCALE,
  significant,
  ZERO,
  type Decimal,
} from './decimal.js'

export const PACE_METHODS = ['LINEAR', 'HISTORICAL'] as const
export type PaceMethod = (typeof PACE_METHODS)[number]

/** Fewer past periods say too little of how a period usually goes. */
export const MIN_PAST_PERIODS = 4
/** Older ones say how it used to go: a year of months, three years of quarters. */
export const MAX_PAST_PERIODS = 12

/** Which share of its final value a period has usually reached by now. An estimate, hence a number. */
export interface Pace {
  readonly method: PaceMethod
  /** A fraction, 0.25 being a quarter; above 1 where corrections usually take something back at the end. */
  readonly share: number
  /** Mean absolute percentage error of `method` in the back-test, as a fraction; null without a back-test. */
  readonly error: number | null
  /** How many past periods were looked at. */
  readonly periods: number
}

/**
 * The share of the period that is over (LINEAR), or the mean of the shares of their totals that past periods had
 * reached at the same point (HISTORICAL) where that would have predicted those periods better. Past periods come oldest
 * first, without those whose total is 0; the last 12 are used, and at least 4 are needed.
 *
 * Back-test: leave-one-out cross-validation (M. Stone, Cross-validatory choice and assessment of statistical
 * predictions, J. R. Stat. Soc. B 36(2), 1974, 111-147). The total T of each past period is predicted from its
 * own value C at this point, as C / share, the share being the elapsed one or the mean of the other periods.
 * Error: MAPE = mean(|T - C / share| / |T|) (R. J. Hyndman, A. B. Koehler, Another look at measures of forecast
 * accuracy, Int. J. Forecasting 22(4), 2006, 679-688), as a fraction instead of percent, to 6 digits.
 *
 * @param elapsedShare from 0 (not begun) to 1 (over).
 * @throws RangeError when `elapsedShare` is not.
 */
export function paceOfShares(elapsedShare: number, shares: readonly number[]): Pace {
  if (!(elapsedShare >= 0 && elapsedShare <= 1)) {
    throw new RangeError(`elapsedShare is ${elapsedShare}; expected a number from 0 to 1.`)
  }
  const reached = shares.slice(-MAX_PAST_PERIODS)
  const linear = { method: 'LINEAR', share: elapsedShare, periods: reached.length } as const
  if (reached.length < MIN_PAST_PERIODS || elapsedShare === 0) return { ...linear, error: null }
  const errorOfLine = backTest(reached, () => elapsedShare)
  const errorOfCurve = backTest(reached, mean)
  if (errorOfCurve >= errorOfLine) return { ...linear, error: errorOfLine }
  return {
    method: 'HISTORICAL',
    share: rounded(mean(reached), 12),
    error: errorOfCurve,
    periods: reached.length,
  }
}

/** What of a past period came before the day in question, and on it. */
export interface Reached {
  readonly before: Decimal
  readonly on: Decimal
  readonly total: Decimal
}

/** The share of its total that a period had reached when `partOfDay` of that day was over; null when the total is 0. */
export function reachedShare({ before, on, total }: Reached, partOfDay: number): number | null {
  return compare(total, ZERO) === 0 ? null : ratio(before, total) + ratio(on, total) * partOfDay
}

function ratio(part: Decimal, total: Decimal): number {
  return Number(divide(part, total, 15))
}

/** Infinite when one period could not have been predicted at all: its likes had reached nothing at this point. */
function backTest(reached: readonly number[], shareBy: (others: readonly number[]) => number): number {
  const errors = reached.map((own, index) => {
    const share = shareBy(reached.filter((_, other) => other !== index))
    return share > 0 ? Math.abs(1 - own / share) : Infinity
  })
  return rounded(mean(errors), 6)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

/** Beyond its digits there is nothing but the noise of floats, which must not decide between the methods. */
function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits
}

/** What of the target should be reached by now. */
export function expectedOf(target: Decimal, { share }: Pick<Pace, 'share'>): Decimal {
  return estimate(multiply(target, exactly(share)))
}

/** What the period will end at if it goes on like this; null while nothing is usually reached. */
export function forecastOf(actual: Decimal, { share }: Pick<Pace, 'share'>): Decimal | null {
  const forecast = divide(actual, exactly(share), 20)
  return forecast === null ? null : estimate(forecast)
}

function exactly(share: number): Decimal {
  return decimal(share.toFixed(20))
}

/** 15 digits are what a number has: with more, 200 at two thirds would forecast a little less than 300. */
function estimate(amount: Decimal): Decimal {
  return roundTo(significant(amount, 15), SCALE)
}
