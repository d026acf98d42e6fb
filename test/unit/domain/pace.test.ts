import fc from 'fast-check'
import { compare, multiply } from '../../../server/domain/decimal.js'
import { expectedOf, forecastOf } from '../../../server/domain/pace.js'
import { paceOf, type PastPeriod } from '../../support/past-days.js'
import { always, amounts, d } from './exact-numbers.js'

/** A past period by the value of each of its days. */
const period = (...days: number[]): PastPeriod => ({ days: days.map((day) => d(String(day))) })
const times = (count: number, of: PastPeriod) => Array.from({ length: count }, () => of)

const EVEN = period(25, 25, 25, 25)
/** Half of the period is over when a tenth of it has been sold. */
const LATE = period(5, 5, 30, 60)

describe('the share of a period that is usually reached', () => {
  it('is the elapsed share of the period while fewer than 4 past periods exist', () => {
    expect(paceOf(0.25, [])).toEqual({ method: 'LINEAR', share: 0.25, error: null, periods: 0 })
    expect(paceOf(0.5, times(3, LATE))).toEqual({ method: 'LINEAR', share: 0.5, error: null, periods: 3 })
  })

  it('is what past periods had reached at the same point, from 4 of them on', () => {
    expect(paceOf(0.5, times(4, LATE))).toEqual({ method: 'HISTORICAL', share: 0.1, error: 0, periods: 4 })
  })

  it('is the mean of their shares, each period weighing the same however large it was', () => {
    const past = [period(2, 8), period(20, 80), period(300, 700), period(30_000, 70_000)]
    expect(paceOf(0.5, past)).toMatchObject({ method: 'HISTORICAL', share: 0.25, periods: 4 })
  })

  it('within a day grows evenly over the day', () => {
    // Half of 4 days and a quarter of the third: 5 + 5 + 30 / 4 of 100.
    expect(paceOf(0.5625, times(4, LATE)).share).toBe(0.175)
  })

  it('is read at the same share of the period, not at the same day, where periods differ in length', () => {
    const past = [period(10, 90), period(5, 5, 45, 45), period(2, 4, 4, 30, 30, 30), period(10, 90)]
    expect(paceOf(0.5, past)).toEqual({ method: 'HISTORICAL', share: 0.1, error: 0, periods: 4 })
  })

  it('stays the elapsed share where past periods went evenly', () => {
    expect(paceOf(0.5, times(5, EVEN))).toEqual({ method: 'LINEAR', share: 0.5, error: 0, periods: 5 })
  })

  it('stays the elapsed share where past periods are too different to say more', () => {
    // Reached by half: 0.1, 0.9, 0.1, 0.9. By the line each is wrong by 0.8; by the mean of the others
    // (19/30, 11/30) it is 0.1 / (19/30) = 3/19, wrong by 16/19, and 0.9 / (11/30) = 27/11, wrong by 16/11.
    const past = [period(1, 9), period(9, 1), period(1, 9), period(9, 1)]
    expect(paceOf(0.5, past)).toEqual({ method: 'LINEAR', share: 0.5, error: 0.8, periods: 4 })
  })

  it('tells how wrong the method would have been: leave one out, mean absolute percentage error', () => {
    // Reached by half: 0.1, 0.1, 0.1, 0.2. Without the last the mean is 0.1, and 0.2 / 0.1 is wrong by 1;
    // without another it is 0.4 / 3, and 0.1 / (0.4 / 3) = 0.75 is wrong by 0.25. (1 + 3 * 0.25) / 4 = 0.4375.
    const past = [...times(3, period(1, 9)), period(2, 8)]
    expect(paceOf(0.5, past)).toMatchObject({ method: 'HISTORICAL', share: 0.125, error: 0.4375 })
  })

  it('is never taken from periods that usually had reached nothing: from nothing nothing can be forecast', () => {
    const past = times(6, period(0, 0, 0, 100))
    expect(paceOf(0.5, past)).toEqual({ method: 'LINEAR', share: 0.5, error: 1, periods: 6 })
  })

  it('may be above 1 where corrections usually take something back at the end', () => {
    expect(paceOf(0.5, times(4, period(150, -50)))).toMatchObject({ method: 'HISTORICAL', share: 1.5 })
  })

  it('counts the last 12 past periods only', () => {
    expect(paceOf(0.5, [...times(30, EVEN), ...times(12, LATE)])).toEqual({
      ...{ method: 'HISTORICAL', share: 0.1, error: 0, periods: 12 },
    })
  })

  it('passes over periods whose total is 0, to the last decimal', () => {
    const nothing = { days: [d('0.1'), d('0.2'), d('-0.3')] }
    expect(paceOf(0.5, [...times(3, LATE), nothing, period(), period(0, 0)])).toMatchObject({ periods: 3 })
    expect(paceOf(0.5, [...times(4, LATE), ...times(12, nothing)])).toMatchObject({ share: 0.1, periods: 4 })
  })

  it('is 0 before the period has begun and 1 when it is over', () => {
    expect(paceOf(0, times(4, LATE))).toEqual({ method: 'LINEAR', share: 0, error: null, periods: 4 })
    expect(paceOf(1, times(4, LATE))).toEqual({ method: 'LINEAR', share: 1, error: 0, periods: 4 })
  })

  it.each([-0.1, 1.1, NaN, Infinity])('of an elapsed share of %s is a fault', (elapsed) => {
    expect(() => paceOf(elapsed, [])).toThrow(
      new RangeError(`elapsedShare is ${elapsed}; expected a number from 0 to 1.`),
    )
  })
})

describe('from the share follow', () => {
  it('what of the target should be reached by now: target * share', () => {
    expect(expectedOf(d('1000'), { share: 0.25 })).toBe('250')
    expect(expectedOf(d('1000'), { share: 0.1 })).toBe('100')
    expect(expectedOf(d('100'), { share: 1 / 3 })).toBe('33.333333')
  })

  it('what the period will end at: actual / share', () => {
    expect(forecastOf(d('100'), { share: 0.25 })).toBe('400')
    expect(forecastOf(d('1'), { share: 0.7 })).toBe('1.428571')
  })

  it('no forecast while nothing is usually reached', () => {
    expect(forecastOf(d('100'), { share: 0 })).toBeNull()
    expect(expectedOf(d('100'), { share: 0 })).toBe('0')
  })

  it('no amount that is off by the rounding of the share: 200 at two thirds forecasts 300, of any size', () => {
    const scales = ['', '000000', '000000000000']
    expect(scales.map((zeros) => forecastOf(d(`200${zeros}`), { share: 2 / 3 }))).toEqual(
      scales.map((zeros) => `300${zeros}`),
    )
    expect(scales.map((zeros) => expectedOf(d(`300${zeros}`), { share: 2 / 3 }))).toEqual(
      scales.map((zeros) => `200${zeros}`),
    )
  })
})

describe('in any history', () => {
  const days = fc.array(
    fc.integer({ min: 0, max: 1_000 }).map((cents) => d((cents / 100).toFixed(2))),
    { minLength: 1, maxLength: 10 },
  )
  const histories = fc.array(fc.record({ days }), { maxLength: 16 })
  const sixteenths = fc.integer({ min: 1, max: 16 }).map((count) => count / 16)

  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

  /** Each day cut into 16 equal slices: at a sixteenth of any period a whole number of slices is over. */
  function reachedSlices({ days }: PastPeriod, elapsed: number): number {
    const slices = days.flatMap((day) => Array.from({ length: 16 }, () => Number(day) / 16))
    return sum(slices.slice(0, slices.length * elapsed)) / sum(slices)
  }

  it('the pace is what trying both methods on each period, with the others known, recommends', () => {
    always([histories, sixteenths], (past, elapsed) => {
      const known = past.filter((each) => each.days.some((day) => day !== '0')).slice(-12)
      const reached = known.map((each) => reachedSlices(each, elapsed))
      const pace = paceOf(elapsed, past)
      expect(pace.periods).toBe(known.length)
      if (known.length < 4)
        return expect(pace).toMatchObject({ method: 'LINEAR', share: elapsed, error: null })
      const curve = (at: number) => (sum(reached) - (reached[at] ?? 0)) / (known.length - 1)
      const wrongBy = (shareFor: (at: number) => number) =>
        sum(reached.map((own, at) => (shareFor(at) > 1e-12 ? Math.abs(own / shareFor(at) - 1) : Infinity))) /
        known.length
      const [line, history] = [wrongBy(() => elapsed), wrongBy(curve)]
      expect(pace.error).toBeCloseTo(Math.min(line, history), 5)
      if (Math.abs(line - history) < 1e-5) return
      expect(pace.method).toBe(history < line ? 'HISTORICAL' : 'LINEAR')
      expect(pace.share).toBeCloseTo(history < line ? sum(reached) / known.length : elapsed, 9)
    })
  })

  it('the share is above 0 and at most 1 as long as nothing was taken back', () => {
    always([histories, sixteenths], (past, elapsed) => {
      const { share } = paceOf(elapsed, past)
      expect(share).toBeGreaterThan(0)
      expect(share).toBeLessThanOrEqual(1 + 1e-12)
    })
  })

  it('the size of the numbers does not matter, only their course', () => {
    always([histories, sixteenths], (past, elapsed) => {
      const inThousands = past.map((each) => ({ days: each.days.map((day) => multiply(day, d('100000'))) }))
      const [one, other] = [paceOf(elapsed, past), paceOf(elapsed, inThousands)]
      expect({ ...other, share: one.share }).toEqual(one)
      expect(other.share).toBeCloseTo(one.share, 9)
    })
  })

  it('who is exactly at what is expected is forecast to end at the target, to 14 digits', () => {
    const shares = fc.integer({ min: 1, max: 1_000 }).map((count) => count / 1_000)
    always([amounts, shares], (target, share) => {
      const forecast = forecastOf(expectedOf(target, { share }), { share })
      const off = Math.abs(Number(forecast) - Number(target))
      expect(off).toBeLessThanOrEqual(Number(target) * 1e-14 + 1e-6 / share)
    })
  })

  it('the further the period, the more of the target is expected', () => {
    always([amounts, sixteenths, sixteenths], (target, one, other) => {
      const order = compare(expectedOf(target, { share: one }), expectedOf(target, { share: other }))
      expect(Math.sign(order) * Math.sign(one - other)).toBeGreaterThanOrEqual(0)
    })
  })
})
