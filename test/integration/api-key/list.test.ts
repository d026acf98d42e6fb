import { creatingKeysIn, keyCompany, keyWith, NEW } from '../../support/api-key.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(keyCompany)

const create = creatingKeysIn(world, acme)

describe('the list of keys', () => {
  const LIST = `query ($first: Int!, $after: String) { company { apiKeys(first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    nodes { name status node { name } createdBy { name } secrets { lastCharacters } } } } }`

  interface Listed {
    company: {
      apiKeys: { totalCount: number; pageInfo: { endCursor: string }; nodes: { name: string }[] }
    }
  }

  it.each([1, 20])('of %i costs five statements, with all that is to be read of them', async (count) => {
    const nodeId = acme.node('SALES')
    for (let index = 0; index < count; index += 1) await create({ ...NEW, name: `KEY ${index}`, nodeId })
    const { data, statements } = await world.run<Listed>(acme.admin, LIST, { first: 100 })
    expect(data.company.apiKeys.nodes).toHaveLength(count)
    // The tree is known already. The viewer, the keys, their number, their secrets, who made them.
    expect(statements).toHaveLength(5)
  })

  it('is read page by page in the order of the names, those that have ended too', async () => {
    for (const name of ['B', 'a', 'A', 'C']) await create({ ...NEW, name })
    const first = await world.run<Listed>(acme.admin, LIST, { first: 3 })
    expect(first.data.company.apiKeys).toMatchObject({
      totalCount: 4,
      pageInfo: { hasNextPage: true },
      nodes: [{ name: 'A' }, { name: 'B' }, { name: 'C' }],
    })
    const after = first.data.company.apiKeys.pageInfo.endCursor
    const second = await world.run<Listed>(acme.admin, LIST, { first: 3, after })
    expect(second.data.company.apiKeys).toMatchObject({
      pageInfo: { hasNextPage: false },
      nodes: [{ name: 'a', status: 'ACTIVE', node: null, createdBy: { name: 'Ada Admin' } }],
    })
  })

  it('of another company is not seen, nor one of its keys by its id', async () => {
    const other = await world.company()
    const { id } = await keyWith(world, acme, ['READ_PEOPLE'])
    const document = (of: string) => `{ company { apiKeys { totalCount } } node(id: "${of}") { id } }`
    const { data, text } = await world.run(other.admin, document(id))
    expect(data).toEqual({ company: { apiKeys: { totalCount: 0 } }, node: null })
    expect((await world.run(other.admin, document('2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11'))).text).toBe(text)
  })
})
