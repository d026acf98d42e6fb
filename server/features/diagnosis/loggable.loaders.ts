import type { Enablement } from '../../domain/activity-type.js'
import { pathTo, type OrgNode } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { loadEnablement } from '../activity/activity-logger.loaders.js'
import { loadTree } from '../org/tree.loaders.js'

interface Place extends Dated {
  /** What counts to a node may be logged on any node below it. */
  readonly withBelow: boolean
}

const loggable = batchLoader<Place, ReadonlySet<string>>(async (ctx, nodeIds, { asOf, withBelow }) => {
  // In turn: a change has one connection, which does one thing at a time.
  const tree = await loadTree(ctx, asOf)
  const enablement = await loadEnablement(ctx, asOf)
  return new Map(nodeIds.map((id) => [id, typesFor(id, { tree, enablement, withBelow })]))
})

/** The ids of the activity types that somebody may log there, archived ones included. Whoever asks: for what decides. */
export async function loadLoggable(ctx: Context, place: Place): Promise<ReadonlySet<string>> {
  return (await loggable(ctx).load(place)) ?? new Set()
}

interface Organisation extends Pick<Place, 'withBelow'> {
  readonly tree: ReadonlyMap<string, OrgNode>
  readonly enablement: Enablement
}

function typesFor(nodeId: string, { tree, enablement, withBelow }: Organisation): Set<string> {
  const idsTo = (id: string) => pathTo(tree, id).map((node) => node.id)
  const above = idsTo(nodeId)
  const counting = [...enablement].filter(
    ([id]) => above.includes(id) || (withBelow && idsTo(id).includes(nodeId)),
  )
  return new Set(counting.flatMap(([, types]) => [...types]))
}
