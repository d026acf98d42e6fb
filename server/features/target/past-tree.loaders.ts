import type { OrgNode } from '../../domain/org-node.js'
import { instantOf, type Context } from '../../platform/context.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { perVersion } from '../../platform/per-version.js'
import { loadWholeTree } from '../org/tree.loaders.js'

interface Placement {
  readonly id: string
  /** Null for the company only. */
  readonly parentId: string | null
  readonly from: Date
  /** Infinity while it lasts. */
  readonly to: Date | number
}

type Placed = Pick<OrgNode, 'id' | 'parentId'>

/** Who hung under whom. */
export interface Hanging {
  readonly nodes: ReadonlyMap<string, Placed>
  /** By parent id. */
  readonly children: ReadonlyMap<string, readonly Placed[]>
}

type HangingAt = (at: Date) => Hanging

/** Where every node hung at any time, for as many past instants as are asked for. */
const pastTrees: (ctx: Context, asOf: Date | null) => Eventually<HangingAt> = perVersion(readPlacements)

async function readPlacements({ manager, companyId }: Context): Promise<HangingAt> {
  const rows = await manager.query<Placement[]>(
    `SELECT p.node_id AS id, p.parent_id AS "parentId", p.valid_from AS "from", p.valid_to AS "to"
       FROM org_node_placement p
      WHERE p.company_id = $1`,
    [companyId],
  )
  const changes = [...new Set(rows.flatMap(({ from, to }) => [Number(from), Number(to)]))].sort(
    (a, b) => a - b,
  )
  const trees = new Map<number, Hanging>()
  return (at) => {
    // Nothing moves between two changes: instants between them share their tree.
    const since = changes.findLast((change) => change <= Number(at)) ?? -Infinity
    const known =
      trees.get(since) ??
      hangingOf(rows.filter(({ from, to }) => Number(from) <= since && since < Number(to)))
    trees.set(since, known)
    return known
  }
}

function hangingOf(placed: readonly Placed[]): Hanging {
  const below = placed.filter(({ parentId }) => parentId !== null)
  return {
    nodes: new Map(placed.map((node) => [node.id, node])),
    children: groupBy(below, ({ parentId }) => parentId!),
  }
}

/** The nodes as they hung at `asOf`; statements do not grow with the number of instants. Null is the present. */
export function loadHanging(ctx: Context, asOf: Date | null): Eventually<Hanging> {
  if (asOf === null) return loadWholeTree(ctx, null)
  return eventually(pastTrees(ctx, null), (hangingAt) => hangingAt(instantOf(ctx, asOf)))
}
