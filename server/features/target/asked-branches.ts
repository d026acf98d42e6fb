import { pathTo } from '../../domain/org-node.js'
import type { Branch } from './in-force.loaders.js'
import { branchOf, type Hanging } from './past-tree.loaders.js'

/** A page shows as many nodes, one by one. */
const MANY_NODES = 64
/** To read a branch takes so many times as long for each of its nodes as to read the whole company. */
const COST_OF_BRANCH = 8

interface Asked<T> {
  /** Null: the company. */
  readonly branch: Branch | null
  readonly made: T
}

/** Told when it is read: by then a wider one may have been asked for. */
type Widest = () => Branch | null

/**
 * What is read of each branch of a tree in one request. A page of a large company reads no more than it shows, and who
 * shows the whole tree reads it in one go: what is below a node that is asked for comes with that, and whoever asks for so
 * many nodes that the company costs no more gets the company.
 */
export class AskedBranches<T> {
  readonly #byNode = new Map<string, Asked<T>>()
  #nodes = 0

  /** What comes for the node, if it was asked for before. */
  get(nodeId: string): T | undefined {
    return this.#byNode.get(nodeId)?.made
  }

  /** What comes for the node: what came for one above it, or is made of the branch that will be read. */
  of(
    tree: Hanging,
    { nodeId, companyId }: { readonly nodeId: string; readonly companyId: string },
    make: (widest: Widest) => T,
  ): T {
    const path = [companyId, ...pathTo(tree.nodes, nodeId).map(({ id }) => id), nodeId]
    const widest = () => path.map((id) => this.#byNode.get(id)).find((asked) => asked !== undefined)
    const asked = widest() ?? {
      branch: this.#branchOf(tree, nodeId, companyId),
      made: make(() => widest()!.branch),
    }
    if (asked.branch === null) this.#byNode.set(companyId, asked)
    this.#byNode.set(nodeId, asked)
    return asked.made
  }

  #branchOf(tree: Hanging, nodeId: string, companyId: string): Branch | null {
    if (nodeId === companyId) return null
    const branch = branchOf(tree, nodeId)
    this.#nodes += branch.length
    return this.#nodes <= Math.max(MANY_NODES, tree.nodes.size / COST_OF_BRANCH) ? branch : null
  }
}
