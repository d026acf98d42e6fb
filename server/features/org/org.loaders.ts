import { pathTo, type OrgLevel } from '../../domain/org-node.js'
import type { Sight, SightOfNode } from '../../domain/sight.js'
import type { Context } from '../../platform/context.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { loadSight } from './sight.loaders.js'
import { loadTree, loadWholeTree, type TreeNode } from './tree.loaders.js'

/** A node as somebody sees it, read at `asOf`, as is what hangs below it. Null is the present. */
export interface OrgNodeRow extends TreeNode {
  readonly asOf: Date | null
  readonly sight: SightOfNode
}

const SEE = 'see key metrics'

/** Null when the viewer sees no such node at that instant: one out of sight is as good as none. */
export function loadOrgNode(ctx: Context, id: string, asOf: Date | null): Eventually<OrgNodeRow | null> {
  return eventually(loadTree(ctx, asOf), (tree) => {
    const node = tree.get(id)
    return node ? eventually(loadSight(ctx, SEE, asOf), (sight) => seen(sight, node, asOf)) : null
  })
}

/** As `loadOrgNode`, and null for a node of another level. */
export async function loadNodeOfLevel(
  ctx: Context,
  level: OrgLevel,
  id: string,
  asOf: Date | null,
): Promise<OrgNodeRow | null> {
  const node = await loadOrgNode(ctx, id, asOf)
  return node?.level === level ? node : null
}

/** The nodes of one level straight below that the viewer sees, in their order. */
export async function loadChildren(ctx: Context, parent: OrgNodeRow, level: OrgLevel): Promise<OrgNodeRow[]> {
  const children = (await loadWholeTree(ctx, parent.asOf)).children.get(parent.id) ?? []
  return seenOf(
    ctx,
    children.filter((child) => child.level === level),
    parent.asOf,
  )
}

/** From the company down to the node itself. */
export async function loadPath(
  ctx: Context,
  { id, asOf }: Pick<OrgNodeRow, 'id' | 'asOf'>,
): Promise<OrgNodeRow[]> {
  return seenOf(ctx, pathTo(await loadTree(ctx, asOf), id), asOf)
}

async function seenOf(ctx: Context, nodes: readonly TreeNode[], asOf: Date | null): Promise<OrgNodeRow[]> {
  const sight = await loadSight(ctx, SEE, asOf)
  return nodes.flatMap((node) => seen(sight, node, asOf) ?? [])
}

function seen({ of }: Sight, node: TreeNode, asOf: Date | null): OrgNodeRow | null {
  const sight = of(node.id)
  return sight && { ...node, version: sight === 'WHOLE' ? node.version : 0, sight, asOf }
}
