import { pathTo, subtreeOf } from '../../domain/org-node.js'
import type { Branch } from './in-force.loaders.js'
import type { Hanging } from './past-tree.loaders.js'

/** A page shows as many nodes, one by one. */
const MANY_NODES = 64
/** So many times as long it takes to read a branch, for each of its nodes, as to read the company (5,000 teams, 200 metrics). */
const COST_OF_BRANCH = 6

/** Told when it is read, as by then more may have been asked for. Null: all there is in the company. */
type ToRead = () => Branch | null
type Make<T> = (toRead: ToRead) => T

/**
 * What is read of a tree in one request. A page of a large company reads no more than it shows, and who shows the whole
 * tree reads it in one go: what is below a node that is asked for comes with that. Of the company itself only the top is
 * read, unless something else is asked for too; whoever asks for so many nodes that the company costs no more gets it all.
 */
export class AskedBranches<T> {
  readonly #companyId: string
  readonly #branches = new Map<string, { readonly branch: Branch; readonly made: T }>()
  #nodes = 0
  #top: { readonly made: T; isRead: boolean } | null = null
  #whole: { readonly made: T } | null = null

  constructor(companyId: string) {
    this.#companyId = companyId
  }

  /** What comes for a node, for who is in none, or, by null, for all there is: made for it, or for more that was asked for. */
  of(tree: Hanging, id: string | null, make: Make<T>): T {
    if (id === null) return this.#all(make)
    if (id === this.#companyId) return this.#company(tree, make)
    return this.#whole?.made ?? (this.#isTopToCome() ? this.#all(make) : this.#branch(tree, id, make))
  }

  #isTopToCome(): boolean {
    return this.#top !== null && !this.#top.isRead
  }

  /** The top grows to it as long as it is not read. */
  #all(make: Make<T>): T {
    this.#whole ??= this.#isTopToCome() ? this.#top! : { made: make(() => null) }
    return this.#whole.made
  }

  #company(tree: Hanging, make: Make<T>): T {
    if (this.#whole !== null || (this.#top === null && this.#nodes > 0)) return this.#all(make)
    this.#top ??= {
      isRead: false,
      made: make(() => {
        this.#top!.isRead = true
        return this.#whole === null ? topOf(tree, this.#companyId) : null
      }),
    }
    return this.#top.made
  }

  #branch(tree: Hanging, id: string, make: Make<T>): T {
    const path = [...pathTo(tree.nodes, id).map((node) => node.id), id]
    const widest = () => path.map((one) => this.#branches.get(one)).find((asked) => asked !== undefined)
    const known = widest()
    if (known) return known.made
    const ids = subtreeOf(tree.children, id)
    this.#nodes += ids.length
    if (this.#nodes > Math.max(MANY_NODES, tree.nodes.size / COST_OF_BRANCH)) return this.#all(make)
    const made = make(() => (this.#whole === null ? widest()!.branch : null))
    this.#branches.set(id, { branch: { ids, isTop: false }, made })
    return made
  }
}

function topOf({ children }: Hanging, companyId: string): Branch {
  return { ids: [companyId, ...(children.get(companyId) ?? []).map(({ id }) => id)], isTop: true }
}
