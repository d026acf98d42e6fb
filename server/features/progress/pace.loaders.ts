import { ZERO } from '../../domain/decimal.js'
import { paceOfShares, type Pace } from '../../domain/pace.js'
import { reachedBetween } from '../../domain/period-point.js'
import type { Context } from '../../platform/context.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import type { Figure } from './figure.js'
import { loadStretches } from './stretches.loaders.js'

/** How much of what a period comes to has usually come in by now. For what accumulates. */
export function loadPace(ctx: Context, { subject, frame, valueOf }: Figure): Eventually<Pace> {
  const { lengths, cuts } = frame.past()
  return eventually(loadStretches(ctx, subject, cuts), (stretches) => {
    const values = stretches.map((sums) => (sums.length === 0 ? ZERO : valueOf(sums).numerator))
    const reached = lengths.flatMap((length, index) => {
      const [before, on, after] = values.slice(3 * index, 3 * index + 3)
      return reachedBetween(length, frame.share, [before!, on!, after!]) ?? []
    })
    return paceOfShares(frame.share, reached)
  })
}
