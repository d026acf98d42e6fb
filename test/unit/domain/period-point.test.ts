import fc from 'fast-check'
import { sumOf } from '../../../server/domain/decimal.js'
import { paceOfShares } from '../../../server/domain/pace.js'
import { paceOf } from '../../support/past-days.js'
import {
  addDays,
  cutsAt,
  daysBegun,
  daysBetween,
  reachedBetween,
  samePoint,
} from '../../../server/domain/period-point.js'
import { always, d } from './exact-numbers.js'

describe('days by the wall calendar', () => {
  it('are counted over leap days and ends of years, and backwards', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
    expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
  })

  it('of a period have begun up to the present one; none before it, all after it', () => {
    const november = (today: string) => daysBegun('2026-11-01', 30, today)
    expect(['2026-10-31', '2026-11-01', '2026-11-22', '2026-11-30', '2027-01-01'].map(november)).toEqual([
      0, 1, 22, 30, 30,
    ])
  })
})

describe('the same point of another period', () => {
  it('is the same weekday of another week', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((begun) => samePoint(begun, 7, 7))).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
  })

  it('is the nearest day of a longer or shorter month, the last day of one the last of the other', () => {
    expect([1, 15, 22, 30].map((begun) => samePoint(begun, 30, 31))).toEqual([1, 16, 23, 31])
    expect([1, 15, 22, 31].map((begun) => samePoint(begun, 31, 28))).toEqual([1, 14, 20, 28])
  })
})

describe('a past period told by three sums', () => {
  it('is cut before and after the day that is as far into it', () => {
    expect(cutsAt('2026-10-01', 31, 0.5)).toEqual(['2026-10-01', '2026-10-16', '2026-10-17'])
    expect(cutsAt('2026-10-01', 31, 0)).toEqual(['2026-10-01', '2026-10-01', '2026-10-02'])
    expect(cutsAt('2026-10-01', 31, 1)).toEqual(['2026-10-01', '2026-11-01', '2026-11-01'])
  })

  it('gives the same pace as one told day by day, at any point', () => {
    const days = fc.array(fc.integer({ min: -50, max: 100 }), { minLength: 1, maxLength: 31 })
    const history = fc.array(days, { minLength: 4, maxLength: 13 })
    const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1))
    always([history, share], (past, elapsed) => {
      const daily = past.map((values) => ({ days: values.map((value) => d(String(value))) }))
      const reached = daily.flatMap(({ days: values }) => {
        const start = '2026-01-01'
        const [from, on, after] = cutsAt(start, values.length, elapsed).map((day) => daysBetween(start, day))
        const sum = (first: number, last?: number) => sumOf(values.slice(first, last))
        const sums = [sum(from!, on), sum(on!, after), sum(after!)] as const
        return reachedBetween(values.length, elapsed, sums) ?? []
      })
      expect(paceOfShares(elapsed, reached)).toEqual(paceOf(elapsed, daily))
    })
  })
})
