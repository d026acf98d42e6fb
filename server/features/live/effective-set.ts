import { effectiveSetChange, type EffectiveSetChange } from '../../domain/effective-set-change.js'
import type { LiveContext } from '../../platform/live/occasion.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import { loadEffectiveKeyMetrics } from '../key-metric/key-metric.loaders.js'
import { nodeOccasions, type NodeOccasion } from './node-occasion.js'

export type EffectiveSetOccasion = NodeOccasion & EffectiveSetChange<EffectiveRow>

const NONE: EffectiveSetChange<EffectiveRow> = { appeared: [], disappeared: [], changed: [] }

/** The key metrics of a node as they are, then whenever they are not as they were told last. */
export async function* effectiveSetOccasions(
  ctx: LiveContext,
  nodeId: string,
): AsyncGenerator<EffectiveSetOccasion, void> {
  let told: readonly EffectiveRow[] | null = null
  for await (const occasion of nodeOccasions(ctx, { nodeId, action: 'see key metrics', topics: [] })) {
    const { node } = occasion
    const rows = node && (await loadEffectiveKeyMetrics(occasion.ctx, node, null))
    const change = rows ? effectiveSetChange(told, rows, shownOf) : NONE
    told = rows
    if (change) yield { ...occasion, ...change }
  }
}

function shownOf({ metric, asOf: _, ...row }: EffectiveRow): object {
  return { ...row, label: row.label ?? metric.name }
}
