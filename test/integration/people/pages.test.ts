import { numbered, type TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

// Two of them share a name: the cursor must tell them apart.
const NAMES = ['Anna', 'Bo', 'Bo', 'bo', 'Ørjan', '张伟', '💥', 'Zoë "%_"', ...numbered(12, 'Person')]

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ teams: ['OSLO'] })
  const oslo = { teamId: acme.node('OSLO'), roles: [{ role: 'MANAGER' as const, nodeId: acme.node('OSLO') }] }
  await acme.build.people(NAMES.map((name, index) => ({ name, email: `p${index}@acme.test`, ...oslo })))
})

afterAll(() => world.stop())

interface Page {
  readonly nodes: readonly {
    readonly id: string
    readonly name?: string
    readonly user?: { readonly name: string }
  }[]
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string } }[]
  readonly totalCount: number
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}

const PAGE =
  'edges { cursor node { id } } totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'
const LISTS = [
  { list: 'users', of: 'company', node: 'id name', count: NAMES.length + 2 },
  { list: 'members', of: 'team', node: 'id name', count: NAMES.length + 1 },
  { list: 'managers', of: 'team', node: 'id user { name }', count: NAMES.length },
]

describe.each(LISTS)('$list of the $of', ({ list, of, node, count }) => {
  async function pageOf(first: number, after: string | null): Promise<Page> {
    const root = of === 'team' ? `team(id: "${acme.node('OSLO')}")` : 'company'
    const document = `query ($first: Int!, $after: String) {
      found: ${root} { page: ${list}(first: $first, after: $after) { nodes { ${node} } ${PAGE} } }
    }`
    const { data } = await world.run<{ found: { page: Page } }>(acme.admin, document, { first, after })
    return data.found.page
  }

  async function everyPage(first: number): Promise<Page[]> {
    const pages: Page[] = []
    for (let after: string | null = null; pages.at(-1)?.pageInfo.hasNextPage ?? true;) {
      const page = await pageOf(first, after)
      after = page.pageInfo.endCursor
      pages.push(page)
    }
    return pages
  }

  it.each([1, 3, 7, 100])('read %i at a time are each there once, in the one order', async (first) => {
    const whole = (await pageOf(100, null)).nodes.map(({ id }) => id)
    expect(new Set(whole).size).toBe(count)
    const pages = await everyPage(first)
    expect(pages.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toEqual(whole)
    expect(pages).toHaveLength(Math.ceil(count / first))
    expect(pages.map(({ pageInfo }) => pageInfo.hasPreviousPage)).toEqual(pages.map((_, index) => index > 0))
    expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([count]))
  })

  it('each have a cursor; those of the page are of its first and last', async () => {
    const { edges, nodes, pageInfo } = await pageOf(5, null)
    expect(edges.map((edge) => edge.node.id)).toEqual(nodes.map(({ id }) => id))
    expect([pageInfo.startCursor, pageInfo.endCursor]).toEqual([edges[0]?.cursor, edges.at(-1)?.cursor])
    const next = await pageOf(1, edges[1]!.cursor)
    expect(next.nodes[0]?.id).toBe(nodes[2]?.id)
  })

  it('read none at a time are counted', async () => {
    expect(await pageOf(0, null)).toEqual({
      nodes: [],
      edges: [],
      totalCount: count,
      pageInfo: { hasNextPage: true, hasPreviousPage: false, startCursor: null, endCursor: null },
    })
  })

  it('stand in the same order as in every other list: by name, capitals first', async () => {
    const names = (await pageOf(100, null)).nodes.map(({ name, user }) => name ?? user!.name)
    const ordered = [...NAMES].sort((a, b) => Buffer.from(a).compare(Buffer.from(b)))
    expect(names.filter((name) => NAMES.includes(name))).toEqual(ordered)
  })
})
