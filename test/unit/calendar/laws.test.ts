import fc from 'fast-check'
import { WEEKDAYS, type Calendar } from '../../../server/domain/calendar.js'
import { FREQUENCIES } from '../../../server/domain/metric.js'
import {
  daysOf,
  elapsedShare,
  localDateOf,
  nextPeriod,
  periodAt,
  periodOf,
  shiftPeriod,
} from '../../../server/features/calendar/period.js'

const RUNS = { numRuns: 2_000 }
const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC']
// Clocks change rarely: these have made every kind of change there is.
const UNUSUAL = ['Europe/Oslo', 'America/Sao_Paulo', 'America/Havana', 'America/St_Johns', 'Pacific/Apia']

const calendars: fc.Arbitrary<Calendar> = fc.record({
  timeZone: fc.oneof(fc.constantFrom(...UNUSUAL), fc.constantFrom(...ZONES)),
  weekStart: fc.constantFrom(...WEEKDAYS),
  fiscalYearStartMonth: fc.integer({ min: 1, max: 12 }),
})
const frequencies = fc.constantFrom(...FREQUENCIES)
const instants = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
})
const law = fc.tuple(calendars, frequencies, instants)

describe('in every calendar', () => {
  it('the period of an instant contains it, and so does the period of its day', () => {
    fc.assert(
      fc.property(law, ([calendar, frequency, instant]) => {
        const period = periodAt(calendar, frequency, instant)
        expect(period.startsAt <= instant && instant < period.endsAt).toBe(true)
        const day = localDateOf(calendar, instant)
        expect(period.start <= day && day < period.end).toBe(true)
        expect(periodOf(calendar, frequency, day)).toEqual(period)
      }),
      RUNS,
    )
  })

  it('periods follow each other without gap or overlap, by their days as by their instants', () => {
    fc.assert(
      fc.property(law, ([calendar, frequency, instant]) => {
        const period = periodAt(calendar, frequency, instant)
        const next = nextPeriod(calendar, period)
        expect([next.start, next.startsAt]).toEqual([period.end, period.endsAt])
        expect(periodAt(calendar, frequency, new Date(+period.startsAt))).toEqual(period)
        expect(periodAt(calendar, frequency, new Date(+period.endsAt - 1))).toEqual(period)
      }),
      RUNS,
    )
  })

  it('each of its days leads to the period, and the days beside it do not', () => {
    fc.assert(
      fc.property(law, ([calendar, frequency, instant]) => {
        const period = periodAt(calendar, frequency, instant)
        const days = daysOf(period)
        const ofDays = [days[0]!, days.at(-1)!].map((day) => periodOf(calendar, frequency, day))
        expect(ofDays).toEqual([period, period])
        expect(periodOf(calendar, frequency, period.end).start).toBe(period.end)
        expect(daysOf(shiftPeriod(calendar, period, -1)).at(-1)! < period.start).toBe(true)
      }),
      RUNS,
    )
  })

  it('so many periods on and as many back is where one was', () => {
    fc.assert(
      fc.property(law, fc.integer({ min: -400, max: 400 }), ([calendar, frequency, instant], by) => {
        const period = periodAt(calendar, frequency, instant)
        const there = shiftPeriod(calendar, period, by)
        expect(shiftPeriod(calendar, there, -by)).toEqual(period)
        expect(Math.sign(Date.parse(there.start) - Date.parse(period.start))).toBe(Math.sign(by))
      }),
      RUNS,
    )
  })

  it('ever more of a period is over, from nothing to all, evenly by the clock', () => {
    const shares = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(law, shares, shares, ([calendar, frequency, instant], a, b) => {
        const period = periodAt(calendar, frequency, instant)
        const lasting = +period.endsAt - +period.startsAt
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map(
          (share) => new Date(+period.startsAt + share * lasting),
        )
        expect(elapsedShare(period, early!)).toBeLessThanOrEqual(elapsedShare(period, late!))
        expect(elapsedShare(period, period.startsAt)).toBe(0)
        expect(elapsedShare(period, new Date(+period.endsAt - 1))).toBeLessThan(1)
        expect(elapsedShare(period, period.endsAt)).toBe(1)
        const share = elapsedShare(period, instant)
        expect(Math.round(share * lasting)).toBe(+instant - +period.startsAt)
      }),
      RUNS,
    )
  })
})
