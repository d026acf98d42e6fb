import { pathTo, type OrgLevel, type OrgNode } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { groupBy } from '../../platform/group-by.js'
import { perVersion } from '../../platform/per-version.js'

export interface TreeNode extends OrgNode {
  readonly name: string
  readonly version: number
}

/** A node as it was asked for: what hangs below it is read at the same instant. Null is the present. */
export interface OrgNodeRow extends TreeNode {
  readonly asOf: Date | null
}

interface Tree {
  readonly nodes: ReadonlyMap<string, TreeNode>
  /** By parent id; siblings by name. */
  readonly children: ReadonlyMap<string, readonly TreeNode[]>
}

const treeOf = perVersion(readTree)

/**
 * Each node looks up its own two rows. A plain join is free to compare all with all, and after a large import, before
 * the tables are analysed, it does: 10,000 nodes then took over five seconds.
 */
async function readTree({ manager, companyId }: Context, at: Date): Promise<Tree> {
  const rows = await manager.query<TreeNode[]>(
    `SELECT n.id, n.level, p.parent_id AS "parentId", n.name, v.version
       FROM org_node n
      CROSS JOIN LATERAL (
            SELECT p.parent_id FROM org_node_placement p
             WHERE p.company_id = $1 AND p.node_id = n.id AND ${holdsAt('p', '$2')} OFFSET 0) p
      CROSS JOIN LATERAL (
            SELECT v.version FROM org_node_version v
             WHERE v.company_id = $1 AND v.node_id = n.id AND ${holdsAt('v', '$2')} OFFSET 0) v
      WHERE n.company_id = $1
      ORDER BY n.name COLLATE "C", n.id`,
    [companyId, at],
  )
  const nodes = new Map(rows.map((row) => [row.id, row]))
  return { nodes, children: groupBy(rows.filter(isBelowCompany), ({ parentId }) => parentId) }
}

function isBelowCompany(node: TreeNode): node is TreeNode & { parentId: string } {
  return node.parentId !== null
}

export async function loadTree(ctx: Context, asOf: Date | null): Promise<ReadonlyMap<string, TreeNode>> {
  return (await treeOf(ctx, asOf)).nodes
}

/** Null when the viewer's company has no such node at that instant: an id of another company is as good as none. */
export async function loadOrgNode(ctx: Context, id: string, asOf: Date | null): Promise<OrgNodeRow | null> {
  const node = (await treeOf(ctx, asOf)).nodes.get(id)
  return node ? { ...node, asOf } : null
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

/** The nodes of one level straight below, by name. */
export async function loadChildren(ctx: Context, parent: OrgNodeRow, level: OrgLevel): Promise<OrgNodeRow[]> {
  const children = (await treeOf(ctx, parent.asOf)).children.get(parent.id) ?? []
  return children.flatMap((child) => (child.level === level ? [{ ...child, asOf: parent.asOf }] : []))
}

/** From the company down to the node itself. */
export async function loadPath(
  ctx: Context,
  { id, asOf }: Pick<OrgNodeRow, 'id' | 'asOf'>,
): Promise<OrgNodeRow[]> {
  return pathTo((await treeOf(ctx, asOf)).nodes, id).map((node) => ({ ...node, asOf }))
}
