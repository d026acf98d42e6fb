import Big from 'big.js'
import { DomainError } from './errors.js'

declare const canonical: unique symbol

/** An exact number as it is on the wire: '1234.5', without exponent and trailing zeros; zero is '0'. */
export type Decimal = string & { readonly [canonical]: true }

/** Digits after the point of what is stored, and of what a division gives unless it says otherwise. */
export const SCALE = 6
const INTEGER_DIGITS = 15

/**
 * Refuses floats. Cuts a quotient off instead of rounding it, so that rounding it to a scale afterwards is the
 * only rounding there is.
 */
const Exact = Big()
Exact.strict = true
Exact.DP = 40
Exact.RM = Exact.roundDown

const PLAIN = /^-?(\d+)(?:\.(\d+))?$/

export const ZERO = textOf(new Exact('0'))

/**
 * What a caller typed, in canonical form.
 * @throws DomainError INVALID naming `field` unless it has at most 15 digits before and 6 after the point.
 */
export function decimalOf(text: string, field: string): Decimal {
  const [, before, after = ''] = PLAIN.exec(text) ?? []
  if (before === undefined) {
    const rule = 'digits, with a minus before and a point and more digits after if need be, such as -1234.5'
    throw new DomainError('INVALID', `${field} is not a decimal; expected ${rule}.`, [field])
  }
  assertDigits(before.length, INTEGER_DIGITS, 'before', field)
  assertDigits(after.length, SCALE, 'after', field)
  return decimal(text)
}

function assertDigits(count: number, limit: number, side: 'before' | 'after', field: string): void {
  if (count <= limit) return
  const message = `${field} has ${count} digits ${side} the point; at most ${limit} are allowed.`
  throw new DomainError('INVALID', message, [field])
}

/**
 * What the database or the code itself holds, of any length: '1500.000000' is '1500'.
 * @throws RangeError when it is not a plain decimal: a fault of ours, not of a caller.
 */
export function decimal(text: string): Decimal {
  if (!PLAIN.test(text)) throw new RangeError('A decimal is digits with at most one point.')
  return textOf(new Exact(text))
}

export function add(a: Decimal, b: Decimal): Decimal {
  return textOf(new Exact(a).plus(b))
}

/** Nothing sums to 0. */
export function sumOf(values: readonly Decimal[]): Decimal {
  return textOf(values.reduce((sum, value) => sum.plus(value), new Exact(ZERO)))
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return textOf(new Exact(a).minus(b))
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return textOf(new Exact(a).times(b))
}

/**
 * a / b to at most `scale` (0 to 39) digits after the point; null when b is 0. A half goes away from zero, as
 * in round() of PostgreSQL, so that -x is always the opposite of x.
 */
export function divide(a: Decimal, b: Decimal, scale: number = SCALE): Decimal | null {
  const divisor = new Exact(b)
  return divisor.eq(ZERO) ? null : textOf(new Exact(a).div(divisor).round(scale, Exact.roundHalfUp))
}

/** At most `scale` digits after the point; a half goes away from zero. */
export function roundTo(value: Decimal, scale: number): Decimal {
  return textOf(new Exact(value).round(scale, Exact.roundHalfUp))
}

/** At most `digits` significant digits; a half goes away from zero. */
export function significant(value: Decimal, digits: number): Decimal {
  return textOf(new Exact(value).prec(digits, Exact.roundHalfUp))
}

/** Negative when a is smaller than b, 0 when they are equal, positive when a is greater. */
export function compare(a: Decimal, b: Decimal): number {
  return new Exact(a).cmp(b)
}

function textOf(value: Big): Decimal {
  return value.toFixed() as Decimal
}
