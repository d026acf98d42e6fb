import { Temporal } from 'temporal-polyfill'
import type { CompanyCalendar } from '../../domain/calendar.js'
import { DomainError } from '../../domain/errors.js'

/** The calendar as it will be stored. @throws DomainError INVALID naming the field, what came and what was expected. */
export function calendarOf(asked: CompanyCalendar): CompanyCalendar {
  assertMonth(asked.fiscalYearStartMonth)
  assertCurrency(asked.currency)
  return { ...asked, timeZone: timeZoneOf(asked.timeZone) }
}

// PostgreSQL has to know it too: abbreviations, offsets and what ICU has of its own are not among the names of IANA.
const ZONE_NAME = /^(UTC|(?!SystemV)[A-Z]+\/.+)$/i
const SUGGESTIONS = 3

/** The zone under the spelling of IANA. @throws DomainError INVALID with the names that look most like it. */
function timeZoneOf(name: string): string {
  if (ZONE_NAME.test(name)) {
    try {
      return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
    } catch {
      // No such zone: told below like any other name.
    }
  }
  const message = `There is no time zone of this name; expected one of IANA, such as ${similarZones(name).join(', ')}.`
  throw new DomainError('INVALID', message, ['timeZone'])
}

function similarZones(name: string): string[] {
  const wanted = pairsOf(name)
  const shared = (zone: string) => {
    const pairs = pairsOf(zone)
    return (2 * [...pairs].filter((pair) => wanted.has(pair)).length) / (pairs.size + wanted.size)
  }
  const likeness = new Map(Intl.supportedValuesOf('timeZone').map((zone) => [zone, shared(zone)]))
  return [...likeness]
    .sort(([, a], [, b]) => b - a)
    .slice(0, SUGGESTIONS)
    .map(([zone]) => zone)
}

/** Longer than any name of a zone: what comes after is of no use, and may be a lot. */
const LONGEST = 64

/** Two letters at a time, and how the city begins: that is what people know of a zone. */
function pairsOf(name: string): Set<string> {
  const letters = name.slice(0, LONGEST).toLowerCase().replace(/ /g, '_')
  const city = letters.slice(letters.lastIndexOf('/') + 1)
  const pairs = [...letters].map((_, at) => letters.slice(at, at + 2))
  return new Set([...pairs, `^${city.slice(0, 3)}`])
}

function assertMonth(month: number): void {
  if (Number.isInteger(month) && month >= 1 && month <= 12) return
  const message = `fiscalYearStartMonth is ${month}; expected 1 (January) to 12 (December).`
  throw new DomainError('INVALID', message, ['fiscalYearStartMonth'])
}

function assertCurrency(currency: string): void {
  if (Intl.supportedValuesOf('currency').includes(currency)) return
  const message = 'There is no such currency; expected the three capital letters of ISO 4217, such as EUR.'
  throw new DomainError('INVALID', message, ['currency'])
}
