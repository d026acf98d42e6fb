import type { Client } from './client.js'
import { type Arguments, operationIn } from './document.js'
import type { Change, Documented, ListOperation, Operation } from './operation.js'
import type { Connection } from './paginate.js'

type Key = readonly [operation: string, variables: unknown]

/** What TanStack Query hands to a query; only what is used of it. */
interface Asked {
  readonly signal: AbortSignal
}

/** The client repeats what may pass by itself, so that TanStack Query need not. */
const retry = false

/** For `useQuery`, `fetchQuery` and their like: `useQuery(queryOptions(km, getTeam, { id }))`. */
export function queryOptions<Data, Variables>(
  km: Client,
  operation: Operation<Data, Variables>,
  ...[variables]: Arguments<Variables, never>
) {
  const queryFn = ({ signal }: Asked) =>
    operation(km, ...([variables, { signal }] as Arguments<Variables, object>))
  return { queryKey: keyOf(operation, variables), queryFn, retry }
}

/** For `useInfiniteQuery` and its like. A page is null when what the list hangs under is unknown. */
export function infiniteQueryOptions<Data, Page extends Connection<unknown>, Variables>(
  km: Client,
  list: ListOperation<Data, Page, Variables>,
  ...[variables]: Arguments<Variables, never>
) {
  const queryFn = async ({ signal, pageParam }: Asked & { readonly pageParam: string | null }) => {
    const from = [{ ...variables, after: pageParam }, { signal }] as unknown as Arguments<Variables, object>
    for await (const page of list(km, ...from).pages()) return page
    return null
  }
  const getNextPageParam = (page: Page | null) =>
    page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
  return {
    queryKey: keyOf(list, variables),
    queryFn,
    getNextPageParam,
    initialPageParam: null as string | null,
    retry,
  }
}

/** For `useMutation` and its like; what is mutated is the input. */
export function mutationOptions<Data, Input>(km: Client, change: Change<Data, Input>) {
  return { mutationKey: [nameOf(change)], mutationFn: (input: Input) => change(km, input) }
}

/** The beginning of all keys of an operation: `queryClient.invalidateQueries({ queryKey: keysOf(getTeam) })`. */
export const keysOf = (operation: Documented<unknown, never>) => [nameOf(operation)] as const

const keyOf = (operation: Documented<unknown, never>, variables: unknown): Key => [
  nameOf(operation),
  variables ?? {},
]
const nameOf = ({ document }: Documented<unknown, never>) => operationIn(document)[0]!
