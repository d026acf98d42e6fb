import { DEFAULT_CALENDAR, type Calendar } from '../../../server/domain/calendar.js'
import type { Frequency } from '../../../server/domain/metric.js'
import {
  daysOf,
  elapsedShare,
  localDateOf,
  periodAt,
  periodOf,
  previousPeriod,
} from '../../../server/features/calendar/period.js'

const HOUR = 3_600_000
const zone = (timeZone: string): Calendar => ({ ...DEFAULT_CALENDAR, timeZone })
const told = (timeZone: string, day: string, frequency: Frequency = 'DAILY') => {
  const { startsAt, endsAt } = periodOf(zone(timeZone), frequency, day)
  return [startsAt.toISOString(), endsAt.toISOString(), (+endsAt - +startsAt) / HOUR]
}

describe('a day in Oslo', () => {
  it('has 24 hours', () => {
    expect(told('Europe/Oslo', '2026-11-22')).toEqual([
      '2026-11-21T23:00:00.000Z',
      '2026-11-22T23:00:00.000Z',
      24,
    ])
  })

  it('has 23 hours when the clocks go forward', () => {
    expect(told('Europe/Oslo', '2026-03-29')).toEqual([
      '2026-03-28T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
      23,
    ])
  })

  it('has 25 hours when the clocks go back', () => {
    expect(told('Europe/Oslo', '2026-10-25')).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      25,
    ])
  })

  it('is over by its real hours: at noon 11 of 23, or 13 of 25', () => {
    const spring = periodOf(zone('Europe/Oslo'), 'DAILY', '2026-03-29')
    expect(elapsedShare(spring, new Date('2026-03-29T10:00:00Z'))).toBe(11 / 23)
    const autumn = periodOf(zone('Europe/Oslo'), 'DAILY', '2026-10-25')
    expect(elapsedShare(autumn, new Date('2026-10-25T11:00:00Z'))).toBe(13 / 25)
  })

  it('makes a week of 167 or 169 hours, and a month of 743 or 745', () => {
    expect(told('Europe/Oslo', '2026-03-29', 'WEEKLY')[2]).toBe(167)
    expect(told('Europe/Oslo', '2026-10-25', 'WEEKLY')[2]).toBe(169)
    expect(told('Europe/Oslo', '2026-03-29', 'MONTHLY')[2]).toBe(743)
    expect(told('Europe/Oslo', '2026-10-25', 'MONTHLY')[2]).toBe(745)
  })

  it('is the same day in both of the hours that are there twice', () => {
    const day = (instant: string) => localDateOf(zone('Europe/Oslo'), new Date(instant))
    expect(day('2026-10-25T00:30:00Z')).toBe('2026-10-25')
    expect(day('2026-10-25T01:30:00Z')).toBe('2026-10-25')
  })
})

describe('a day whose midnight', () => {
  it('does not exist begins at one: São Paulo, Santiago', () => {
    expect(told('America/Sao_Paulo', '2018-11-04')).toEqual([
      '2018-11-04T03:00:00.000Z',
      '2018-11-05T02:00:00.000Z',
      23,
    ])
    expect(told('America/Santiago', '2026-09-06')).toEqual([
      '2026-09-06T04:00:00.000Z',
      '2026-09-07T03:00:00.000Z',
      23,
    ])
    expect(localDateOf(zone('America/Sao_Paulo'), new Date('2018-11-04T02:59:59.999Z'))).toBe('2018-11-03')
  })

  it('comes twice begins at the first: Havana', () => {
    expect(told('America/Havana', '2020-11-01')).toEqual([
      '2020-11-01T04:00:00.000Z',
      '2020-11-02T05:00:00.000Z',
      25,
    ])
  })

  it('comes twice with an hour of the day before in between has that hour too: St. John’s', () => {
    expect(told('America/St_Johns', '2009-11-01')).toEqual([
      '2009-11-01T02:30:00.000Z',
      '2009-11-02T03:30:00.000Z',
      25,
    ])
    // The clocks show 23:30 of the day before, for the second time.
    const again = new Date('2009-11-01T03:00:00Z')
    expect(localDateOf(zone('America/St_Johns'), again)).toBe('2009-11-01')
    expect(periodAt(zone('America/St_Johns'), 'MONTHLY', again).label).toBe('November 2009')
  })
})

describe('a zone', () => {
  it('that crossed the date line left out a day, which is empty: Samoa had no 30 December 2011', () => {
    const apia = zone('Pacific/Apia')
    expect(told('Pacific/Apia', '2011-12-29')).toEqual([
      '2011-12-29T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      24,
    ])
    expect(told('Pacific/Apia', '2011-12-30')).toEqual([
      '2011-12-30T10:00:00.000Z',
      '2011-12-30T10:00:00.000Z',
      0,
    ])
    expect(told('Pacific/Apia', '2011-12-31')[0]).toBe('2011-12-30T10:00:00.000Z')
    expect(told('Pacific/Apia', '2011-12-31', 'WEEKLY')[2]).toBe(6 * 24)
    expect(localDateOf(apia, new Date('2011-12-30T09:59:59.999Z'))).toBe('2011-12-29')
    expect(localDateOf(apia, new Date('2011-12-30T10:00:00Z'))).toBe('2011-12-31')

    const empty = previousPeriod(apia, periodOf(apia, 'DAILY', '2011-12-31'))
    expect(empty.label).toBe('2011-12-30')
    expect(daysOf(empty)).toEqual(['2011-12-30'])
    expect(elapsedShare(empty, new Date('2011-12-30T09:59:59.999Z'))).toBe(0)
    expect(elapsedShare(empty, new Date('2011-12-30T10:00:00Z'))).toBe(1)
  })

  it('may be 45 minutes off the hour: Kathmandu', () => {
    expect(told('Asia/Kathmandu', '2026-01-01')).toEqual([
      '2025-12-31T18:15:00.000Z',
      '2026-01-01T18:15:00.000Z',
      24,
    ])
  })

  it('may be 14 hours ahead: a year begins first in Kiritimati', () => {
    expect(told('Pacific/Kiritimati', '2027-01-01', 'YEARLY')[0]).toBe('2026-12-31T10:00:00.000Z')
    const instant = new Date('2026-12-31T10:00:00Z')
    const labels = ['Pacific/Kiritimati', 'Europe/Oslo', 'Pacific/Pago_Pago'].map((timeZone) => [
      periodAt(zone(timeZone), 'YEARLY', instant).label,
      localDateOf(zone(timeZone), instant),
    ])
    expect(labels).toEqual([
      ['2027', '2027-01-01'],
      ['2026', '2026-12-31'],
      ['2026', '2026-12-30'],
    ])
  })
})
