import { pathTo, type OrgLevel } from '../../domain/org-node.js'
import type { SightOfNode } from '../../domain/sight.js'
import type { Context } from '../../platform/context.js'
import { loadSight } from './sight.loaders.js'
import { loadTree, loadWholeTree, type TreeNode } from './tree.loaders.js'

/** A node as somebody sees it, read at `asOf`, as is what hangs below it. Null is the present. */
export interface OrgNodeRow extends TreeNode {
  readonly asOf: Date | null
  readonly sight: SightOfNode
}

/** Null when the viewer sees no such node at that instant: one out of sight is as good as none. */
export async function loadOrgNode(ctx: Context, id: string, asOf: Date | null): Promise<OrgNodeRow | null> {
  const node = (await loadTree(ctx, asOf)).get(id)
  return node ? ((await seenOf(ctx, [node], asOf))[0] ?? null) : null
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

/** The nodes of one level straight below that the viewer sees, by name. */
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
  const { of } = await loadSight(ctx, 'see key metrics', asOf)
  return nodes.flatMap((node) => {
    const sight = of(node.id)
    return sight === null ? [] : [{ ...node, version: sight === 'WHOLE' ? node.version : 0, sight, asOf }]
  })
}
