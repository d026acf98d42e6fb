import { askWith, keyWith } from '../../support/api-key.js'
import { codesOf } from '../../support/run-document.js'
import type { TestCompany } from '../../support/test-company.js'
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

it('what an API key did names the key, and no person', async () => {
  const { secret, id } = await keyWith(world, acme, ['WRITE_METRICS', 'READ_ORGANIZATION'])
  const input = { key: 'NEW', name: 'New', unit: 'COUNT', direction: 'INCREASE', defaultKind: 'PRIMARY' }
  const create = `mutation ($input: CreateMetricInput!) { createMetric(input: $input) { userErrors { message } } }`
  expect((await askWith(world, secret, create, { input })).data).toEqual({ createMetric: { userErrors: [] } })
  const document = `query ($filter: AuditLogFilter) { auditLog(filter: $filter) { nodes { action actsAs actor { name } } } }`
  const { data } = await world.run(acme.admin, document, { filter: { actorId: id } })
  expect(data).toEqual({ auditLog: { nodes: [{ action: 'CREATE_METRIC', actsAs: 'API_KEY', actor: null }] } })
})
