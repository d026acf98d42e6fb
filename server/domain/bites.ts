import { DomainError } from './errors.js'

/** How much there is in an hour; the hour by its beginning. */
export interface Hour {
  readonly hour: Date
  readonly count: number
}

/** A stretch of time, half-open. */
export interface Bite {
  readonly from: Date
  /** Null: it has no end. */
  readonly to: Date | null
}

/**
 * The time since an instant in stretches that follow each other, none of which holds more than `size`; an hour that does
 * by itself is a stretch of its own. `hours` come in their order; those in which there is nothing are left out.
 */
export function bitesOf(hours: readonly Hour[], since: Date, size: number): Bite[] {
  const begins: Date[] = []
  let held = 0
  for (const { hour, count } of hours) {
    if (begins.length === 0 || held + count > size) {
      begins.push(begins.length === 0 ? since : hour)
      held = 0
    }
    held += count
  }
  return begins.map((from, index) => ({ from, to: begins[index + 1] ?? null }))
}

/** @throws DomainError LIMIT_EXCEEDED when these hours hold more than can be taken within one change. */
export function assertFew(hours: readonly Hour[], limit: number): void {
  const count = hours.reduce((sum, hour) => sum + hour.count, 0)
  if (count <= limit) return
  const message = `About ${count} activities recorded since would have to be credited anew; at most ${limit} are at once. Choose a later date, or change less at once.`
  throw new DomainError('LIMIT_EXCEEDED', message, ['effectiveAt'])
}
