import { pathTo, type OrgNode } from './org-node.js'

/** WHOLE: all that is granted. NAME: id, name and level only, as of what is above one's own. */
export type SightOfNode = 'WHOLE' | 'NAME'

/** What somebody sees of a tree. */
export interface Sight {
  /** All of it, whole. */
  readonly isOfAll: boolean
  /** Null: for them there is no such node. */
  of(nodeId: string): SightOfNode | null
  /** The ids of the nodes seen whole. */
  whole(): string[]
  /** The ids of the nodes seen at all. */
  seen(): string[]
}

/** Sees `roots` with all that hangs below them, and the names of what is above; everybody sees the company's name. */
export function sightOf(
  nodes: ReadonlyMap<string, OrgNode>,
  companyId: string,
  roots: readonly string[],
): Sight {
  const isRoot = new Set(roots)
  const isNamed = new Set([companyId, ...roots.flatMap((root) => pathTo(nodes, root).map(({ id }) => id))])
  const isOfAll = isRoot.has(companyId)
  const isWhole = (id: string) => isOfAll || pathTo(nodes, id).some((node) => isRoot.has(node.id))
  const of = (id: string): SightOfNode | null => {
    if (!nodes.has(id)) return null
    return isWhole(id) ? 'WHOLE' : isNamed.has(id) ? 'NAME' : null
  }
  const ids = () => [...nodes.keys()]
  return {
    isOfAll,
    of,
    whole: () => ids().filter(isWhole),
    seen: () => ids().filter((id) => of(id) !== null),
  }
}
