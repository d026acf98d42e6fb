import {
  AuthError,
  ConflictError,
  UserInputError,
  addKeyMetric,
  archiveMetric,
  createClient,
  createMetric,
  getCompany,
  getDepartment,
  getKeyMetricStatus,
  getOrgNode,
  getOrganization,
  getTeam,
  getViewer,
  hideKeyMetric,
  listKeyMetricRules,
  listMembers,
  listMetrics,
  listUsers,
  lockKeyMetric,
  overrideKeyMetric,
  removeKeyMetricRule,
  restoreMetric,
  setKeyMetricInheritance,
  setTrackingFrequency,
  updateMetric,
  type Client,
} from '../../sdk/index.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type Viewer, type World } from '../support/world.js'

let world: World
let acme: TestCompany
let km: Client

beforeAll(async () => (world = await startWorld()))
afterAll(() => world.stop())
beforeEach(async () => {
  acme = await world.workedExample()
  km = await clientOf(adminOf(acme))
})

function adminOf(company: TestCompany): Viewer {
  return { userId: company.person('ada@acme.example'), companyId: company.id }
}

async function clientOf(viewer: Viewer): Promise<Client> {
  return createClient({ url: `${world.url}/graphql`, token: await world.token(viewer) })
}

/** What a change of a rule on a node needs. */
async function rule(node: string, metric: string) {
  const nodeId = acme.node(node)
  return { nodeId, metricId: acme.metric(metric), expectedVersion: await acme.versionOf(node) }
}

function labels(
  node: { effectiveKeyMetrics: readonly { label: string }[] | null } | null | undefined,
): string[] {
  return (node?.effectiveKeyMetrics ?? []).map(({ label }) => label)
}

describe('the SDK reads from the real server', () => {
  it('the whole organisation in one call', async () => {
    const company = await getOrganization(km, {})
    expect(company?.departments.map(({ name, teams }) => [name, teams.map((team) => team.name)])).toEqual([
      ['CS', ['RENEW']],
      ['SALES', ['LONDON', 'OSLO']],
    ])
    expect(labels(company?.teams[0])).toEqual(['Revenue', 'Net promoter score'])
  })

  it('each node by its id, and null for an id that is unknown', async () => {
    expect((await getCompany(km, {}))?.trackingFrequencies).toEqual([
      { kind: 'PRIMARY', frequency: 'MONTHLY' },
      { kind: 'SECONDARY', frequency: 'WEEKLY' },
    ])
    expect((await getDepartment(km, { id: acme.node('SALES') }))?.name).toBe('SALES')
    expect((await getTeam(km, { id: acme.node('OSLO') }))?.name).toBe('OSLO')
    expect((await getOrgNode(km, { id: acme.node('LABS') }))?.level).toBe('TEAM')
    expect(await getTeam(km, { id: 'no such id' })).toBeNull()
  })

  it('the past, with asOf', async () => {
    const before = new Date().toISOString()
    await archiveMetric(km, { metricId: acme.metric('OLD'), expectedVersion: 1 })
    expect(labels(await getCompany(km, {}))).not.toContain('Old metric')
    expect(labels(await getCompany(km, { asOf: before }))).toContain('Old metric')
  })

  it('why a metric is not there', async () => {
    const node = await getKeyMetricStatus(km, { nodeId: acme.node('LONDON'), metricId: acme.metric('REN') })
    expect(node?.keyMetricStatus).toMatchObject({ status: 'HIDDEN_AT', at: { name: 'SALES' } })
    const rules = await listKeyMetricRules(km, { nodeId: acme.node('OSLO') })
    expect(rules?.keyMetricRules?.map(({ effect, dormancy }) => [effect, dormancy?.reason ?? null])).toEqual([
      ['ADD', null],
      ['HIDE', 'LOCKED_BY'],
    ])
  })

  it('who is asking, and lists page by page', async () => {
    expect((await getViewer(km, {}))?.name).toBe('Ada Admin')
    expect(await listUsers(km, { first: 2 }).toArray({ limit: 100 })).toHaveLength(6)
    const members = await listMembers(km, { nodeId: acme.node('OSLO') }).toArray({ limit: 10 })
    expect(members.map(({ name }) => name)).toEqual(['Olga Oslo'])
    expect((await listMetrics(km, {})).map(({ key }) => key)).toContain('REV')
  })
})

describe('the SDK changes', () => {
  it('what is in force on a node, and answers with the node as it is then', async () => {
    const hidden = await hideKeyMetric(km, await rule('SALES', 'CALLS'))
    expect(labels(hidden.node)).not.toContain('Calls')
    const back = await removeKeyMetricRule(km, await rule('SALES', 'CALLS'))
    expect(labels(back.node)).toContain('Calls')
    const added = await addKeyMetric(km, { ...(await rule('CS', 'NPS')), kind: 'PRIMARY', label: 'NPS' })
    expect(labels(added.node)).toContain('NPS')
    const renamed = await overrideKeyMetric(km, { ...(await rule('CS', 'MTG')), label: 'Reviews' })
    expect(labels(renamed.node)).toContain('Reviews')
    const locked = await lockKeyMetric(km, { ...(await rule('SALES', 'OPPS')), preset: 'MANDATORY' })
    expect(locked.userErrors).toEqual([])
    const open = { nodeId: acme.node('LABS'), expectedVersion: await acme.versionOf('LABS') }
    const inheriting = await setKeyMetricInheritance(km, { ...open, inheritsKeyMetrics: true })
    expect(labels(inheriting.node)).toContain('Calls')
  })

  it('the catalogue and how often the company looks', async () => {
    const { metric } = await createMetric(km, {
      key: 'DEMOS',
      name: 'Demos',
      unit: 'COUNT',
      defaultKind: 'SECONDARY',
    })
    const metricId = metric!.id
    await updateMetric(km, { metricId, name: 'Demos held', expectedVersion: 1 })
    await archiveMetric(km, { metricId, expectedVersion: 2 })
    const restored = await restoreMetric(km, { metricId, expectedVersion: 3 })
    expect(restored.metric).toMatchObject({ name: 'Demos held', status: 'ACTIVE', version: 4 })
    const expectedVersion = await acme.versionOf('ACME')
    const { company } = await setTrackingFrequency(km, {
      kind: 'PRIMARY',
      frequency: 'QUARTERLY',
      expectedVersion,
    })
    expect(company?.trackingFrequencies[0]).toEqual({ kind: 'PRIMARY', frequency: 'QUARTERLY' })
  })
})

describe('the SDK throws', () => {
  it('a ConflictError with the present state when the version is stale', async () => {
    const stale = { ...(await rule('SALES', 'CALLS')), expectedVersion: 0 }
    const error = await hideKeyMetric(km, stale).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConflictError)
    expect((error as ConflictError).current).toMatchObject({ name: 'SALES' })
  })

  it('a UserInputError that says what to do', async () => {
    const error = await addKeyMetric(km, await rule('SALES', 'REV')).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UserInputError)
    expect((error as UserInputError).userErrors).toMatchObject([
      { code: 'ALREADY_EFFECTIVE', path: ['metricId'] },
    ])
  })

  it('an AuthError for a token that is not valid', async () => {
    const stranger = createClient({ url: `${world.url}/graphql`, token: 'not a token' })
    await expect(getViewer(stranger, {})).rejects.toBeInstanceOf(AuthError)
  })

  it.each([
    ['too many aliases', `{ ${Array.from({ length: 51 }, (_, n) => `a${n}: viewer { id }`).join(' ')} }`],
    ['a page that is too long', '{ company { members(first: 101) { nodes { id } } } }'],
  ])('a UserInputError for %s, whose faults name the limit', async (_, document) => {
    const error = await km.run(document).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(UserInputError)
    expect(error).toMatchObject({ code: 'LIMIT_EXCEEDED', retryable: false, attempts: 1 })
    expect((error as UserInputError).faults?.[0]?.message).toMatch(/51|101/)
    expect((error as UserInputError).faults?.[0]?.message).toMatch(/\b(50|20|100)\b/)
  })
})
