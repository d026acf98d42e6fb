import { add, compare, decimal, divide, multiply, roundTo, SCALE, type Decimal } from './decimal.js'
import { DomainError } from './errors.js'

/** As many targets as are set by one call. */
export const MAX_TARGETS = 1_000

/** As many targets as one call copies. */
export const MAX_COPIED_TARGETS = 10_000

const [NOTHING_LEFT, ELEVENFOLD] = [decimal('-100'), decimal('1000')]
const [ONE, HUNDRED] = [decimal('1'), decimal('100')]

/** How the amounts of a copy differ from those they are made of. */
export interface Raise {
  /** From -100 to 1,000: 10 is a tenth more. */
  readonly percent: Decimal
  /** Digits after the point, 0 to 6. */
  readonly decimals: number
}

/** @throws DomainError INVALID naming the field. */
export function assertRaise({ percent, decimals }: Raise): void {
  if (compare(percent, NOTHING_LEFT) < 0 || compare(percent, ELEVENFOLD) > 0) {
    const message = `changePercent is ${percent}; expected ${NOTHING_LEFT} to ${ELEVENFOLD}, such as 10 for a tenth more.`
    throw new DomainError('INVALID', message, ['changePercent'])
  }
  if (Number.isInteger(decimals) && decimals >= 0 && decimals <= SCALE) return
  const message = `decimals is ${decimals}; expected 0 to ${SCALE}.`
  throw new DomainError('INVALID', message, ['decimals'])
}

/** A half goes away from zero: 5 and 10 % are 5.5, with no decimals 6. */
export function raised(amount: Decimal, { percent, decimals }: Raise): Decimal {
  const factor = add(ONE, divide(percent, HUNDRED, 8)!)
  return roundTo(multiply(amount, factor), decimals)
}
