import type { MetricValue } from './metric-value.js'
import { byNumerator, isNothing } from './value-parts.js'

/** More than anybody reads; what comes after is in the rest. */
export const MAX_NAMED_PARTS = 100

/** What adds something, the largest numerator first, then by id; at most so many as are named. */
export function largestParts(sources: ReadonlyMap<string, MetricValue>): Map<string, MetricValue> {
  const parts = [...sources].filter(([, value]) => !isNothing(value))
  return new Map(parts.sort(byNumerator).slice(0, MAX_NAMED_PARTS))
}

export interface PartSight {
  isSeen(id: string): boolean
  isPerson(id: string): boolean
}

/**
 * The parts that may be named to somebody; all others are for the rest. One person alone would be told by the rest:
 * the smallest of the others goes with it. That of who asks (`self`) only where it is the only one: who asks knows it,
 * and could take it off again.
 */
export function namedParts(
  parts: ReadonlyMap<string, MetricValue>,
  { isSeen, isPerson }: PartSight,
  self: string | null,
): Map<string, MetricValue> {
  const seen = [...parts].filter(([id]) => isSeen(id)).sort(byNumerator)
  const unseen = [...parts.keys()].filter((id) => !isSeen(id))
  if (unseen.length !== 1 || !isPerson(unseen[0]!)) return new Map(seen)
  const cover = seen.findLast(([id]) => id !== self) ?? seen[0]
  return new Map(seen.filter((part) => part !== cover))
}
