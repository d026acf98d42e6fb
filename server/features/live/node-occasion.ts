import { pathTo } from '../../domain/org-node.js'
import type { Action } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import type { Topic } from '../../platform/database/change-event.entity.js'
import { occasions, type LiveContext, type Occasion } from '../../platform/live/occasion.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { isWhole } from '../org/sight.loaders.js'
import { loadTree } from '../org/tree.loaders.js'

/** An occasion to tell of a node; `node` is null on the last one, when it is not, or no longer, there for the viewer. */
export interface NodeOccasion extends Occasion {
  readonly node: OrgNodeRow | null
}

export interface AskedNode {
  readonly nodeId: string
  /** The line of the policy by which the viewer has to see the node whole. */
  readonly action: Action
  readonly topics: readonly Topic[]
}

/**
 * The present of a node, then whenever something of these topics happened at or below it, or the configuration changed;
 * for as long as the viewer sees it.
 */
export async function* nodeOccasions(
  ctx: LiveContext,
  { nodeId, action, topics }: AskedNode,
): AsyncGenerator<NodeOccasion, void> {
  const concerning = (fresh: Context) => atOrBelow(fresh, nodeId)
  for await (const occasion of occasions(ctx, { topics, concerning })) {
    const isInSight = await isWhole(occasion.ctx, action, { id: nodeId, asOf: null })
    const node = isInSight ? await loadOrgNode(occasion.ctx, nodeId, null) : null
    yield { ...occasion, node }
    if (!node) return
  }
}

async function atOrBelow(ctx: Context, nodeId: string): Promise<(id: string) => boolean> {
  const tree = await loadTree(ctx, null)
  return (id) => id === nodeId || pathTo(tree, id).some((node) => node.id === nodeId)
}
