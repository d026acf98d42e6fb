import type { Frequency } from './metric.js'

export const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const
export type Weekday = (typeof WEEKDAYS)[number]

/** A day of a calendar on the wall, as YYYY-MM-DD; such days compare as texts. */
export type LocalDate = string

/** What periods follow from. */
export interface Calendar {
  /** By its IANA name. */
  readonly timeZone: string
  readonly weekStart: Weekday
  /** 1 is January. */
  readonly fiscalYearStartMonth: number
}

export interface CompanyCalendar extends Calendar {
  /** By its ISO 4217 code. */
  readonly currency: string
}

/** What holds until the company says otherwise. */
export const DEFAULT_CALENDAR: CompanyCalendar = {
  timeZone: 'UTC',
  weekStart: 'MONDAY',
  fiscalYearStartMonth: 1,
  currency: 'EUR',
}

/** Half-open, by its days as by its instants. */
export interface Period {
  readonly frequency: Frequency
  readonly start: LocalDate
  /** The first day that is not of it any more. */
  readonly end: LocalDate
  readonly startsAt: Date
  readonly endsAt: Date
  /** For people: 2026-11-22, 2026-W47, November 2026, Q4 2026, 2026. */
  readonly label: string
}
