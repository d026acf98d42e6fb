import { DomainError } from './errors.js'

declare const canonical: unique symbol

/** An exact number as it is on the wire: '1234.5', without exponent and trailing zeros; zero is '0'. */
export type Decimal = string & { readonly [canonical]: true }

/** Digits after the point of what is stored, and of what a division gives unless it says otherwise. */
export const SCALE = 6
export const INTEGER_DIGITS = 15

const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/
/** What is canonical already needs no arithmetic: most of what is read. */
const CANONICAL = /^(?!-0$)-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/

export const ZERO = '0' as Decimal

/**
 * What a caller typed, in canonical form.
 * @throws DomainError INVALID naming `field` unless it has at most 15 digits before and 6 after the point.
 */
export function decimalOf(text: string, field: string): Decimal {
  const [, , before, after = ''] = PLAIN.exec(text) ?? []
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
  return CANONICAL.test(text) ? (text as Decimal) : textOf(fixed(text))
}

export function add(a: Decimal, b: Decimal): Decimal {
  return sumOf([a, b])
}

/** Nothing sums to 0. */
export function sumOf(values: readonly Decimal[]): Decimal {
  if (values.length < 2) return values[0] ?? ZERO
  const all = values.map(fixed)
  const scale = Math.max(0, ...all.map((value) => value.scale))
  return textOf({ units: all.reduce((sum, value) => sum + unitsAt(value, scale), 0n), scale })
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  const { units, scale } = fixed(b)
  return sumOf([a, textOf({ units: -units, scale })])
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  const [x, y] = [fixed(a), fixed(b)]
  return textOf({ units: x.units * y.units, scale: x.scale + y.scale })
}

/**
 * a / b to at most `scale` digits after the point; null when b is 0. A half goes away from zero, as in round() of
 * PostgreSQL, so that -x is always the opposite of x.
 */
export function divide(a: Decimal, b: Decimal, scale: number = SCALE): Decimal | null {
  const [x, y] = [fixed(a), fixed(b)]
  if (y.units === 0n) return null
  return textOf({
    units: quotient(unitsAt(x, x.scale + y.scale + scale), unitsAt(y, x.scale + y.scale)),
    scale,
  })
}

/** At most `scale` digits after the point; a half goes away from zero. */
export function roundTo(value: Decimal, scale: number): Decimal {
  const exact = fixed(value)
  if (exact.scale <= scale) return value
  return textOf({ units: quotient(exact.units, power(exact.scale - scale)), scale })
}

/** At most `digits` significant digits; a half goes away from zero. */
export function significant(value: Decimal, digits: number): Decimal {
  const { units, scale } = fixed(value)
  const surplus = String(magnitude(units)).length - digits
  if (surplus <= 0) return value
  return textOf({ units: quotient(units, power(surplus)) * power(surplus), scale })
}

/** Negative when a is smaller than b, 0 when they are equal, positive when a is greater. */
export function compare(a: Decimal, b: Decimal): number {
  const [x, y] = [fixed(a), fixed(b)]
  const scale = Math.max(x.scale, y.scale)
  const [m, n] = [unitsAt(x, scale), unitsAt(y, scale)]
  return m < n ? -1 : m > n ? 1 : 0
}

/** units / 10^scale: whole numbers of any length are the language's own, and exact. */
interface Fixed {
  readonly units: bigint
  readonly scale: number
}

function fixed(text: string): Fixed {
  const [, sign, before, after = ''] = PLAIN.exec(text) ?? []
  if (before === undefined) throw new RangeError('A decimal is digits with at most one point.')
  return { units: BigInt(`${sign}${before}${after}`), scale: after.length }
}

function unitsAt({ units, scale }: Fixed, wanted: number): bigint {
  return units * power(wanted - scale)
}

function power(exponent: number): bigint {
  return 10n ** BigInt(exponent)
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units
}

/** Rounded once, a half away from zero. */
function quotient(dividend: bigint, divisor: bigint): bigint {
  const [n, d] = [magnitude(dividend), magnitude(divisor)]
  const rounded = (2n * n + d) / (2n * d)
  return dividend < 0n === divisor < 0n ? rounded : -rounded
}

function textOf({ units, scale }: Fixed): Decimal {
  const digits = String(magnitude(units)).padStart(scale + 1, '0')
  const point = digits.length - scale
  const after = digits.slice(point).replace(/0+$/, '')
  const text = digits.slice(0, point) + (after === '' ? '' : `.${after}`)
  return (units < 0n ? `-${text}` : text) as Decimal
}
