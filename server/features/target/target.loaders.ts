import DataLoader from 'dataloader'
import { nodeTarget } from '../../domain/target-rollup.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { perRequest } from '../../platform/per-request.js'
import { loadTargetAmounts } from './target-amounts.loaders.js'
import { readHolding } from './target-store.js'
import {
  setTargetOf,
  TARGET_COLUMNS,
  type SetTarget,
  type StoredTarget,
  type TargetPlace,
  type TargetRow,
} from './target.row.js'
import { inForce, KEYS, keyValues, type TargetsKey } from './targets-key.js'

const holding = perRequest(
  (ctx) => new DataLoader((places: readonly TargetPlace[]) => readHolding(ctx, places), { cache: false }),
)

const UNSET = { carriesForward: false, setBy: null, setAt: null }

/**
 * The target of a node or a person. Two statements for all that are asked for in one go; its own amount is told with the
 * version that it has. `asOf` as for `loadTargetAmounts`. Whoever asks: who shows it, asks who may see it.
 */
export async function loadTarget(ctx: Context, place: TargetPlace, asOf: Date | null): Promise<TargetRow> {
  const { metricId, nodeId, period } = place
  const [{ rollupOf }, set] = await Promise.all([
    loadTargetAmounts(ctx, { period, asOf })(metricId),
    holding(ctx).load(place),
  ])
  const shown = nodeTarget(set?.amount ?? null, nodeId === null ? null : rollupOf(nodeId))
  const setting = set && shown.source === 'MANUAL' ? settingOf(set) : UNSET
  return { ...place, ...shown, ...setting, version: set?.version ?? 0 }
}

function settingOf({ carriesForward, setBy, setAt }: SetTarget) {
  return { carriesForward, setBy, setAt }
}

/** A target that holds, with the team its person was in. */
export interface TargetInForce extends SetTarget {
  readonly teamId: string | null
}

/** What was set and holds, for each key in its order: with and without an amount. `asOf` says who was in which team. */
export async function readInForce(ctx: Context, keys: readonly TargetsKey[]): Promise<TargetInForce[][]> {
  const rows = await ctx.manager.query<
    (StoredTarget & { readonly place: string; readonly teamId: string | null })[]
  >(
    `SELECT q.place, t.*, m.team_id AS "teamId"
       FROM ${KEYS}
      CROSS JOIN LATERAL ${inForce(TARGET_COLUMNS)}`,
    keyValues(ctx, keys),
  )
  const byPlace = groupBy(rows, ({ place }) => place)
  return keys.map((_, index) =>
    (byPlace.get(String(index + 1)) ?? []).map(({ place: _place, ...row }) => ({
      ...setTargetOf(row),
      teamId: row.teamId,
    })),
  )
}
