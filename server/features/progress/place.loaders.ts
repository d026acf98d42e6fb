import type { Formulas } from '../../domain/metric-value.js'
import type { Context } from '../../platform/context.js'
import { eventually, Remembered, type Eventually, type Keys } from '../../platform/eventually.js'
import { perRequest } from '../../platform/per-request.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import { loadTargetAmounts, type TargetAmounts } from '../target/target-amounts.loaders.js'
import { loadFrame, type Frame } from './frame.loaders.js'
import { loadTeamOrSelf, seesNumbersOfNode, seesNumbersOfPerson } from './numbers-sight.js'
import type { Subject } from './stretches.loaders.js'

export interface AskedProgress {
  readonly period?: AskedPeriod | null
  readonly userId?: string | null
}

/** What the key metrics of a node that are tracked as often have in common, when it is asked where they stand. */
export interface Place {
  readonly nodeId: string
  readonly asOf: Date | null
  readonly subject: Subject
  readonly frame: Frame
  readonly formulas: Formulas
  readonly targetsOf: (metricId: string) => Eventually<TargetAmounts>
}

type PlacedRow = Pick<EffectiveRow, 'nodeId' | 'frequency' | 'asOf'>

const NO_PERIOD: AskedPeriod = {}

/** Null: out of sight. */
const places = perRequest(() => new Remembered<Place | null>())

/**
 * Null for a node or a person whose numbers are out of sight. @throws FORBIDDEN for an API key without the scope,
 * BAD_USER_INPUT or LIMIT_EXCEEDED for the period.
 */
export function loadPlace(
  ctx: Context,
  row: PlacedRow,
  { period, userId }: AskedProgress,
): Eventually<Place | null> {
  const { nodeId, frequency: tracked, asOf } = row
  const { frequency, containing, offset } = period ?? NO_PERIOD
  const keys: Keys = [ctx.moment, asOf?.getTime(), tracked, userId, frequency, containing, offset, nodeId]
  return places(ctx).of(keys, () => readPlace(ctx, row, period, userId))
}

function readPlace(
  ctx: Context,
  { nodeId, frequency, asOf }: PlacedRow,
  period: AskedPeriod | null = null,
  userId: string | null = null,
): Eventually<Place | null> {
  const node = { id: nodeId, asOf }
  const isSeen = userId === null ? seesNumbersOfNode(ctx, node) : seesNumbersOfPerson(ctx, userId, node)
  return eventually(isSeen, (seen) => {
    if (!seen) return null
    return eventually(loadFormulas(ctx), (formulas) =>
      eventually(loadFrame(ctx, period, { frequency, asOf }), (frame) => {
        const subject = { id: userId ?? nodeId, isPerson: userId !== null }
        const owner = userId === null ? nodeId : loadTeamOrSelf(ctx, { id: userId, asOf })
        const targets = eventually(owner, (ownerId) =>
          loadTargetAmounts(ctx, { ownerId, period: frame.period, asOf }),
        )
        return eventually(targets, (targetsOf) => ({ nodeId, asOf, subject, frame, formulas, targetsOf }))
      }),
    )
  })
}
