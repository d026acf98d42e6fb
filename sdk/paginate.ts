import { ServerError } from './errors.js'

/** One page as the server gave it. */
export interface Connection<Item> {
  readonly nodes: readonly Item[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
}

/** A list that is read page by page, and only as far as somebody looks. Every iteration starts anew. */
export interface List<Item, Page = Connection<Item>> extends AsyncIterable<Item> {
  /** The pages themselves, with whatever else the operation selects beside the items. */
  pages(): AsyncIterable<Page>
  /** At most `limit` items; there is no way to say "all", since nobody knows how many that are. */
  toArray(options: { limit: number }): Promise<Item[]>
}

type Read<Page> = (after: string | null | undefined) => Promise<Page | null | undefined>

/** A list of what hangs under something that does not exist is empty. */
export function paginate<Page extends Connection<unknown>>(
  operation: string,
  read: Read<Page>,
  after?: string | null,
): List<Page['nodes'][number], Page> {
  const pages = () => pagesOf(operation, read, after)
  const items = () => itemsOf(pages())
  return { pages, toArray: ({ limit }) => take(items(), limit), [Symbol.asyncIterator]: items }
}

async function* pagesOf<Page extends Connection<unknown>>(
  operation: string,
  read: Read<Page>,
  after: string | null | undefined,
): AsyncGenerator<Page> {
  for (;;) {
    const page = await read(after)
    if (!page) return
    yield page
    const { hasNextPage, endCursor } = page.pageInfo
    if (!hasNextPage) return
    if (!endCursor || endCursor === after) {
      const origin = { operation, requestId: '', attempts: 1 }
      throw new ServerError('a next page is promised, but the cursor does not move', origin, { data: page })
    }
    after = endCursor
  }
}

async function* itemsOf<Item>(pages: AsyncIterable<Connection<Item>>): AsyncGenerator<Item> {
  for await (const { nodes } of pages) yield* nodes
}

async function take<Item>(items: AsyncIterable<Item>, limit: number): Promise<Item[]> {
  if (!(limit >= 0)) throw new TypeError(`toArray needs a limit of 0 or more, not ${limit}`)
  const taken: Item[] = []
  if (limit < 1) return taken
  for await (const item of items) {
    taken.push(item)
    if (taken.length >= limit) break
  }
  return taken
}
