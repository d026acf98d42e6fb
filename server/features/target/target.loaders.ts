import type { Decimal } from '../../domain/decimal.js'
import { nodeTarget } from '../../domain/target-rollup.js'
import type { Context } from '../../platform/context.js'
import { createLoader, perRequest } from '../../platform/per-request.js'
import { loadTargetAmounts } from './target-amounts.loaders.js'
import { readHolding } from './target-store.js'
import type { SetTarget, TargetPlace, TargetRow } from './target.row.js'

const holding = perRequest((ctx) =>
  createLoader(ctx, (places: readonly TargetPlace[]) => readHolding(ctx, places)),
)

const UNSET = { carriesForward: false, setBy: null, setAt: null }

/**
 * The target of a node or a person. One statement beside those of `loadTargetAmounts`; its own amount is told with the
 * version that it has. `asOf` as for `loadTargetAmounts`. Whoever asks: who shows it, asks who may see it.
 */
export async function loadTarget(ctx: Context, place: TargetPlace, asOf: Date | null): Promise<TargetRow> {
  const { metricId, nodeId, period } = place
  const [rollup, set] = await Promise.all([
    nodeId === null ? null : loadRollup(ctx, { metricId, nodeId, period, asOf }),
    holding(ctx).load(place),
  ])
  const shown = nodeTarget(set?.amount ?? null, rollup)
  const setting = set && shown.source === 'MANUAL' ? settingOf(set) : UNSET
  return { ...place, ...shown, ...setting, version: set?.version ?? 0 }
}

async function loadRollup(
  ctx: Context,
  {
    metricId,
    nodeId,
    period,
    asOf,
  }: Pick<TargetPlace, 'metricId' | 'period'> & {
    readonly nodeId: string
    readonly asOf: Date | null
  },
): Promise<Decimal | null> {
  const amountsOf = await loadTargetAmounts(ctx, { ownerId: nodeId, period, asOf })
  return (await amountsOf(metricId)).rollupOf(nodeId)
}

function settingOf({ carriesForward, setBy, setAt }: SetTarget) {
  return { carriesForward, setBy, setAt }
}
