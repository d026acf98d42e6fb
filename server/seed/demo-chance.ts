/** Chance that comes out the same every time. */
export interface Chance {
  /** At least 0, less than 1. */
  share(): number
  happens(probability: number): boolean
  /** A whole number, both ends included. */
  between(lowest: number, highest: number): number
  /** How often something happens that happens `mean` times on average. */
  times(mean: number): number
  /** A factor, as often below 1 as above it, seldom beyond 1 ± twice the deviation. */
  spread(deviation: number): number
  /** One of them, each as likely as its weight. */
  pick<T>(weighted: readonly (readonly [T, number])[]): T
}

const { exp, floor, imul } = Math

/** The same words give the same chances, in the same order. */
export function chanceOf(words: string): Chance {
  const share = mulberry32(hashOf(words))
  const pick = <T>(weighted: readonly (readonly [T, number])[]): T => {
    let left = share() * weighted.reduce((sum, [, weight]) => sum + weight, 0)
    return (weighted.find(([, weight]) => (left -= weight) < 0) ?? weighted.at(-1)!)[0]
  }
  return {
    share,
    pick,
    happens: (probability) => share() < probability,
    between: (lowest, highest) => lowest + floor(share() * (highest - lowest + 1)),
    times: (mean) => timesOf(share, mean),
    // Four dice are near enough to a bell.
    spread: (deviation) => exp((share() + share() + share() + share() - 2) * deviation * Math.sqrt(3)),
  }
}

/** Poisson's distribution, after Knuth. */
function timesOf(share: () => number, mean: number): number {
  const limit = exp(-mean)
  let times = 0
  for (let product = share(); product > limit; product *= share()) times++
  return times
}

/** FNV-1a. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5
  for (const letter of words) hash = imul(hash ^ letter.codePointAt(0)!, 0x01000193)
  return hash >>> 0
}

/** Tommy Ettinger's generator of 32 bits. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
