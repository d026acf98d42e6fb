import { askWith, changeKey, keyWith } from '../../support/api-key.js'
import { codesOf } from '../../support/run-document.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ departments: { SALES: ['OSLO'], CS: ['RENEW'] }, metrics: ['REV'] })
  for (const name of ['OSLO', 'RENEW']) await acme.build.add(acme.node(name), acme.metric('REV'))
})

afterAll(() => world.stop())

interface Log {
  auditLog: {
    nodes: { id: string; action: string; entityId: string; changes: unknown[] }[]
    totalCount: number
  }
}

const LOG = `query ($filter: AuditLogFilter) {
  auditLog(filter: $filter) { totalCount nodes { id action entityId changes { field after } } }
}`

describe('an API key with the scope READ_AUDIT_LOG', () => {
  it('reads all of the company', async () => {
    const { secret } = await keyWith(world, acme, ['READ_AUDIT_LOG'])
    const ofAdmin = await world.run<Log>(acme.admin, LOG)
    const ofKey = await askWith<Log>(world, secret, LOG)
    expect(ofKey.data.auditLog.nodes).toEqual(ofAdmin.data.auditLog.nodes)
    expect(ofKey.data.auditLog.totalCount).toBeGreaterThan(10)
  })

  it('bound to a node reads what is about it and what hangs below, and nothing more by a filter', async () => {
    const { secret } = await keyWith(world, acme, ['READ_AUDIT_LOG'], 'SALES')
    const { data } = await askWith<Log>(world, secret, LOG)
    expect(data.auditLog.nodes.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['CREATE_NODE', 'ADD_KEY_METRIC']),
    )
    const ids = data.auditLog.nodes.map(({ entityId }) => entityId)
    expect(ids).toEqual(expect.arrayContaining([acme.node('SALES'), acme.node('OSLO')]))
    expect(ids).not.toContain(acme.node('RENEW'))
    const beyond = await askWith<Log>(world, secret, LOG, { filter: { nodeId: acme.node('CS') } })
    expect(beyond.data.auditLog).toEqual({ totalCount: 0, nodes: [] })
  })

  it('is told who did it only with the scope that reads people', async () => {
    const document = '{ auditLog(first: 1) { nodes { action actor { name } } } }'
    const { secret } = await keyWith(world, acme, ['READ_AUDIT_LOG'])
    expect(codesOf(await askWith(world, secret, document))).toEqual(['FORBIDDEN'])
    const both = await keyWith(world, acme, ['READ_AUDIT_LOG', 'READ_PEOPLE'])
    const { data } = await askWith<Log>(world, both.secret, document)
    expect(data.auditLog.nodes).toEqual([{ action: 'CREATE_API_KEY', actor: { name: 'Ada Admin' } }])
  })
})

it('an API key without the scope is told which one it lacks, and finds no entry by its id', async () => {
  const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_PEOPLE'])
  const { errors } = await askWith(world, secret, LOG)
  expect(errors).toMatchObject([
    { message: 'This API key lacks the scope READ_AUDIT_LOG, which it takes to see the audit log.' },
  ])
  const { data } = await world.run<Log>(acme.admin, LOG)
  const document = 'query ($id: ID!) { node(id: $id) { id } }'
  const found = await askWith<{ node: null }>(world, secret, document, { id: data.auditLog.nodes[0]!.id })
  expect([found.errors, found.data]).toEqual([[], { node: null }])
})

describe('what an API key did', () => {
  const DONE = `query ($filter: AuditLogFilter) { auditLog(filter: $filter) {
    nodes { action actsAs actor { name } apiKey { id name status } } } }`
  const CREATE = `mutation ($input: CreateMetricInput!) { createMetric(input: $input) { userErrors { message } } }`
  const metric = (key: string) => ({
    ...{ key, name: key, unit: 'COUNT', direction: 'INCREASE', defaultKind: 'PRIMARY' },
  })

  async function keyThatDid(...metrics: string[]) {
    const key = await keyWith(world, acme, ['WRITE_METRICS', 'READ_AUDIT_LOG', 'READ_PEOPLE'])
    for (const name of metrics) {
      const { data } = await askWith(world, key.secret, CREATE, { input: metric(name) })
      expect(data).toEqual({ createMetric: { userErrors: [] } })
    }
    return key
  }

  const entry = (apiKey: object | null) => ({
    ...{ action: 'CREATE_METRIC', actsAs: 'API_KEY', actor: null, apiKey },
  })

  it('names the key, and no person, also when the key was taken back', async () => {
    const { id } = await keyThatDid('NEW')
    const read = async () => (await world.run(acme.admin, DONE, { filter: { actorId: id } })).data
    const named = (status: string) => ({ auditLog: { nodes: [entry({ id, name: 'CRM', status })] } })
    expect(await read()).toEqual(named('ACTIVE'))
    const { userErrors } = await changeKey(world, acme.admin, 'revokeApiKey', {
      ...{ apiKeyId: id, expectedVersion: 1 },
    })
    expect(userErrors).toEqual([])
    expect(await read()).toEqual(named('REVOKED'))
  })

  it('names no key to who may not see keys, which is no error', async () => {
    const { id, secret } = await keyThatDid('OTHER')
    const { errors, data } = await askWith(world, secret, DONE, { filter: { actorId: id } })
    expect([errors, data]).toEqual([[], { auditLog: { nodes: [entry(null)] } }])
    await acme.build.people([
      { name: 'dora', email: 'dora@acme.test', roles: [{ role: 'ADMIN', nodeId: acme.node('SALES') }] },
    ])
    const { person } = await existingCompany(acme.build)
    const other = await keyWith(world, acme, ['WRITE_KEY_METRICS', 'READ_ORGANIZATION'])
    const input = {
      ...{ nodeId: acme.node('OSLO'), metricId: acme.metric('REV') },
      expectedVersion: await acme.versionOf('OSLO'),
    }
    const remove = `mutation ($input: RemoveKeyMetricRuleInput!) { removeKeyMetricRule(input: $input) { userErrors { message } } }`
    expect((await askWith(world, other.secret, remove, { input })).data).toMatchObject({
      removeKeyMetricRule: { userErrors: [] },
    })
    const dora = { companyId: acme.id, userId: person('dora@acme.test') }
    const seen = await world.run(dora, DONE, { filter: { kinds: ['REMOVE_KEY_METRIC_RULE'] } })
    expect([seen.errors, seen.data]).toEqual([
      [],
      { auditLog: { nodes: [{ ...entry(null), action: 'REMOVE_KEY_METRIC_RULE' }] } },
    ])
  })

  it('is no key of what a person or the system did', async () => {
    const kinds = ['CREATE_COMPANY', 'CREATE_API_KEY']
    const { data } = await world.run<{ auditLog: { nodes: { apiKey: unknown }[] } }>(acme.admin, DONE, {
      filter: { kinds },
    })
    expect(data.auditLog.nodes.length).toBeGreaterThan(1)
    expect(data.auditLog.nodes.map(({ apiKey }) => apiKey)).toEqual(data.auditLog.nodes.map(() => null))
  })

  it('costs three statements with any number of keys: the viewer, the entries, the keys', async () => {
    const keys = [await keyThatDid('A1', 'A2'), await keyThatDid('A3')]
    const document = (fields: string) => `{ auditLog(first: 100) { nodes { action ${fields} } } }`
    await world.run(acme.admin, document(''))
    const { data, statements } = await world.run<{ auditLog: { nodes: { apiKey: unknown }[] } }>(
      acme.admin,
      document('apiKey { id }'),
    )
    const named = data.auditLog.nodes.flatMap(({ apiKey }) => apiKey ?? [])
    expect(named).toEqual(expect.arrayContaining(keys.map(({ id }) => ({ id }))))
    expect(statements).toHaveLength(3)
  })
})
