import { DEFAULT_CALENDAR, type Calendar } from '../../../server/domain/calendar.js'
import { FREQUENCIES, type Frequency } from '../../../server/domain/metric.js'
import {
  daysOf,
  elapsedShare,
  nextPeriod,
  periodAt,
  periodOf,
  periodsBetween,
  previousPeriod,
  shiftPeriod,
} from '../../../server/features/calendar/period.js'
import { refusalOf } from '../../support/refusal.js'

const calendar = (rest: Partial<Calendar> = {}): Calendar => ({ ...DEFAULT_CALENDAR, ...rest })
const told = (frequency: Frequency, day: string, rest?: Partial<Calendar>) => {
  const { start, end, label } = periodOf(calendar(rest), frequency, day)
  return `${start} ${end} ${label}`
}

describe('the period that holds a day', () => {
  it.each([
    ['DAILY', '2026-11-22', '2026-11-22 2026-11-23 2026-11-22'],
    ['WEEKLY', '2026-11-22', '2026-11-16 2026-11-23 2026-W47'],
    ['MONTHLY', '2026-11-22', '2026-11-01 2026-12-01 November 2026'],
    ['QUARTERLY', '2026-11-22', '2026-10-01 2027-01-01 Q4 2026'],
    ['YEARLY', '2026-11-22', '2026-01-01 2027-01-01 2026'],
  ] as const)('%s, by the wall calendar: %s is in %s', (frequency, day, expected) => {
    expect(told(frequency, day)).toBe(expected)
  })

  it.each([
    ['2024-02-28', '2024-02-28 2024-02-29 2024-02-28'],
    ['2024-02-29', '2024-02-29 2024-03-01 2024-02-29'],
    ['2026-02-28', '2026-02-28 2026-03-01 2026-02-28'],
    ['2100-02-28', '2100-02-28 2100-03-01 2100-02-28'],
  ])('knows leap years: %s', (day, expected) => {
    expect(told('DAILY', day)).toBe(expected)
  })

  it.each([
    ['2026-12-31', '2026-12-28 2027-01-04 2026-W53'],
    ['2027-01-01', '2026-12-28 2027-01-04 2026-W53'],
    ['2027-01-04', '2027-01-04 2027-01-11 2027-W01'],
    ['2024-12-30', '2024-12-30 2025-01-06 2025-W01'],
  ])('a week that begins on Monday has the number and year of ISO 8601: %s', (day, expected) => {
    expect(told('WEEKLY', day)).toBe(expected)
  })

  it.each([
    ['SUNDAY', '2026-11-21', '2026-11-15 2026-11-22 Week of 2026-11-15'],
    ['SUNDAY', '2026-11-22', '2026-11-22 2026-11-29 Week of 2026-11-22'],
    ['SATURDAY', '2026-11-22', '2026-11-21 2026-11-28 Week of 2026-11-21'],
    ['SUNDAY', '2027-01-01', '2026-12-27 2027-01-03 Week of 2026-12-27'],
  ] as const)('a week that begins on another day is named by it: %s, %s', (weekStart, day, expected) => {
    expect(told('WEEKLY', day, { weekStart })).toBe(expected)
  })

  it.each([
    [4, 'YEARLY', '2027-03-31', '2026-04-01 2027-04-01 FY 2026'],
    [4, 'YEARLY', '2027-04-01', '2027-04-01 2028-04-01 FY 2027'],
    [4, 'QUARTERLY', '2026-04-01', '2026-04-01 2026-07-01 Q1 FY 2026'],
    [4, 'QUARTERLY', '2027-02-14', '2027-01-01 2027-04-01 Q4 FY 2026'],
    [7, 'YEARLY', '2026-06-30', '2025-07-01 2026-07-01 FY 2025'],
    [7, 'QUARTERLY', '2026-11-22', '2026-10-01 2027-01-01 Q2 FY 2026'],
    [2, 'QUARTERLY', '2027-01-31', '2026-11-01 2027-02-01 Q4 FY 2026'],
    [12, 'QUARTERLY', '2026-12-01', '2026-12-01 2027-03-01 Q1 FY 2026'],
    [4, 'MONTHLY', '2027-02-14', '2027-02-01 2027-03-01 February 2027'],
  ] as const)(
    'of a fiscal year from month %i is named by the year in which that begins: %s %s',
    (fiscalYearStartMonth, frequency, day, expected) => {
      expect(told(frequency, day, { fiscalYearStartMonth })).toBe(expected)
    },
  )
})

describe('periods', () => {
  it.each([
    ['DAILY', '2026-12-31', '2027-01-01'],
    ['WEEKLY', '2026-W52', '2026-W53'],
    ['MONTHLY', 'December 2026', 'January 2027'],
    ['QUARTERLY', 'Q4 2026', 'Q1 2027'],
    ['YEARLY', '2026', '2027'],
  ] as const)('%s follow each other: %s, %s', (frequency, before, after) => {
    const first = periodOf(calendar(), frequency, before === '2026-W52' ? '2026-12-21' : '2026-12-31')
    expect([first.label, nextPeriod(calendar(), first).label]).toEqual([before, after])
    expect(previousPeriod(calendar(), nextPeriod(calendar(), first))).toEqual(first)
  })

  it('are counted from any of them, in both directions', () => {
    const january = periodOf(calendar(), 'MONTHLY', '2026-01-31')
    expect(shiftPeriod(calendar(), january, 1).label).toBe('February 2026')
    expect(shiftPeriod(calendar(), january, -11).label).toBe('February 2025')
    expect(shiftPeriod(calendar(), january, 0)).toEqual(january)
  })

  it('between two days are all from the one that holds the first to the one that holds the last', () => {
    const labels = (from: string, to: string) =>
      periodsBetween(calendar(), 'MONTHLY', from, to).map(({ label }) => label)
    expect(labels('2026-11-30', '2027-01-01')).toEqual(['November 2026', 'December 2026', 'January 2027'])
    expect(labels('2026-11-01', '2026-11-30')).toEqual(['November 2026'])
  })

  it('between two days are 400 at most', () => {
    expect(periodsBetween(calendar(), 'DAILY', '2026-01-01', '2027-02-04')).toHaveLength(400)
    expect(refusalOf(() => periodsBetween(calendar(), 'DAILY', '2026-01-01', '2027-02-05'))).toMatchObject({
      code: 'LIMIT_EXCEEDED',
      message:
        'From 2026-01-01 to 2027-02-05 there are more than 400 DAILY periods; ask for fewer at a time.',
    })
  })

  it('between a day and an earlier one are refused', () => {
    expect(refusalOf(() => periodsBetween(calendar(), 'DAILY', '2026-01-02', '2026-01-01'))).toMatchObject({
      code: 'INVALID',
      message: '2026-01-02 is after 2026-01-01; give the earlier day first.',
    })
  })

  it('have their days, the first included and the end not', () => {
    expect(daysOf(periodOf(calendar(), 'WEEKLY', '2026-12-31'))).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
    ])
    const counts = FREQUENCIES.map(
      (frequency) => daysOf(periodOf(calendar(), frequency, '2024-02-29')).length,
    )
    expect(counts).toEqual([1, 7, 29, 91, 366])
  })
})

describe('how much of a period is over', () => {
  const february = periodOf(calendar(), 'MONTHLY', '2026-02-10')
  const share = (instant: string) => elapsedShare(february, new Date(instant))

  it('is nothing at its first instant and before, and all at its end and after', () => {
    expect(share('2026-01-15T00:00:00Z')).toBe(0)
    expect(share('2026-02-01T00:00:00Z')).toBe(0)
    expect(share('2026-03-01T00:00:00Z')).toBe(1)
    expect(share('2027-03-01T00:00:00Z')).toBe(1)
  })

  it('is a quarter after 7 of 28 days', () => {
    expect(share('2026-02-08T00:00:00Z')).toBe(0.25)
  })

  it('never takes a period for the one that ends where it begins', () => {
    expect(periodAt(calendar(), 'MONTHLY', february.startsAt)).toEqual(february)
    expect(periodAt(calendar(), 'MONTHLY', february.endsAt).label).toBe('March 2026')
    expect(periodAt(calendar(), 'MONTHLY', new Date(+february.endsAt - 1))).toEqual(february)
  })
})
