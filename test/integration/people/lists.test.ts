import { codesOf } from '../../support/run-document.js'
import { emailOf, rolesInAllTests, type Who } from '../../support/role-company.js'

const { world, acme } = rolesInAllTests()

interface Listed {
  readonly name?: string
  readonly user?: { readonly name: string }
}

async function list(who: Who, field: string, args: string, root = 'company'): Promise<string[]> {
  const item = /administrators|managers/.test(field) ? 'user { name }' : 'name'
  const document = `{ it: ${root} { page: ${field}(first: 100 ${args}) { totalCount nodes { ${item} } } } }`
  const { data, text } = await world.run<{ it: { page: { nodes: Listed[]; totalCount: number } } } | null>(
    acme.person(who),
    document,
  )
  if (!data?.it) throw new Error(text)
  const names = data.it.page.nodes.map(({ name, user }) => name ?? user!.name)
  expect(data.it.page.totalCount).toBe(names.length)
  return names
}

const node = (name: string) => `orgNode(id: "${acme.company.node(name)}")`
const search = (text: string) => `, filter: { search: ${JSON.stringify(text)} }`

beforeAll(async () => {
  await acme.company.build.people([
    { name: '100%_Ørjan', email: 'percent@lists.test', teamId: acme.company.node('RENEW') },
    { name: 'Zed', email: 'a.zed@lists.test', teamId: acme.company.node('RENEW') },
  ])
})

describe('people are searched for', () => {
  it.each([
    ['%', ['100%_Ørjan']],
    ['_', ['100%_Ørjan']],
    ['%_', ['100%_Ørjan']],
    ['_%', []],
    ['\\', []],
    ["'", []],
    ['ØRJAN', ['100%_Ørjan']],
    ['A.ZED@', ['Zed']],
    [' zed ', ['Zed']],
  ])('by what stands there, which is no pattern: %j', async (text, found) => {
    expect(await list('company admin', 'users', search(text))).toEqual(found)
    expect(await list('company admin', 'members', search(text), node('CS'))).toEqual(found)
  })

  it('among who runs a node as well', async () => {
    expect(await list('company admin', 'managers', search('team.lead@'), node('OSLO'))).toEqual(['TEAM LEAD'])
    expect(await list('company admin', 'administrators', search('DEPARTMENT'), node('OSLO'))).toEqual([
      'DEPARTMENT ADMIN',
    ])
  })

  it.each([
    ['\\u0000', 'BAD_USER_INPUT'],
    ['x'.repeat(121), 'LIMIT_EXCEEDED'],
  ])('by no more than can be a name: %.10s', async (text, code) => {
    const answer = await world.run(
      acme.person('company admin'),
      `{ company { users(filter: { search: "${text}" }) { totalCount } } }`,
    )
    expect(codesOf(answer)).toEqual([code])
  })
})

describe('people are told apart', () => {
  it('by status, visibility and role, of which each narrows', async () => {
    const filtered = (filter: string) => list('company admin', 'users', `, filter: { ${filter} }`)
    expect(await filtered('statuses: [DEACTIVATED]')).toEqual(['LEAVER'])
    expect(await filtered('statuses: []')).toEqual([])
    expect(await filtered('dataVisibility: HIDDEN')).toEqual(['HIDDEN MEMBER', 'HIDDEN PEER'])
    expect(await filtered('role: ADMIN')).toEqual([
      'Ada Admin',
      'COMPANY ADMIN',
      'DEPARTMENT ADMIN',
      'TEAM ADMIN',
    ])
    expect(await filtered('role: ADMIN, search: "team"')).toEqual(['TEAM ADMIN'])
  })

  it('also among who runs a node', async () => {
    const managers = (filter: string) =>
      list('company admin', 'managers', `, filter: { ${filter} }`, node('OSLO'))
    const all = await managers('statuses: [ACTIVE], dataVisibility: VISIBLE, role: MANAGER')
    expect(all).toEqual(['COMPANY MANAGER', 'DEPARTMENT MANAGER', 'TEAM LEAD'])
    for (const none of ['statuses: [DEACTIVATED]', 'statuses: []', 'dataVisibility: HIDDEN', 'role: ADMIN'])
      expect(await managers(none)).toEqual([])
  })

  it('by the roles on nodes that the viewer sees, and no others', async () => {
    const managers = await list('member', 'users', ', filter: { role: MANAGER }')
    expect(managers).toEqual(['COMPANY MANAGER', 'DEPARTMENT MANAGER', 'TEAM LEAD'])
  })

  it('by what they are sorted by, either way, page by page with cursors of that order only', async () => {
    const byEmail = await list('company admin', 'members', ', sort: EMAIL', node('CS'))
    expect(byEmail).toEqual(['Zed', '100%_Ørjan', 'RENEW MEMBER'])
    for (const sort of ['NAME', 'EMAIL', 'LAST_CHANGE']) {
      for (const root of ['company', node('OSLO')]) {
        const field = root === 'company' ? 'users' : 'managers'
        const there = await list('company admin', field, `, sort: ${sort}`, root)
        const back = await list('company admin', field, `, sort: ${sort}, descending: true`, root)
        expect(back).toEqual([...there].reverse())
        expect(await paged(root, field, `, sort: ${sort}, descending: true`)).toEqual(back)
      }
    }
  })

  it('so that a cursor of another order is refused', async () => {
    const cursor = await firstCursor(', sort: EMAIL')
    for (const args of ['', ', sort: LAST_CHANGE', ', sort: EMAIL, descending: true']) {
      const document = `{ company { users(first: 1, after: "${cursor}" ${args}) { nodes { id } } } }`
      expect(codesOf(await world.run(acme.person('company admin'), document))).toEqual(['BAD_USER_INPUT'])
    }
  })
})

interface Page {
  readonly nodes: Listed[]
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean }
}

async function pageAfter(root: string, field: string, args: string, after: string | null): Promise<Page> {
  const item = /administrators|managers/.test(field) ? 'user { name }' : 'name'
  const document = `query ($after: String) { it: ${root} {
    page: ${field}(first: 2, after: $after ${args}) { nodes { ${item} } pageInfo { endCursor hasNextPage } } } }`
  const { data } = await world.run<{ it: { page: Page } }>(acme.person('company admin'), document, { after })
  return data.it.page
}

async function paged(root: string, field: string, args: string): Promise<string[]> {
  const names: string[] = []
  for (let after: string | null = null, more = true; more;) {
    const { nodes, pageInfo } = await pageAfter(root, field, args, after)
    names.push(...nodes.map(({ name, user }) => name ?? user!.name))
    after = pageInfo.endCursor
    more = pageInfo.hasNextPage
  }
  return names
}

const firstCursor = async (args: string) =>
  (await pageAfter('company', 'users', args, null)).pageInfo.endCursor

describe('the people of a node', () => {
  it('are those of all teams below it, as far as the viewer sees them', async () => {
    const sales = [
      'HIDDEN MEMBER',
      'HIDDEN PEER',
      'LEAVER',
      'LONDON MEMBER',
      'MEMBER',
      'Mia Member',
      'PEER',
      'TEAM LEAD',
    ]
    expect(await list('company admin', 'members', '', node('SALES'))).toEqual(sales)
    expect(await list('department manager', 'members', '', node('SALES'))).toEqual(sales)
    expect(await list('member', 'members', '', node('SALES'))).toEqual([
      'MEMBER',
      'Mia Member',
      'PEER',
      'TEAM LEAD',
    ])
    expect(await list('company admin', 'members', '', 'company')).toHaveLength(sales.length + 4)
  })

  it('without a team are seen by who sees everybody; others see at most themselves', async () => {
    const all = await list('company admin', 'unassigned', '')
    expect(all).toContain('NOBODY')
    expect(all).not.toContain('PEER')
    expect(await list('company manager', 'unassigned', '')).toEqual(all)
    expect(await list('nobody', 'unassigned', '')).toEqual(['NOBODY'])
    expect(await list('member', 'unassigned', '')).toEqual([])
    expect(await list('department admin', 'unassigned', '')).toEqual(['DEPARTMENT ADMIN'])
  })

  it('cost the same statements for one node and for all of them', async () => {
    const fields =
      'members(first: 2, filter: { search: "e" }) { totalCount nodes { memberships { totalCount nodes { teamName } } } }'
    const cost = async (document: string) =>
      (await world.run(acme.person('company admin'), document)).statements.length
    await cost('{ company { id } }')
    const [one, many] = [
      await cost(`{ company { ${fields} } }`),
      await cost(
        `{ company { ${fields} departments { ${fields} teams { ${fields} } } teams { ${fields} } } }`,
      ),
    ]
    process.stdout.write(`members with their histories: ${one} statements\n`)
    expect(many).toBe(one)
  })
})

describe('in which teams a person was', () => {
  const HISTORY = `query ($id: ID!, $first: Int = 50, $after: String) { user(id: $id) { memberships(first: $first, after: $after) {
    totalCount nodes { teamName validTo } pageInfo { endCursor } } } }`
  interface History {
    readonly user: {
      readonly memberships: {
        totalCount: number
        nodes: { teamName: string; validTo: string | null }[]
        pageInfo: { endCursor: string }
      }
    }
  }
  const history = async (who: Who, variables: object = {}) => {
    const id = acme.company.person(emailOf('london member'))
    const { data } = await world.run<History>(acme.person(who), HISTORY, { id, ...variables })
    return data.user.memberships
  }
  const teams = async (who: Who) => (await history(who)).nodes.map(({ teamName }) => teamName)

  beforeAll(async () => {
    const userId = acme.company.person(emailOf('london member'))
    for (const [index, team] of ['RENEW', 'LABS', 'LONDON'].entries()) {
      const input = { userId, teamId: acme.company.node(team), expectedVersion: index + 1 }
      await world.run(
        acme.person('company admin'),
        `mutation ($items: [MoveUsersItemInput!]!) { moveUsers(input: { mode: ATOMIC, items: $items }) { isWritten } }`,
        { items: [input] },
      )
    }
  })

  it('is told to who sees everybody, the latest first, and the last lasts', async () => {
    expect(await teams('company admin')).toEqual(['LONDON', 'LABS', 'RENEW', 'LONDON'])
    const { nodes, totalCount } = await history('company admin')
    expect([totalCount, nodes.map(({ validTo }) => validTo === null)]).toEqual([
      4,
      [true, false, false, false],
    ])
  })

  it('is told to others for the teams that they see', async () => {
    expect(await teams('department manager')).toEqual(['LONDON', 'LONDON'])
  })

  it('is read page by page', async () => {
    const first = await history('company admin', { first: 3 })
    const rest = await history('company admin', { first: 3, after: first.pageInfo.endCursor })
    expect(rest.nodes.map(({ teamName }) => teamName)).toEqual(['LONDON'])
  })
})
