import fc from 'fast-check'
import { decimal, type Decimal } from '../../../server/domain/decimal.js'

/** A literal of a test: d('1234.5'). */
export const d = decimal

/** Whole numbers of 10^-digits: the slow, obvious arithmetic that decimals are held against. */
export function unscaled(text: string, digits: number): bigint {
  const [, sign, before, after = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? []
  return BigInt(`${sign}${before}${after.padEnd(digits, '0')}`)
}

export function scaled(value: bigint, digits: number): string {
  const figures = (value < 0n ? -value : value).toString().padStart(digits + 1, '0')
  const text = `${figures.slice(0, figures.length - digits)}.${figures.slice(figures.length - digits)}`
  return (value < 0n ? '-' : '') + text.replace(/\.?0*$/, '')
}

/** a / b to a whole number, a half away from zero. */
export function dividedHalfUp(a: bigint, b: bigint): bigint {
  const [over, under] = [a < 0n ? -a : a, b < 0n ? -b : b]
  const quotient = (2n * over + under) / (2n * under)
  return a < 0n === b < 0n ? quotient : -quotient
}

const MOST = 10n ** 21n - 1n

const inMillionths = (min: bigint, max: bigint): fc.Arbitrary<Decimal> =>
  fc.bigInt({ min, max }).map((value) => d(scaled(value, 6)))

/** Whatever a caller may type: 15 digits before the point, 6 after; small and round ones among them. */
export const decimals = fc.oneof(
  inMillionths(-MOST, MOST),
  fc.integer({ min: -20, max: 20 }).map((value) => d(String(value))),
)

/** Amounts of a size at which a sum of floats goes wrong, none below 0. */
export const amounts = fc.oneof(
  inMillionths(0n, MOST),
  fc.integer({ min: 0, max: 300 }).map((cents) => d(scaled(BigInt(cents), 2))),
)

/** Few different ones, so that they meet their limits exactly. */
export const smallDecimals = fc.integer({ min: -8, max: 8 }).map((halves) => d(scaled(BigInt(halves * 5), 1)))

/** Holds for at least a thousand random cases; a failure prints the seed and the smallest that fails. */
export function always<Ts extends [unknown, ...unknown[]]>(
  arbitraries: { [K in keyof Ts]: fc.Arbitrary<Ts[K]> },
  law: (...values: Ts) => void,
): void {
  fc.assert(fc.property(...arbitraries, law), { numRuns: 2_000 })
}
