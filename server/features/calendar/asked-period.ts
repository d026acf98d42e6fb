import type { Calendar, LocalDate, Period } from '../../domain/calendar.js'
import { DomainError } from '../../domain/errors.js'
import type { Frequency } from '../../domain/metric.js'
import { requestError } from '../../platform/graphql/request-error.js'
import { MAX_PERIODS, periodAt, periodOf, periodsBetween, shiftPeriod } from './period.js'

/** As a caller names a period; what is left out is null or absent. */
export interface AskedPeriod {
  readonly frequency?: Frequency | null
  readonly containing?: LocalDate | null
  readonly offset?: number | null
}

/** What is meant by what is left out. */
export interface Otherwise {
  readonly frequency: Frequency
  readonly instant: Date
}

// Longer than anybody reports; with any offset, years keep their four digits, so that days compare as texts.
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2199-12-31']

/**
 * The period that is meant; `path` is where the caller named it.
 * @throws DomainError INVALID for a day before 1900 or after 2199, LIMIT_EXCEEDED for an offset beyond MAX_PERIODS.
 */
export function askedPeriod(
  calendar: Calendar,
  asked: AskedPeriod | null | undefined,
  otherwise: Otherwise,
  path: readonly string[] = ['period'],
): Period {
  const { containing, offset } = asked ?? {}
  const frequency = asked?.frequency ?? otherwise.frequency
  assertDay(containing ?? FIRST_DAY, [...path, 'containing'])
  assertOffset(offset ?? 0, [...path, 'offset'])
  const base =
    typeof containing === 'string'
      ? periodOf(calendar, frequency, containing)
      : periodAt(calendar, frequency, otherwise.instant)
  return shiftPeriod(calendar, base, offset ?? 0)
}

/** As `askedPeriod`, for a field. @throws BAD_USER_INPUT or LIMIT_EXCEEDED where that throws. */
export function askedPeriodOfField(...question: Parameters<typeof askedPeriod>): Period {
  return ofField(() => askedPeriod(...question))
}

/** For a field. @throws BAD_USER_INPUT or LIMIT_EXCEEDED for days beyond 1900 to 2199, and where `periodsBetween` throws. */
export function askedPeriodsOfField(
  calendar: Calendar,
  { frequency, from, to }: { frequency: Frequency; from: LocalDate; to: LocalDate },
): Period[] {
  return ofField(() => {
    assertDay(from, ['from'])
    assertDay(to, ['to'])
    return periodsBetween(calendar, frequency, from, to)
  })
}

/** Fields have no user errors. */
function ofField<T>(question: () => T): T {
  try {
    return question()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw requestError(error.code === 'LIMIT_EXCEEDED' ? 'LIMIT_EXCEEDED' : 'BAD_USER_INPUT', error.message)
  }
}

function assertDay(day: LocalDate, path: readonly string[]): void {
  if (day >= FIRST_DAY && day <= LAST_DAY) return
  throw new DomainError(
    'INVALID',
    `${path.at(-1)} is ${day}; expected a day of the years 1900 to 2199.`,
    path,
  )
}

function assertOffset(offset: number, path: readonly string[]): void {
  if (Number.isInteger(offset) && Math.abs(offset) <= MAX_PERIODS) return
  const message = `offset is ${offset}; expected -${MAX_PERIODS} to ${MAX_PERIODS}. Name a day with containing instead.`
  throw new DomainError('LIMIT_EXCEEDED', message, path)
}
