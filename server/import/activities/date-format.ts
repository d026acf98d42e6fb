import { Temporal } from 'temporal-polyfill'

const TOKENS: Record<string, string> = {
  yyyy: '(?<year>\\d{4})',
  MM: '(?<month>\\d{2})',
  M: '(?<month>\\d{1,2})',
  dd: '(?<day>\\d{2})',
  d: '(?<day>\\d{1,2})',
  HH: '(?<hour>\\d{2})',
  mm: '(?<minute>\\d{2})',
  ss: '(?<second>\\d{2})',
}
const TOKEN = /yyyy|MM|M|dd|d|HH|mm|ss/g

/** The format of instants that name their offset themselves. */
export const INSTANT = 'instant'

export const FORMAT_RULE = `expected yyyy, MM or M, dd or d, once each, and HH, mm, ss if need be, such as "dd.MM.yyyy", or "${INSTANT}"`

/** Whether year, month and day are in it, and nothing twice. */
export function isFormat(format: string): boolean {
  if (format === INSTANT) return true
  const letters = (format.match(TOKEN) ?? []).map((token) => token[0])
  const has = (...wanted: string[]) => wanted.every((letter) => letters.includes(letter))
  const isTime = (!has('m') || has('H')) && (!has('s') || has('m'))
  const isAllKnown = !/[A-SU-Za-z]/.test(format.replace(TOKEN, ''))
  return has('y', 'M', 'd') && isTime && isAllKnown && new Set(letters).size === letters.length
}

export interface WrittenDate {
  readonly format: string
  /** HH:mm, for what is written without an hour. */
  readonly timeOfDay: string
  readonly timeZone: string
}

/** Answers null for a text that is not written so, and for a day that no calendar has. */
export function dateReader({ format, timeOfDay, timeZone }: WrittenDate): (text: string) => Date | null {
  if (format === INSTANT) return instantOf
  const pattern = patternOf(format)
  const [hour, minute] = format.includes('HH') ? ['0', '0'] : timeOfDay.split(':')
  return (text) => {
    const found = pattern.exec(text)?.groups
    return found ? localInstant({ hour, minute, ...found }, timeZone) : null
  }
}

function patternOf(format: string): RegExp {
  const parts = format.split(/(yyyy|MM|M|dd|d|HH|mm|ss)/)
  const source = parts.map((part) => TOKENS[part] ?? part.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')).join('')
  return new RegExp(`^${source}$`, 'u')
}

function localInstant(fields: Record<string, string | undefined>, timeZone: string): Date | null {
  const numbers = Object.entries(fields).map(([name, digits]) => [name, Number(digits)] as const)
  try {
    const local = Temporal.PlainDateTime.from(
      Object.fromEntries(numbers) as unknown as Temporal.PlainDateTimeLike,
      { overflow: 'reject' },
    )
    return new Date(local.toZonedDateTime(timeZone).epochMilliseconds)
  } catch {
    // Thirty days has November.
    return null
  }
}

function instantOf(text: string): Date | null {
  try {
    return new Date(Temporal.Instant.from(text).epochMilliseconds)
  } catch {
    // Not an instant with its offset.
    return null
  }
}
