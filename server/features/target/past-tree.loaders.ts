import type { OrgLevel, OrgNode } from '../../domain/org-node.js'
import { instantOf, type Context } from '../../platform/context.js'
import type { Eventually } from '../../platform/eventually.js'
import { perVersion } from '../../platform/per-version.js'
import { loadTree } from '../org/tree.loaders.js'

interface Placement extends OrgNode {
  readonly from: Date
  /** Infinity while it lasts. */
  readonly to: Date | number
}

type TreesOf = (at: Date) => readonly OrgNode[]

/** Where every node hung at any time, for as many past instants as are asked for. */
const pastTrees: (ctx: Context, asOf: Date | null) => Eventually<TreesOf> = perVersion(readPlacements)

async function readPlacements({ manager, companyId }: Context): Promise<TreesOf> {
  const rows = await manager.query<(Placement & { readonly level: OrgLevel })[]>(
    `SELECT n.id, n.level, p.parent_id AS "parentId", p.valid_from AS "from", p.valid_to AS "to"
       FROM org_node_placement p
       JOIN org_node n ON n.company_id = p.company_id AND n.id = p.node_id
      WHERE p.company_id = $1`,
    [companyId],
  )
  const changes = [...new Set(rows.flatMap(({ from, to }) => [Number(from), Number(to)]))].sort(
    (a, b) => a - b,
  )
  const trees = new Map<number, readonly OrgNode[]>()
  return (at) => {
    // Nothing moves between two changes: instants between them share their tree.
    const since = changes.findLast((change) => change <= Number(at)) ?? -Infinity
    const known =
      trees.get(since) ?? rows.filter(({ from, to }) => Number(from) <= since && since < Number(to))
    trees.set(since, known)
    return known
  }
}

/** The nodes as they hung at `asOf`; statements do not grow with the number of instants. Null is the present. */
export async function loadNodes(ctx: Context, asOf: Date | null): Promise<readonly OrgNode[]> {
  if (asOf === null) return [...(await loadTree(ctx, null)).values()]
  return (await pastTrees(ctx, null))(instantOf(ctx, asOf))
}
