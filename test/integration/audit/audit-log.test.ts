import { readAuditLog, sinceThen, told, type AuditPage } from '../../support/audit-log.js'
import type { Mutation, Outcome } from '../../support/mutation.js'
import { codesOf } from '../../support/run-document.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

const NEVER_ISSUED = '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c'

let world: World
let acme: TestCompany
let filter: { from: string }
let requestId: string | null

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] }, metrics: ['REV'] })
  filter = await sinceThen(world, acme)
  const metricId = acme.metric('REV')
  const london = { nodeId: acme.node('LONDON'), metricId, label: 'Sales', expectedVersion: 1 }
  requestId = (await mutate('addKeyMetric', london)).headers.get('x-request-id')
  for (const node of ['SALES', 'OSLO', 'RENEW'])
    await mutate('addKeyMetric', { nodeId: acme.node(node), metricId, expectedVersion: 1, pin: true })
  await mutate('updateMetric', { metricId, name: 'Revenue', unit: 'EUR', expectedVersion: 1 })
})

afterAll(() => world.stop())

async function mutate(mutation: Mutation, input: object): Promise<Outcome> {
  const outcome = await world.mutate(acme.admin, mutation, input)
  expect(outcome.userErrors).toEqual([])
  return outcome
}

const log = (conditions: object = {}, page: { first?: number; after?: string | null } = {}) =>
  readAuditLog(world, acme.admin, { filter: { ...filter, ...conditions }, ...page })

describe('an entry of the audit log', () => {
  it('says who did what, as what, when, by which request, and what is different since then', async () => {
    const { nodes } = await log({ nodeId: acme.node('LONDON') })
    expect(nodes).toEqual([
      {
        ...{
          id: expect.any(String) as string,
          at: expect.stringMatching(/Z$/) as string,
          entityId: expect.any(String) as string,
        },
        ...{ action: 'ADD_KEY_METRIC', actsAs: 'COMPANY_ADMIN', requestId },
        ...{ actor: { name: 'Ada Admin' }, node: { name: 'LONDON' } },
        changes: [
          { field: 'effect', before: null, after: 'ADD' },
          { field: 'label', before: null, after: 'Sales' },
          { field: 'locks', before: null, after: '' },
          { field: 'metricId', before: null, after: acme.metric('REV') },
          { field: 'reach', before: null, after: 'NODE_AND_BELOW' },
        ],
      },
    ])
  })

  it('is read again by its id', async () => {
    const { nodes } = await log({ kinds: ['UPDATE_METRIC'] })
    const document = `query ($id: ID!) { node(id: $id) { __typename id ... on AuditEntry { changes { field before after } } } }`
    const { data } = await world.run(acme.admin, document, { id: nodes[0]!.id })
    expect(data).toEqual({
      node: {
        ...{ __typename: 'AuditEntry', id: nodes[0]!.id },
        changes: [
          { field: 'name', before: 'REV', after: 'Revenue' },
          { field: 'unit', before: 'COUNT', after: 'EUR' },
          { field: 'version', before: '1', after: '2' },
        ],
      },
    })
  })

  it('of the system names nobody', async () => {
    const { nodes } = await readAuditLog(world, acme.admin, { filter: { kinds: ['CREATE_COMPANY'] } })
    expect(nodes).toMatchObject([{ actor: null, actsAs: 'SYSTEM', node: { name: 'ACME' } }])
  })
})

describe('the audit log is narrowed', () => {
  it.each<[string, () => object, string[]]>([
    [
      'to a node and what hangs below it',
      () => ({ nodeId: acme.node('SALES') }),
      ['LONDON', 'OSLO', 'SALES'],
    ],
    ['to a node alone', () => ({ nodeId: acme.node('SALES'), includeBelow: false }), ['SALES']],
    ['to a team', () => ({ nodeId: acme.node('OSLO') }), ['OSLO']],
    ['to two conditions at once', () => ({ nodeId: acme.node('CS'), kinds: ['ADD_KEY_METRIC'] }), ['RENEW']],
    ['to the company and all below', () => ({ nodeId: acme.id }), ['LONDON', 'OSLO', 'RENEW', 'SALES']],
  ])('%s', async (_, conditions, nodes) => {
    expect(told(await log(conditions()))).toEqual(nodes.map((name) => `ADD_KEY_METRIC ${name}`))
  })

  it('to kinds, to a thing, to who did it', async () => {
    expect(told(await log({ kinds: ['UPDATE_METRIC', 'MOVE_NODE'] }))).toEqual(['UPDATE_METRIC'])
    expect(told(await log({ kinds: [] }))).toEqual([])
    expect(told(await log({ entityId: acme.metric('REV') }))).toEqual(['UPDATE_METRIC'])
    expect((await log({ actorId: acme.admin.userId })).totalCount).toBe(5)
    expect((await log({ actorId: acme.member.userId })).totalCount).toBe(0)
  })

  it('to a span of time: from its first instant to just before its last', async () => {
    const [last, first] = [(await log()).nodes[0]!.at, (await log()).nodes.at(-1)!.at]
    const all = await log({ from: first })
    expect(all.totalCount).toBe(5)
    expect((await log({ from: first, to: last })).totalCount).toBe(4)
    expect((await log({ from: last })).totalCount).toBe(1)
    expect((await log({ from: last, to: last })).totalCount).toBe(0)
  })

  it.each(['nodeId', 'actorId', 'entityId'])('to nothing, by a %s that is of nothing', async (field) => {
    for (const id of [NEVER_ISSUED, 'no id at all', ''])
      expect((await log({ [field]: id })).totalCount).toBe(0)
  })
})

describe('the audit log read page by page', () => {
  it.each([1, 2, 3, 100])('%i at a time has each entry once, the newest first', async (first) => {
    const all = (await log()).nodes.map(({ id }) => id)
    const pages: AuditPage[] = []
    for (let after: string | null = null; pages.at(-1)?.pageInfo.hasNextPage ?? true;) {
      const page = await log({}, { first, after })
      after = page.pageInfo.endCursor
      pages.push(page)
    }
    expect(pages.flatMap(({ nodes }) => nodes.map(({ id }) => id))).toEqual(all)
    const times = pages.flatMap(({ nodes }) => nodes.map(({ at }) => at))
    expect(times).toEqual([...times].sort().reverse())
    expect(new Set(pages.map(({ totalCount }) => totalCount))).toEqual(new Set([5]))
  })

  it('tells entries of one instant apart', async () => {
    const people = ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, email: `${name}@acme.test` }))
    const build = await world.company()
    await build.build.people(people)
    const kinds = { filter: { kinds: ['CREATE_USER'] }, first: 2 }
    const found: string[] = []
    for (let after: string | null = null, more = true; more;) {
      const { nodes, pageInfo } = await readAuditLog(world, build.admin, { ...kinds, after })
      found.push(...nodes.map(({ id }) => id))
      after = pageInfo.endCursor
      more = pageInfo.hasNextPage
    }
    expect(found).toHaveLength(7)
    expect(new Set(found).size).toBe(7)
  })

  it('refuses the cursor of another list', async () => {
    const users = '{ company { users(first: 1) { pageInfo { endCursor } } } }'
    const { data } = await world.run<{ company: { users: AuditPage } }>(acme.admin, users)
    const document = 'query ($after: String) { auditLog(after: $after) { totalCount } }'
    for (const name of ['Ada Admin', 'Person 1', '2026']) {
      const forged = Buffer.from(JSON.stringify([name, NEVER_ISSUED])).toString('base64url')
      expect(codesOf(await world.run(acme.admin, document, { after: forged }))).toEqual(['BAD_USER_INPUT'])
    }
    const after = data.company.users.pageInfo.endCursor
    expect(codesOf(await world.run(acme.admin, document, { after }))).toEqual(['BAD_USER_INPUT'])
  })
})

describe('a page of any length costs', () => {
  const PAGE = `query ($first: Int!) { auditLog(first: $first) {
    nodes { action actor { name } node { name } changes { field after } }
  } }`

  it.each([1, 100])(
    'three statements with %i entries: the viewer, the entries, those who did it',
    async (first) => {
      await world.run(acme.admin, PAGE, { first })
      const { statements } = await world.run(acme.admin, PAGE, { first })
      expect(statements).toHaveLength(3)
    },
  )

  it('one more for the total, which is counted only when asked for', async () => {
    const { statements } = await world.run(acme.admin, '{ auditLog { totalCount } }')
    expect(statements).toHaveLength(3)
  })
})
