import { GraphQLError } from 'graphql'
import { DEFAULT_CALENDAR } from '../../../server/domain/calendar.js'
import { DomainError } from '../../../server/domain/errors.js'
import {
  askedPeriod,
  askedPeriodOfField,
  type AskedPeriod,
} from '../../../server/features/calendar/asked-period.js'
import { refusalOf } from '../../support/refusal.js'

const OTHERWISE = { frequency: 'MONTHLY', instant: new Date('2026-11-22T12:00:00Z') } as const
const meant = (asked?: AskedPeriod | null) => askedPeriod(DEFAULT_CALENDAR, asked, OTHERWISE).label

describe('a period that is asked for', () => {
  it.each([
    [undefined, 'November 2026'],
    [null, 'November 2026'],
    [{}, 'November 2026'],
    [{ frequency: null, containing: null, offset: null }, 'November 2026'],
    [{ frequency: 'WEEKLY' }, '2026-W47'],
    [{ containing: '2024-02-29' }, 'February 2024'],
    [{ offset: -1 }, 'October 2026'],
    [{ offset: 2, containing: '2026-12-31', frequency: 'QUARTERLY' }, 'Q2 2027'],
    [{ containing: '1900-01-01', offset: -400, frequency: 'YEARLY' }, '1500'],
    [{ containing: '2199-12-31', offset: 400, frequency: 'YEARLY' }, '2599'],
  ] as const)('is the running one unless something else is said: %j is %s', (asked, label) => {
    expect(meant(asked)).toBe(label)
  })

  it.each([
    [{ offset: 401 }, 'LIMIT_EXCEEDED', 'offset'],
    [{ offset: -401 }, 'LIMIT_EXCEEDED', 'offset'],
    [{ containing: '1899-12-31' }, 'INVALID', 'containing'],
    [{ containing: '2200-01-01' }, 'INVALID', 'containing'],
    [{ containing: '0000-01-01' }, 'INVALID', 'containing'],
  ])('is refused with the field that is wrong: %j is %s of %s', (asked, code, field) => {
    const ask = () => askedPeriod(DEFAULT_CALENDAR, asked, OTHERWISE, ['input', 'period'])
    expect(refusalOf(ask)).toMatchObject({ code, path: ['input', 'period', field] })
  })

  it.each([
    [{ offset: 401 }, 'offset is 401; expected -400 to 400. Name a day with containing instead.'],
    [{ containing: '1899-12-31' }, 'containing is 1899-12-31; expected a day of the years 1900 to 2199.'],
  ])('is refused with what was expected, also in a field: %j', (asked, message) => {
    expect(() => askedPeriod(DEFAULT_CALENDAR, asked, OTHERWISE)).toThrow(new DomainError('INVALID', message))
    expect(() => askedPeriodOfField(DEFAULT_CALENDAR, asked, OTHERWISE)).toThrow(new GraphQLError(message))
  })
})
