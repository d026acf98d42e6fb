import type { MetricValue } from './metric-value.js'
import { byNumerator, isNothing } from './value-parts.js'

/** More than anybody reads; what comes after is in the rest. */
export const MAX_NAMED_PARTS = 100

/** What adds something, the largest numerator first, then by id; at most so many as are named. */
export function largestParts(sources: ReadonlyMap<string, MetricValue>): Map<string, MetricValue> {
  const parts = [...sources].filter(([, value]) => !isNothing(value))
  return new Map(parts.sort(byNumerator).slice(0, MAX_NAMED_PARTS))
}

/** Who stands before those of a team whom their peers do not see. */
export interface Cover {
  /** Null: there is nobody else. */
  readonly userId: string | null
  /** Whether there are hidden people to cover, be it that they have left. */
  readonly isForHidden: boolean
}

/**
 * Those of the people behind a number who may be named to somebody; all others are counted together. To a peer, who
 * knows the whole and could take off it what is named, whoever is out of sight must not be left alone: the cover goes
 * with them. It goes with hidden people also where they did nothing, and is one and the same whatever is counted and
 * whenever: with the smallest of each metric or month the differences would tell.
 * @param cover null for who is no peer, and so is told all there is to see.
 */
export function namedAmong(
  ids: readonly string[],
  isSeen: (id: string) => boolean,
  cover: Cover | null,
): Set<string> {
  const named = new Set(ids.filter(isSeen))
  const isCovering = cover !== null && (cover.isForHidden || ids.some((id) => !named.has(id)))
  if (isCovering && cover.userId !== null) named.delete(cover.userId)
  return named
}
