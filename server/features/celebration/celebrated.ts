import type { LiveContext } from '../../platform/live/occasion.js'
import { nodeOccasions, type NodeOccasion } from '../live/node-occasion.js'
import {
  changeCursorOf,
  loadCelebrationChanges,
  loadLatestNumber,
  numberOfCursor,
} from './celebration-changes.loaders.js'
import type { CelebrationChangeRow } from './celebration.row.js'

export interface CelebratedOccasion extends NodeOccasion {
  readonly changes: readonly CelebrationChangeRow[]
  readonly cursor: string
}

export interface AskedCelebrated {
  readonly nodeId: string
  readonly after?: string | null
}

const ASKED = { action: 'see numbers of nodes', topics: ['CELEBRATIONS'] } as const

/**
 * At once what happened after the cursor, or nothing without one, so that there is a cursor to come back with; then what
 * happens. For as long as the viewer sees the node. @throws BAD_USER_INPUT for a cursor that is none.
 */
export async function* celebratedOccasions(
  ctx: LiveContext,
  { nodeId, after }: AskedCelebrated,
): AsyncGenerator<CelebratedOccasion, void> {
  let number = typeof after === 'string' ? numberOfCursor(after) : await loadLatestNumber(ctx)
  for await (const occasion of nodeOccasions(ctx, { nodeId, ...ASKED })) {
    if (!occasion.node) yield { ...occasion, changes: [], cursor: changeCursorOf(number) }
    let isMore = occasion.node !== null
    for (let { isFirst } = occasion; isMore; isFirst = false) {
      const news = await loadCelebrationChanges(occasion.ctx, nodeId, number)
      number = news.number
      isMore = news.isFull
      const { changes } = news
      if (isFirst || changes.length > 0) yield { ...occasion, changes, cursor: changeCursorOf(number) }
    }
  }
}
