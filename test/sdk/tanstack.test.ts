import { InfiniteQueryObserver, MutationObserver, QueryClient, QueryObserver } from '@tanstack/query-core'
import { getTeam, getViewer, hideKeyMetric, listMembers, ServerError } from '../../sdk/index.js'
import { infiniteQueryOptions, keysOf, mutationOptions, queryOptions } from '../../sdk/tanstack.js'
import {
  failureOf,
  fails,
  gives,
  serverThat,
  staysSilent,
  stopServers,
} from './support/misbehaving-server.js'

let queries: QueryClient
beforeEach(() => (queries = new QueryClient()))
afterEach(async () => {
  queries.clear()
  await stopServers()
})

const OSLO = { team: { id: 'OSLO', name: 'Oslo' } }
const page = (ids: string[], endCursor: string | null) =>
  gives({
    orgNode: {
      members: { nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage: endCursor !== null, endCursor } },
    },
  })

describe('the options of a query', () => {
  it('read once what is asked for twice', async () => {
    const server = await serverThat(gives(OSLO))
    const ask = () =>
      queries.fetchQuery({ ...queryOptions(server.client(), getTeam, { id: 'OSLO' }), staleTime: 1e6 })
    expect([await ask(), await ask()]).toEqual([OSLO.team, OSLO.team])
    expect(server.received).toHaveLength(1)
  })

  it('have a key of operation and variables, so that all of an operation can be made stale at once', async () => {
    const server = await serverThat(gives(OSLO))
    const { queryKey } = queryOptions(server.client(), getTeam, { id: 'OSLO' })
    expect(queryKey).toEqual(['GetTeam', { id: 'OSLO' }])
    await queries.fetchQuery(queryOptions(server.client(), getTeam, { id: 'OSLO' }))
    await queries.invalidateQueries({ queryKey: keysOf(getTeam) })
    expect(queries.getQueryState(queryKey)?.isInvalidated).toBe(true)
  })

  it('need no variables where the operation needs none', async () => {
    const server = await serverThat(gives({ viewer: { id: 'ADA' } }))
    expect(queryOptions(server.client(), getViewer).queryKey).toEqual(['GetViewer', {}])
    expect(await queries.fetchQuery(queryOptions(server.client(), getViewer))).toEqual({ id: 'ADA' })
  })

  it('end the request when nobody looks any more', async () => {
    const server = await serverThat(staysSilent)
    const observer = new QueryObserver(queries, queryOptions(server.client(), getTeam, { id: 'OSLO' }))
    const stopLooking = observer.subscribe(() => undefined)
    while (server.underWay.size === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    stopLooking()
    while (server.underWay.size > 0) await new Promise((resolve) => setTimeout(resolve, 5))
    expect(observer.getCurrentResult().data).toBeUndefined()
  })

  it('leave repeating to the client', async () => {
    const server = await serverThat(fails('OVERLOADED'))
    const observer = new QueryObserver(
      queries,
      queryOptions(server.client({ retries: 1 }), getTeam, { id: 'OSLO' }),
    )
    const error = await new Promise((resolve) =>
      observer.subscribe((result) => result.error && resolve(result.error)),
    )
    expect(error).toBeInstanceOf(ServerError)
    expect(server.received).toHaveLength(2)
    observer.destroy()
  })
})

describe('the options of an infinite query', () => {
  it('read the next page after the cursor of the last one, until there is none', async () => {
    const server = await serverThat(page(['ANNA', 'BO'], 'c1'), page(['CARL'], null))
    const options = infiniteQueryOptions(server.client(), listMembers, { nodeId: 'OSLO', first: 2 })
    const observer = new InfiniteQueryObserver(queries, options)
    expect(options.queryKey).toEqual(['ListMembers', { nodeId: 'OSLO', first: 2 }])
    await observer.fetchNextPage()
    expect(observer.getCurrentResult().hasNextPage).toBe(true)
    const { data, hasNextPage } = await observer.fetchNextPage()
    expect(data?.pages.map((each) => each?.nodes.map(({ id }) => id))).toEqual([['ANNA', 'BO'], ['CARL']])
    expect(hasNextPage).toBe(false)
    expect(server.received.map(({ body }) => body.variables?.after)).toEqual([null, 'c1'])
  })

  it('give null for a list under something unknown', async () => {
    const server = await serverThat(gives({ orgNode: null }))
    const { pages } = await queries.fetchInfiniteQuery(
      infiniteQueryOptions(server.client(), listMembers, { nodeId: 'OSLO' }),
    )
    expect(pages).toEqual([null])
  })
})

describe('the options of a mutation', () => {
  const INPUT = { nodeId: 'OSLO', metricId: 'REV', expectedVersion: 1 }

  it('take the input and give the payload', async () => {
    const server = await serverThat(gives({ hideKeyMetric: { node: { id: 'OSLO' }, userErrors: [] } }))
    const observer = new MutationObserver(queries, mutationOptions(server.client(), hideKeyMetric))
    expect((await observer.mutate(INPUT)).node).toEqual({ id: 'OSLO' })
    expect(server.received[0]?.body.variables).toEqual({ input: INPUT })
  })

  it('fail with the error of the client', async () => {
    const server = await serverThat(fails('INTERNAL_SERVER_ERROR'))
    const observer = new MutationObserver(queries, mutationOptions(server.client(), hideKeyMetric))
    expect(await failureOf(observer.mutate(INPUT))).toBeInstanceOf(ServerError)
  })
})
