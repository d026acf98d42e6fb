import { pathTo, type OrgNode } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { perVersion } from '../../platform/per-version.js'

export interface TreeNode extends OrgNode {
  readonly name: string
  readonly version: number
  /** Among the siblings that were put in an order; null: behind them. */
  readonly position: number | null
}

export interface Tree {
  readonly nodes: ReadonlyMap<string, TreeNode>
  /** By parent id; siblings as they were put in order, the others behind by name. */
  readonly children: ReadonlyMap<string, readonly TreeNode[]>
}

const BYTES_OF_NODE = 600

/** The whole tree, whoever asks: for what decides. What is shown to somebody is read through `org.loaders.ts`. */
export const loadWholeTree: (ctx: Context, asOf: Date | null) => Eventually<Tree> = perVersion(
  readTree,
  ({ nodes }) => nodes.size * BYTES_OF_NODE,
)

export function loadTree(ctx: Context, asOf: Date | null): Eventually<ReadonlyMap<string, TreeNode>> {
  return eventually(loadWholeTree(ctx, asOf), ({ nodes }) => nodes)
}

/** The ids from the company down to the node; empty for an unknown one. */
export async function pathOf(ctx: Context, nodeId: string): Promise<string[]> {
  return pathTo(await loadTree(ctx, null), nodeId).map(({ id }) => id)
}

/**
 * A change that is dated back finds the tree of then, numbered as it is now: by that it is told from others.
 * Each node looks up its own two rows. A plain join is free to compare all with all, and after a large import, before
 * the tables are analysed, it does: 10,000 nodes then took over five seconds.
 */
async function readTree({ manager, companyId, moment, presentAt }: Context, at: Date): Promise<Tree> {
  const rows = await manager.query<TreeNode[]>(
    `SELECT n.id, n.level, p.parent_id AS "parentId", n.name, n.position, v.version
       FROM org_node n
      CROSS JOIN LATERAL (
            SELECT p.parent_id FROM org_node_placement p
             WHERE p.company_id = $1 AND p.node_id = n.id AND ${holdsAt('p', '$2')} OFFSET 0) p
      CROSS JOIN LATERAL (
            SELECT v.version FROM org_node_version v
             WHERE v.company_id = $1 AND v.node_id = n.id AND ${holdsAt('v', '$3')} OFFSET 0) v
      WHERE n.company_id = $1
      ORDER BY n.position NULLS LAST, n.name COLLATE "C", n.id`,
    [companyId, at, presentAt === undefined ? at : moment.at],
  )
  const nodes = new Map(rows.map((row) => [row.id, row]))
  return { nodes, children: groupBy(rows.filter(isBelowCompany), ({ parentId }) => parentId) }
}

function isBelowCompany(node: TreeNode): node is TreeNode & { parentId: string } {
  return node.parentId !== null
}
