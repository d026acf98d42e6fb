import { readAuditLog, sinceThen, told } from '../../support/audit-log.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { startWorld, type Viewer, type World } from '../../support/world.js'

let world: World
let acme: TestCompany
let filter: { from: string }

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

beforeEach(async () => {
  acme = await world.company({
    departments: { SALES: ['OSLO', 'LONDON'], CS: ['RENEW'] },
    teams: ['LABS'],
    metrics: ['REV', 'CALLS'],
  })
  const { build, node } = acme
  await build.people([
    person('dora', 'ADMIN', node('SALES')),
    person('dan', 'MANAGER', node('SALES')),
    person('tess', 'ADMIN', node('OSLO')),
    person('tom', 'MANAGER', node('OSLO')),
    { name: 'mel', email: 'mel@acme.test', teamId: node('OSLO') },
  ])
  acme = await existingCompany(build)
  filter = await sinceThen(world, acme)
  for (const name of ['ACME', 'SALES', 'OSLO', 'LONDON', 'RENEW', 'LABS'])
    await build.add(node(name), acme.metric('REV'), { pin: true })
  await build.archive(acme.metric('CALLS'))
})

function person(name: string, role: 'ADMIN' | 'MANAGER', nodeId: string) {
  return { name, email: `${name}@acme.test`, roles: [{ role, nodeId }] }
}

const viewer = (name: string): Viewer => ({ userId: acme.person(`${name}@acme.test`), companyId: acme.id })
const read = async (name: string) => told(await readAuditLog(world, viewer(name), { filter }))
const added = (...nodes: string[]) => nodes.map((node) => `ADD_KEY_METRIC ${node}`)

describe('of the audit log', () => {
  const ALL = ['ACME', 'LABS', 'LONDON', 'OSLO', 'RENEW', 'SALES']

  it.each([
    [
      'a company admin sees everything, what is about no node too',
      'ada',
      [...added(...ALL), 'ARCHIVE_METRIC'],
    ],
    [
      'a department admin sees what is about the department and its teams',
      'dora',
      added('LONDON', 'OSLO', 'SALES'),
    ],
    ['a department manager sees the same', 'dan', added('LONDON', 'OSLO', 'SALES')],
    ['a team admin sees what is about the team', 'tess', added('OSLO')],
    ['a team lead sees the same', 'tom', added('OSLO')],
    ['a member sees nothing that others did', 'mel', []],
  ])('%s', async (_, name, entries) => {
    const page = await readAuditLog(world, viewer(name), { filter })
    expect(told(page)).toEqual(entries)
    expect(page.totalCount).toBe(entries.length)
  })

  it('everybody sees what they did themselves, and goes on seeing it without the role', async () => {
    const input = { nodeId: acme.node('OSLO'), metricId: acme.metric('REV'), expectedVersion: 2 }
    const { userErrors } = await world.mutate(viewer('dora'), 'hideKeyMetric', input)
    expect(userErrors).toEqual([])
    await world.database.query(
      `UPDATE role_assignment SET valid_to = now() WHERE company_id = $1 AND user_id = $2`,
      [acme.id, viewer('dora').userId],
    )
    await acme.build.department('LATER')
    const { nodes } = await readAuditLog(world, viewer('dora'), { filter })
    expect(nodes).toMatchObject([
      { action: 'HIDE_KEY_METRIC', actsAs: 'DEPARTMENT_ADMIN', actor: { name: 'dora' }, node: null },
    ])
    expect(await read('mel')).toEqual([])
  })

  it('a team that moves takes what is about it along, to who runs the new department', async () => {
    await acme.build.move(acme.node('OSLO'), acme.node('CS'))
    expect(await read('tom')).toEqual([...added('OSLO'), 'MOVE_NODE OSLO'])
    expect(await read('dan')).toEqual([...added('LONDON', 'SALES'), 'MOVE_NODE'])
  })

  it('what is about a node that is gone is left to company admins', async () => {
    await world.database.query(
      `UPDATE org_node_placement SET valid_to = greatest(now(), valid_from + interval '1 ms') WHERE company_id = $1 AND node_id = $2`,
      [acme.id, acme.node('OSLO')],
    )
    await acme.build.department('LATER')
    expect(await read('dora')).toEqual(added('LONDON', 'SALES'))
    expect(await read('tom')).toEqual([])
    const gone = { ...filter, nodeId: acme.node('OSLO') }
    expect(await readAuditLog(world, acme.admin, { filter: gone })).toMatchObject({
      nodes: [{ action: 'ADD_KEY_METRIC', node: null }],
    })
  })
})

describe('what left a node', () => {
  const LEFT = `query ($filter: AuditLogFilter) { auditLog(filter: $filter) { totalCount nodes {
    node { name } fromNode { name } changes { field before after } } } }`
  const left = async (name: string, conditions: object) =>
    (await world.run(viewer(name), LEFT, { filter: { ...filter, ...conditions } })).data

  it('a team, is told to who runs the department it was in, and to who runs the one it is in', async () => {
    await acme.build.move(acme.node('OSLO'), acme.node('CS'))
    const changes = [{ field: 'parentId', before: acme.node('SALES'), after: acme.node('CS') }]
    const entry = (node: object | null, fromNode: object | null) => ({
      auditLog: { totalCount: 1, nodes: [{ node, fromNode, changes }] },
    })
    const [oslo, sales] = [{ name: 'OSLO' }, { name: 'SALES' }]
    const kinds = { kinds: ['MOVE_NODE'] }
    expect(await left('dora', kinds)).toEqual(entry(null, sales))
    expect(await left('ada', kinds)).toEqual(entry(oslo, sales))
    for (const name of ['OSLO', 'SALES', 'CS'])
      expect(await left('ada', { ...kinds, nodeId: acme.node(name) })).toEqual(entry(oslo, sales))
    expect(await left('ada', { ...kinds, nodeId: acme.node('LONDON') })).toMatchObject({
      auditLog: { totalCount: 0 },
    })
  })

  it('a person, is told to who runs the team they were in', async () => {
    const mel = { userId: viewer('mel').userId, teamId: acme.node('RENEW'), expectedVersion: 1 }
    const move = `mutation ($input: MoveUsersInput!) { moveUsers(input: $input) { isWritten } }`
    const { data } = await world.run(acme.admin, move, { input: { mode: 'ATOMIC', items: [mel] } })
    expect(data).toEqual({ moveUsers: { isWritten: true } })
    const changes = [{ field: 'teamId', before: acme.node('OSLO'), after: acme.node('RENEW') }]
    const kinds = { kinds: ['ASSIGN_TEAM'] }
    for (const name of ['tom', 'dora'])
      expect(await left(name, kinds)).toEqual({
        auditLog: { totalCount: 1, nodes: [{ node: null, fromNode: { name: 'OSLO' }, changes }] },
      })
    const oslo = { ...kinds, nodeId: acme.node('OSLO'), includeBelow: false }
    expect(await left('ada', oslo)).toMatchObject({
      auditLog: { totalCount: 1, nodes: [{ node: { name: 'RENEW' }, fromNode: { name: 'OSLO' } }] },
    })
    expect(await left('mel', kinds)).toMatchObject({ auditLog: { totalCount: 0 } })
  })

  it('is read by its id by who sees the end it left', async () => {
    await acme.build.move(acme.node('OSLO'), acme.node('CS'))
    const { nodes } = await readAuditLog(world, acme.admin, { filter: { ...filter, kinds: ['MOVE_NODE'] } })
    const ask = async (name: string) =>
      (await world.run(viewer(name), `query ($id: ID!) { node(id: $id) { id } }`, { id: nodes[0]!.id })).data
    expect(await ask('dora')).toEqual({ node: { id: nodes[0]!.id } })
    expect(await ask('mel')).toEqual({ node: null })
  })

  it('nothing, names no node it came from', async () => {
    const { nodes } = (await world.run<{ auditLog: { nodes: unknown[] } }>(acme.admin, LEFT, {})).data
      .auditLog
    expect(nodes.length).toBeGreaterThan(10)
    expect(nodes.filter((node) => (node as { fromNode: unknown }).fromNode !== null)).toEqual([])
  })
})

describe('what is out of sight cannot be found out', () => {
  it('by filters that name it', async () => {
    const [renew, rev] = [acme.node('RENEW'), acme.metric('REV')]
    const input = { nodeId: renew, metricId: rev, expectedVersion: 2 }
    await world.mutate(acme.admin, 'hideKeyMetric', input)
    const { nodes } = await readAuditLog(world, acme.admin, { filter, first: 1 })
    for (const narrowed of [
      { nodeId: renew },
      { nodeId: acme.node('CS') },
      { entityId: nodes[0]!.entityId },
    ]) {
      const page = await readAuditLog(world, viewer('dan'), { filter: { ...filter, ...narrowed } })
      expect([page.nodes, page.totalCount]).toEqual([[], 0])
    }
  })

  it('by the id of the entry', async () => {
    const { nodes } = await readAuditLog(world, acme.admin, {
      filter: { ...filter, nodeId: acme.node('RENEW') },
    })
    const document = `query ($id: ID!) { node(id: $id) { id } }`
    const ask = async (name: string) => (await world.run(viewer(name), document, { id: nodes[0]!.id })).data
    expect(await ask('ada')).toEqual({ node: { id: nodes[0]!.id } })
    expect(await ask('dan')).toEqual({ node: null })
  })

  it('by asking for a person who is out of sight', async () => {
    const gone = viewer('dora')
    await world.mutate(gone, 'hideKeyMetric', {
      ...{ nodeId: acme.node('OSLO'), metricId: acme.metric('REV'), expectedVersion: 2 },
    })
    const byDora = { filter: { ...filter, actorId: gone.userId } }
    expect((await readAuditLog(world, viewer('tom'), byDora)).totalCount).toBe(1)
    await world.database.query(`DELETE FROM role_assignment WHERE company_id = $1 AND user_id = $2`, [
      acme.id,
      gone.userId,
    ])
    expect((await readAuditLog(world, viewer('tom'), byDora)).totalCount).toBe(0)
    const { nodes } = await readAuditLog(world, viewer('tom'), { filter, first: 1 })
    expect(nodes).toMatchObject([{ action: 'HIDE_KEY_METRIC', actor: null }])
  })
})
