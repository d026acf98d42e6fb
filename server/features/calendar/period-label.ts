import type { Temporal } from 'temporal-polyfill'
import type { Calendar } from '../../domain/calendar.js'
import type { Frequency } from '../../domain/metric.js'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** What people call the period that begins on `first`. A fiscal year is named by the year in which it begins. */
export function labelOf(calendar: Calendar, frequency: Frequency, first: Temporal.PlainDate): string {
  switch (frequency) {
    case 'DAILY':
      return first.toString()
    case 'WEEKLY':
      return calendar.weekStart === 'MONDAY' ? isoWeek(first) : `Week of ${first.toString()}`
    case 'MONTHLY':
      return `${MONTHS[first.month - 1]!} ${first.year}`
    case 'QUARTERLY':
      return `Q${quarter(calendar, first)} ${fiscalYear(calendar, first)}`
    case 'YEARLY':
      return fiscalYear(calendar, first)
  }
}

function isoWeek({ yearOfWeek, weekOfYear }: Temporal.PlainDate): string {
  return `${yearOfWeek!}-W${String(weekOfYear!).padStart(2, '0')}`
}

function quarter({ fiscalYearStartMonth }: Calendar, { month }: Temporal.PlainDate): number {
  return Math.floor(((month - fiscalYearStartMonth + 12) % 12) / 3) + 1
}

function fiscalYear({ fiscalYearStartMonth }: Calendar, { year, month }: Temporal.PlainDate): string {
  if (fiscalYearStartMonth === 1) return String(year)
  return `FY ${month < fiscalYearStartMonth ? year - 1 : year}`
}
