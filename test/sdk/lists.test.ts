import { listMembers, ServerError } from '../../sdk/index.js'
import { type Behaviour, failureOf, gives, serverThat, stopServers } from './support/misbehaving-server.js'

afterEach(stopServers)

const page = (ids: string[], endCursor: string | null, hasNextPage = endCursor !== null): Behaviour =>
  gives({ orgNode: { members: { nodes: ids.map((id) => ({ id })), pageInfo: { hasNextPage, endCursor } } } })
const THREE_PAGES = [page(['ANNA', 'BO'], 'c1'), page(['CARL', 'DINA'], 'c2'), page(['EVA'], null)]
const members = async (...pages: Behaviour[]) => {
  const server = await serverThat(...pages)
  return { server, list: listMembers(server.client(), { nodeId: 'OSLO', first: 2 }) }
}

describe('a list', () => {
  it('gives item after item, over all pages', async () => {
    const { server, list } = await members(...THREE_PAGES)
    const ids: string[] = []
    for await (const { id } of list) ids.push(id)
    expect(ids).toEqual(['ANNA', 'BO', 'CARL', 'DINA', 'EVA'])
    expect(server.received.map(({ body }) => body.variables?.after)).toEqual([undefined, 'c1', 'c2'])
  })

  it('reads no page before somebody looks, and none that nobody needs', async () => {
    const { server, list } = await members(...THREE_PAGES)
    expect(server.received).toHaveLength(0)
    for await (const { id } of list) if (id === 'BO') break
    expect(server.received).toHaveLength(1)
  })

  it('gives its pages too', async () => {
    const { list } = await members(...THREE_PAGES)
    const sizes: number[] = []
    for await (const { nodes } of list.pages()) sizes.push(nodes.length)
    expect(sizes).toEqual([2, 2, 1])
  })

  it('becomes an array of at most `limit` items', async () => {
    const { server, list } = await members(...THREE_PAGES)
    expect((await list.toArray({ limit: 4 })).map(({ id }) => id)).toEqual(['ANNA', 'BO', 'CARL', 'DINA'])
    expect(server.received).toHaveLength(2)
  })

  it('wants that limit to be a number', async () => {
    const { list } = await members(...THREE_PAGES)
    const error = await failureOf(list.toArray({} as { limit: number }))
    expect(error.message).toBe('toArray needs a limit of 0 or more, not undefined')
  })

  it('reads nothing for a limit of 0', async () => {
    const { server, list } = await members(...THREE_PAGES)
    expect(await list.toArray({ limit: 0 })).toEqual([])
    expect(server.received).toHaveLength(0)
  })

  it('goes on from a cursor of the caller', async () => {
    const server = await serverThat(page(['EVA'], null))
    await listMembers(server.client(), { nodeId: 'OSLO', after: 'c2' }).toArray({ limit: 9 })
    expect(server.received[0]?.body.variables).toEqual({ nodeId: 'OSLO', after: 'c2' })
  })

  it('gives every item although a page shrinks, to nothing even, while people leave', async () => {
    const { server, list } = await members(
      ...[page(['ANNA', 'BO'], 'c1'), page([], 'c2'), page(['CARL'], 'c3'), page(['EVA'], null)],
    )
    expect((await list.toArray({ limit: 9 })).map(({ id }) => id)).toEqual(['ANNA', 'BO', 'CARL', 'EVA'])
    expect(server.received.map(({ body }) => body.variables?.after)).toEqual([undefined, 'c1', 'c2', 'c3'])
  })

  it('of something that does not exist is empty', async () => {
    const { list } = await members(gives({ orgNode: null }))
    expect(await list.toArray({ limit: 9 })).toEqual([])
  })

  it.each([
    ['stays where it is', 'c1', true],
    ['is missing', null, true],
  ])('throws instead of reading for ever when the cursor %s', async (_, cursor, more) => {
    const { server, list } = await members(page(['ANNA'], 'c1'), page(['BO'], cursor, more))
    const error = await failureOf<ServerError>(list.toArray({ limit: 99 }))
    expect(error).toBeInstanceOf(ServerError)
    expect(error.message).toBe('ListMembers: a next page is promised, but the cursor does not move')
    expect(error.requestId).toBe('')
    expect(server.received).toHaveLength(2)
  })
})
