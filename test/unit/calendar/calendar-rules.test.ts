import { DEFAULT_CALENDAR, type CompanyCalendar } from '../../../server/domain/calendar.js'
import { calendarOf } from '../../../server/features/calendar/calendar-rules.js'
import { refusalOf } from '../../support/refusal.js'

const calendar = (rest: Partial<CompanyCalendar>) => calendarOf({ ...DEFAULT_CALENDAR, ...rest })

const refusal = (rest: Partial<CompanyCalendar>) => refusalOf(() => calendar(rest))

describe('a time zone', () => {
  it.each([
    ['Europe/Oslo', 'Europe/Oslo'],
    ['europe/oslo', 'Europe/Oslo'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Kathmandu', 'Asia/Kathmandu'],
    ['America/Argentina/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
  ])('is kept under its name, whatever the case: %s', (name, timeZone) => {
    expect(calendar({ timeZone: name })).toEqual({ ...DEFAULT_CALENDAR, timeZone })
  })

  it.each([
    '+01:00',
    'CET',
    'EST',
    'ACT',
    'SystemV/PST8PDT',
    'Etc/Unknown',
    'Europe/Oslo ',
    'Europe/Oslo\0',
    'UTC+1',
    '',
  ])('is not an offset, an abbreviation or what IANA does not name: %j', (timeZone) => {
    expect(refusal({ timeZone })).toMatchObject({ code: 'INVALID', path: ['timeZone'] })
  })

  it.each([
    ['Oslo', 'Europe/Oslo'],
    ['Europe/Olso', 'Europe/Oslo'],
    ['New York', 'America/New_York'],
    ['America/Sao Paulo', 'America/Sao_Paulo'],
    ['Asia/Singapur', 'Asia/Singapore'],
  ])('that is almost right is answered with what was meant: %s, %s', (timeZone, meant) => {
    expect(refusal({ timeZone }).message).toContain(`such as ${meant}, `)
  })

  it('is refused quickly and briefly, however long the name', () => {
    expect(refusal({ timeZone: 'x'.repeat(1_000_000) }).message.length).toBeLessThan(200)
  })
})

describe('the first month of the fiscal year', () => {
  it.each([0, 13, -1])('is not %d', (fiscalYearStartMonth) => {
    expect(refusal({ fiscalYearStartMonth })).toMatchObject({
      code: 'INVALID',
      message: `fiscalYearStartMonth is ${fiscalYearStartMonth}; expected 1 (January) to 12 (December).`,
      path: ['fiscalYearStartMonth'],
    })
  })
})

describe('a currency', () => {
  it.each(['EUR', 'NOK', 'JPY', 'KWD'])('has the code of ISO 4217: %s', (currency) => {
    expect(calendar({ currency }).currency).toBe(currency)
  })

  it.each(['eur', 'Euro', 'ZZZ', '€', ''])('is not %j', (currency) => {
    expect(refusal({ currency })).toMatchObject({
      code: 'INVALID',
      message: 'There is no such currency; expected the three capital letters of ISO 4217, such as EUR.',
      path: ['currency'],
    })
  })
})
