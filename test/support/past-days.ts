import { sumOf, ZERO, type Decimal } from '../../server/domain/decimal.js'
import { paceOfShares, reachedShare, type Pace } from '../../server/domain/pace.js'

export interface PastPeriod {
  /** The value of each day, in order; a February has fewer of them. */
  readonly days: readonly Decimal[]
}

/** The pace from past periods that are told day by day. */
export function paceOf(elapsedShare: number, past: readonly PastPeriod[]): Pace {
  return paceOfShares(
    elapsedShare,
    past.flatMap(({ days }) => reachedAt(elapsedShare, days) ?? []),
  )
}

/** Each day being even in itself. */
function reachedAt(elapsedShare: number, days: readonly Decimal[]): number | null {
  const position = elapsedShare * days.length
  const over = Math.floor(position)
  const before = sumOf(days.slice(0, over))
  return reachedShare({ before, on: days[over] ?? ZERO, total: sumOf(days) }, position - over)
}
