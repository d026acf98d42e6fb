import { subtreeOf } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import { loadSight } from '../org/sight.loaders.js'
import { loadWholeTree } from '../org/tree.loaders.js'

/**
 * The nodes themselves and those below of which the viewer sees the numbers, by the tree of the present; null: all
 * there are.
 */
export async function nodesBelow(
  ctx: Context,
  ids: readonly string[],
): Promise<(readonly string[] | null)[]> {
  const sight = await loadSight(ctx, 'see numbers of nodes', null)
  const { children } = await loadWholeTree(ctx, null)
  return ids.map((id) => {
    if (id === ctx.companyId && sight.isOfAll) return null
    return subtreeOf(children, id).filter((below) => sight.of(below) === 'WHOLE')
  })
}
