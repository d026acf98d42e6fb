import type { Mutation } from '../../support/mutation.js'
import { startWorld, type Viewer, type World } from '../../support/world.js'
import type { TestCompany } from '../../support/test-company.js'
import { diagnosed, fixesIn, joining, moving, setting, SHOWN, type About } from './ask.js'

let world: World
let acme: TestCompany
let dora: Viewer
let liam: string
let lea: string

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  acme = await world.workedExample()
  dora = await joining(acme, {
    name: 'Dora Department',
    roles: [{ role: 'ADMIN', nodeId: acme.node('SALES') }],
  })
  liam = acme.person('liam@acme.example')
  lea = acme.person('lea@acme.example')
})

afterAll(() => world.stop())

const told = (about: About, viewer: Viewer = acme.admin) => diagnosed(world, viewer, about)

/** Makes a fix through the API, as the first of those who are said to be able to. */
async function make(about: About, fix: string, mutation: Mutation, input: object): Promise<void> {
  const found = (await told(about)).fixes.find((each) => each.fix === fix)!
  const viewer = { userId: found.by[0]!.id, companyId: acme.id }
  const node = found.node && { nodeId: found.node.id, expectedVersion: await acme.versionOf(found.node.name) }
  const { userErrors, errors } = await world.mutate(viewer, mutation, { ...node, ...input })
  expect([userErrors, errors]).toEqual([[], []])
}

describe('a fix names who can make it, nearest first, and does what it says:', () => {
  it('HIDDEN: taking the rule back', async () => {
    const about = { userId: liam, metricId: acme.metric('REN') }
    const before = await told(about)
    expect([before.verdict, fixesIn(before)]).toEqual([
      'HIDDEN',
      [
        'ADD_KEY_METRIC on LONDON by Ada Admin, Dora Department',
        'REMOVE_RULE on SALES by Ada Admin, Dora Department',
      ],
    ])
    await make(about, 'REMOVE_RULE', 'removeKeyMetricRule', { metricId: about.metricId })
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('HIDDEN: adding it again on the node', async () => {
    const about = { userId: liam, metricId: acme.metric('REN') }
    await make(about, 'ADD_KEY_METRIC', 'addKeyMetric', { metricId: about.metricId })
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('BLOCKED: letting the node inherit', async () => {
    const about = { userId: lea, metricId: acme.metric('REN') }
    expect(fixesIn(await told(about))).toEqual([
      'INHERIT on LABS by Ada Admin',
      'ADD_KEY_METRIC on LABS by Ada Admin',
    ])
    await make(about, 'INHERIT', 'setKeyMetricInheritance', { inheritsKeyMetrics: true })
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('NEVER_ADDED: adding it', async () => {
    const about = { userId: liam, metricId: acme.metric('NPS') }
    await make(about, 'ADD_KEY_METRIC', 'addKeyMetric', { metricId: about.metricId })
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('NODE_ONLY: letting the rule reach below', async () => {
    const about = { userId: liam, metricId: acme.metric('EBITDA') }
    expect(fixesIn(await told(about))[1]).toBe('WIDEN_REACH on ACME by Ada Admin')
    const input = { metricId: about.metricId, reach: 'NODE_AND_BELOW' }
    await make(about, 'WIDEN_REACH', 'overrideKeyMetric', input)
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('ARCHIVED: restoring the metric', async () => {
    const about = { userId: liam, metricId: acme.metric('OLD') }
    await acme.build.archive(about.metricId)
    expect(fixesIn(await told(about))).toEqual(['RESTORE_METRIC by Ada Admin'])
    const expectedVersion = await acme.versionOf('OLD')
    await make(about, 'RESTORE_METRIC', 'restoreMetric', { metricId: about.metricId, expectedVersion })
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('USER_DEACTIVATED: reactivating the person', async () => {
    await setting(world, { userId: liam, companyId: acme.id }, 'status', 'DEACTIVATED')
    expect(fixesIn(await told({ userId: liam }))).toEqual(['REACTIVATE_USER by Ada Admin'])
    await make({ userId: liam }, 'REACTIVATE_USER', 'reactivateUser', { userId: liam, expectedVersion: 1 })
    expect(await told({ userId: liam })).toMatchObject(SHOWN)
  })

  it('NO_GRANT: giving a role; who does it sees the person', async () => {
    const about = { userId: liam, nodeId: acme.node('RENEW'), surface: 'ORGANIZATION' } as const
    await joining(acme, { name: 'Carl Care', roles: [{ role: 'ADMIN', nodeId: acme.node('CS') }] })
    expect(fixesIn(await told(about))).toEqual([
      'GRANT_ROLE on RENEW by Ada Admin',
      'ASSIGN_TEAM on RENEW by Ada Admin',
    ])
    const input = { userId: liam, nodeId: about.nodeId, role: 'MANAGER' }
    const { userErrors } = await world.mutate(acme.admin, 'grantRole', input)
    expect(userErrors).toEqual([])
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('NO_TEAM: assigning one', async () => {
    const { userId } = await joining(acme, { name: 'Nora None' })
    expect(fixesIn(await told({ userId, surface: 'PROFILE' }))).toEqual(['ASSIGN_TEAM by Ada Admin'])
    await moving(acme, userId, acme.node('OSLO'))
    expect(await told({ userId, surface: 'PROFILE' })).toMatchObject(SHOWN)
  })

  it('HIDDEN_PERSON: showing the person to peers', async () => {
    const about = { userId: liam, surface: 'TEAM' } as const
    await setting(world, { userId: liam, companyId: acme.id }, 'data_visibility', 'HIDDEN')
    const input = { userId: liam, dataVisibility: 'VISIBLE', expectedVersion: 1 }
    await make(about, 'SHOW_USER', 'setDataVisibility', input)
    expect(await told(about)).toMatchObject(SHOWN)
  })

  it('SURFACE_NOT_ALLOWED: the person opens another page', async () => {
    const sam = acme.person('sam@acme.example')
    const about = { userId: sam, nodeId: acme.node('SALES'), surface: 'TEAM' } as const
    expect(fixesIn(await told(about))).toEqual(['OPEN_ANOTHER_PAGE on SALES by Sam Sales'])
    expect(await told({ ...about, surface: 'ORGANIZATION' })).toMatchObject(SHOWN)
  })
})

describe('who can make a fix', () => {
  const ofRenewals = async (viewer: Viewer) =>
    fixesIn(await told({ userId: liam, metricId: acme.metric('REN') }, viewer))[0]

  it('is who holds the right there or above, nearest first; who asks comes first if they may', async () => {
    const viewer = { userId: liam, companyId: acme.id }
    expect(await ofRenewals(viewer)).toBe('ADD_KEY_METRIC on LONDON by Dora Department, Ada Admin')
    expect(await ofRenewals(acme.admin)).toBe('ADD_KEY_METRIC on LONDON by Ada Admin, Dora Department')
  })

  it('is nobody who is deactivated', async () => {
    await setting(world, dora, 'status', 'DEACTIVATED')
    expect(await ofRenewals({ userId: liam, companyId: acme.id })).toBe(
      'ADD_KEY_METRIC on LONDON by Ada Admin',
    )
  })

  it('is also who manages, once the company delegates', async () => {
    const input = { delegation: 'HIDE_AND_ADD', expectedVersion: await acme.versionOf('ACME') }
    const { userErrors } = await world.mutate(acme.admin, 'setKeyMetricDelegation', input)
    expect(userErrors).toEqual([])
    const viewer = { userId: liam, companyId: acme.id }
    expect(await ofRenewals(viewer)).toBe('ADD_KEY_METRIC on LONDON by Dora Department, Sam Sales, Ada Admin')
  })

  it('are ten at most', async () => {
    const roles = [{ role: 'ADMIN' as const, nodeId: acme.id }]
    const admins = Array.from({ length: 12 }, (_, index) => ({
      name: `Admin ${index}`,
      email: `${index}@x.y`,
      roles,
    }))
    await acme.build.people(admins)
    const [fix] = (await told({ userId: liam, metricId: acme.metric('REN') })).fixes
    expect(fix?.by).toHaveLength(10)
    expect(fix?.by.map(({ name }) => name).slice(0, 3)).toEqual(['Ada Admin', 'Dora Department', 'Admin 0'])
  })
})
