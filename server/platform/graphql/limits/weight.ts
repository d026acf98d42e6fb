import type { Size } from './measure.js'

/** One measure of a document, and the most it may be. */
export interface Figure {
  readonly name: 'cost' | 'tokens' | keyof Size
  /** Null where it cannot be told: the cost, as long as the variables do not fit. */
  readonly value: number | null
  readonly most: number
}

export interface Weight {
  readonly figures: readonly Figure[]
  /** What a request would be refused with: each limit that is passed, its figure, and what to do instead. */
  readonly excesses: readonly string[]
}

/** What is told of a document; null when it is not GraphQL. */
export interface Measured {
  readonly weight: Weight | null
}
