import { randomUUID } from 'node:crypto'
import type { ApiKeyScope } from '../../../server/domain/viewer.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { startWorld, type Viewer, type World } from '../../support/world.js'
import type { TestCompany } from '../../support/test-company.js'
import { ask, diagnosed, DIAGNOSIS, joining, open, setting, SHOWN, type Told } from './ask.js'

let world: World
let acme: TestCompany
let someone: (name: string) => Viewer
let oda: Viewer
let ove: Viewer
let nils: Viewer
let hanna: Viewer

beforeAll(async () => {
  world = await startWorld()
  acme = await world.workedExample()
  someone = (name) => ({ userId: acme.person(`${name}@acme.example`), companyId: acme.id })
  oda = await joining(acme, { name: 'Oda Oslo', teamId: acme.node('OSLO') })
  nils = await joining(acme, { name: 'Nils London', teamId: acme.node('LONDON') })
  hanna = await joining(acme, { name: 'Hanna Hidden', teamId: acme.node('LONDON') })
  ove = await joining(acme, {
    name: 'Ove Oslo',
    teamId: acme.node('OSLO'),
    roles: [
      { role: 'MANAGER', nodeId: acme.node('SALES') },
      { role: 'ADMIN', nodeId: acme.node('CS') },
    ],
  })
  await setting(world, hanna, 'data_visibility', 'HIDDEN')
})

afterAll(() => world.stop())

const NOBODY = '{"data":{"explainKeyMetric":null}}\n'

describe('one may ask', () => {
  it('about oneself, with a team or without', async () => {
    const liam = someone('liam')
    expect(await diagnosed(world, liam, liam)).toMatchObject(SHOWN)
    expect(await diagnosed(world, hanna, hanna)).toMatchObject(SHOWN)
    const nora = await joining(acme, { name: 'Nora None' })
    expect(await diagnosed(world, nora, nora)).toMatchObject({ verdict: 'NO_TEAM', node: null })
  })

  it('about the people of a node that one runs: as lead, manager or admin', async () => {
    for (const [viewer, about] of [
      [someone('olga'), oda],
      [someone('sam'), oda],
      [someone('sam'), hanna],
      [acme.admin, oda],
      [acme.admin, someone('lea')],
    ] as const)
      expect(await diagnosed(world, viewer, { userId: about.userId })).toMatchObject(SHOWN)
  })

  it('as an integration, about the people of the node that the key is bound to, with the scopes to read both', async () => {
    const asked = async (...scopes: ApiKeyScope[]) => {
      const { secret } = await keyWith(world, acme, scopes, 'SALES')
      return (name: string) =>
        askWith<{ explainKeyMetric: Told | null } | null>(world, secret, DIAGNOSIS, {
          ...{ userId: someone(name).userId, surface: 'HOME', metricId: acme.metric('REN') },
        })
    }
    const ask = await asked('READ_PEOPLE', 'READ_ORGANIZATION')
    const { data } = await ask('liam')
    expect(data?.explainKeyMetric).toMatchObject({
      verdict: 'HIDDEN',
      fixes: [{ by: [{ name: 'Ada Admin' }] }, {}],
    })
    expect((await ask('rita')).text).toBe(NOBODY)
    for (const [scope, lacking] of [
      ['READ_PEOPLE', 'READ_ORGANIZATION'],
      ['READ_ORGANIZATION', 'READ_PEOPLE'],
    ] as const) {
      const { errors } = await (await asked(scope))('liam')
      expect(errors.map(({ message }) => message)).toEqual([
        expect.stringContaining(`lacks the scope ${lacking}`),
      ])
    }
  })

  it('not about a peer, nor about who runs the company: they are in sight, and so it is FORBIDDEN', async () => {
    for (const { userId } of [nils, acme.admin, someone('sam')]) {
      const { told, codes, errors } = await ask(world, someone('liam'), { userId })
      expect([told, codes]).toEqual([null, ['FORBIDDEN']])
      expect(errors[0]?.message).toMatch(
        /^You may not explain key metrics of other people here; a company admin, .* may\.$/,
      )
    }
  })
})

describe('is answered like an id that was never issued', () => {
  const same = async (viewer: Viewer, userId: string) => {
    const { text } = await ask(world, viewer, { userId })
    expect(text).toBe((await ask(world, viewer, { userId: randomUUID() })).text)
    expect(text).toBe(NOBODY)
  }

  it('somebody of another department, of another team, of another company', async () => {
    const other = await world.company({ teams: ['OSLO'] })
    await same(someone('sam'), someone('rita').userId)
    await same(someone('olga'), nils.userId)
    await same(acme.admin, other.member.userId)
    await same(acme.admin, 'no id at all')
  })

  it('a hidden peer', async () => {
    await same(someone('liam'), hanna.userId)
  })

  it('a node that who asks does not see, though the person may', async () => {
    const { userId } = ove
    const about = (nodeId: string) => ask(world, someone('olga'), { userId, nodeId, surface: 'ORGANIZATION' })
    for (const nodeId of [acme.node('CS'), acme.node('RENEW'), acme.node('LONDON'), randomUUID(), '-'])
      expect((await about(nodeId)).text).toBe(NOBODY)
  })

  it('a metric of another company', async () => {
    const other = await world.company({ keyMetrics: ['REV'] })
    const about = (metricId: string) => ask(world, acme.admin, { userId: oda.userId, metricId })
    expect((await about(other.metric('REV'))).text).toBe(NOBODY)
    expect((await about(randomUUID())).text).toBe(NOBODY)
  })
})

describe('what who asks may not see is UNKNOWN', () => {
  it('a lead about a node above: whether there is a grant is told, what is configured there is not', async () => {
    const about = {
      surface: 'ORGANIZATION',
      nodeId: acme.node('SALES'),
      metricId: acme.metric('REN'),
    } as const
    const told = await diagnosed(world, someone('olga'), { userId: oda.userId, ...about })
    expect(told).toMatchObject({ verdict: 'NO_GRANT', node: { name: 'SALES' }, trace: [] })
    expect(open(told)).toEqual([
      ...['GRANT_ON_NODE FAIL', 'SURFACE_ALLOWED SKIPPED', 'CONFIGURED_ON_PATH UNKNOWN'],
      ...['METRIC_EFFECTIVE UNKNOWN', 'HAS_TEAM SKIPPED', 'NOT_HIDDEN SKIPPED'],
    ])
    expect(told.checks[4]?.evidence).toBe(
      'What is configured on SALES is not for you to see: ask who runs it.',
    )
  })

  it('UNDETERMINED when that could be the cause', async () => {
    const about = {
      surface: 'ORGANIZATION',
      nodeId: acme.node('SALES'),
      metricId: acme.metric('REN'),
    } as const
    const told = await diagnosed(world, someone('olga'), { userId: ove.userId, ...about })
    expect(told).toMatchObject({ verdict: 'UNDETERMINED', trace: [], fixes: [] })
    expect(await diagnosed(world, ove, { userId: ove.userId, ...about })).toMatchObject({ verdict: 'HIDDEN' })
  })

  it('a role on a node out of sight is not spoken of: for the lead, the overview opens with SALES', async () => {
    const about = { userId: ove.userId, surface: 'ORGANIZATION' } as const
    expect(await diagnosed(world, acme.admin, about)).toMatchObject({ node: { name: 'CS' } })
    const { text, told } = await ask(world, someone('olga'), about)
    expect(told).toMatchObject({ node: { name: 'SALES' } })
    expect(text).not.toMatch(/\bCS\b/)
  })

  it('nothing that a lead is told names a person or a node out of sight', async () => {
    const about = { userId: oda.userId, metricId: acme.metric('NPS') }
    const { text, told } = await ask(world, someone('olga'), about)
    expect(told).toMatchObject({ verdict: 'NEVER_ADDED' })
    expect(text).not.toMatch(/LONDON|RENEW|LABS|Liam|Nils|Rita|Lea/)
  })
})
