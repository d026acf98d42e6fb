import type { Mutation } from '../../support/mutation.js'
import { keysOn, overview } from '../../support/overview.js'
import type { TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World
let example: TestCompany

beforeAll(async () => {
  world = await startWorld()
})

beforeEach(async () => {
  example = await world.workedExample()
})

afterAll(() => world.stop())

/** The admin changes what a node says of a metric; nothing may be refused. */
async function say(mutation: Mutation, node: string, metric: string, rest: object = {}): Promise<void> {
  const key = { nodeId: example.node(node), metricId: example.metric(metric) }
  const expectedVersion = await example.versionOf(node)
  const { userErrors } = await world.mutate(example.admin, mutation, { ...key, expectedVersion, ...rest })
  expect(userErrors).toEqual([])
}

const shown = (asOf?: Date) => overview(world, example.admin, asOf)

describe('in the worked example', () => {
  it('OLD leaves every node when it is archived, and is still there as of the instant before', async () => {
    const before = await shown()
    const instant = example.build.ctx.moment.at
    const [metricId, expectedVersion] = [example.metric('OLD'), await example.versionOf('OLD')]
    const { userErrors } = await world.mutate(example.admin, 'archiveMetric', { metricId, expectedVersion })
    expect(userErrors).toEqual([])

    const now = await shown()
    expect(Object.keys(now).filter((node) => keysOn(now, node).includes('OLD'))).toEqual([])
    expect(keysOn(now, 'ACME')).toEqual(['EBITDA', 'REN', 'REV', 'CALLS', 'MTG'])
    expect(await shown(instant)).toEqual(before)
    expect(keysOn(before, 'LONDON')).toEqual(['MTG', 'REV', 'OLD', 'OPPS'])
  })

  it('LONDON moves to CS: its rules travel along, one wakes and one falls asleep', async () => {
    await example.build.move(example.node('LONDON'), example.node('CS'))
    expect((await shown()).LONDON).toEqual({
      shows: [
        'PRIMARY MTG @ACME INHERITED',
        'PRIMARY REV @ACME INHERITED',
        'SECONDARY OLD @ACME INHERITED',
        'SECONDARY REN @ACME INHERITED',
      ],
      dormant: ['HIDE CALLS: NOTHING_TO_HIDE'],
    })
  })

  it('OSLO pins MTG, then SALES hides it: OSLO keeps it and LONDON loses it', async () => {
    await say('addKeyMetric', 'OSLO', 'MTG', { pin: true })
    await say('hideKeyMetric', 'SALES', 'MTG')
    const now = await shown()
    expect(now.OSLO?.shows).toContain('SECONDARY MTG @ACME REINSTATED')
    expect(keysOn(now, 'SALES')).toEqual(['REV', 'CALLS', 'OLD', 'OPPS'])
    expect(now.LONDON).toEqual({
      shows: [
        'PRIMARY REV @ACME INHERITED',
        'SECONDARY OLD @ACME INHERITED',
        'SECONDARY OPPS @SALES INHERITED',
      ],
      dormant: ['OVERRIDE MTG: NOTHING_TO_OVERRIDE', 'OVERRIDE REN: NOTHING_TO_OVERRIDE'],
    })
  })

  it('ACME unlocks REV: what OSLO had hidden is hidden at that instant', async () => {
    await say('lockKeyMetric', 'ACME', 'REV', { preset: 'NONE' })
    const now = await shown()
    expect(now.OSLO?.dormant).toEqual([])
    expect(keysOn(now, 'OSLO')).toEqual(['REN', 'CALLS', 'MTG', 'OLD', 'OPPS'])
    expect(keysOn(now, 'LABS')).toEqual(['NPS'])
  })

  it('ACME removes its REN: what OSLO added becomes its own, and stays PRIMARY', async () => {
    await say('removeKeyMetricRule', 'ACME', 'REN')
    const now = await shown()
    expect(now.OSLO?.shows).toContain('PRIMARY REN @OSLO OWN')
    expect(now.SALES?.dormant).toEqual(['HIDE REN: NOTHING_TO_HIDE'])
    expect(keysOn(now, 'ACME')).toEqual(['EBITDA', 'REV', 'CALLS', 'MTG', 'OLD'])
    const { data } = await world.run(
      example.admin,
      'query ($id: ID!) { orgNode(id: $id) { keyMetricRules { effect kind label position metric { key } } } }',
      { id: example.node('OSLO') },
    )
    expect(data).toEqual({
      orgNode: {
        keyMetricRules: [
          { effect: 'ADD', kind: 'PRIMARY', label: null, position: null, metric: { key: 'REN' } },
          { effect: 'HIDE', kind: null, label: null, position: null, metric: { key: 'REV' } },
        ],
      },
    })
  })

  it('hidden at the department and at the team: it takes both to show it again, and no rule is left', async () => {
    await say('hideKeyMetric', 'OSLO', 'MTG')
    await say('hideKeyMetric', 'SALES', 'MTG')
    expect((await shown()).OSLO?.dormant).toEqual(['HIDE MTG: NOTHING_TO_HIDE', 'HIDE REV: LOCKED_BY ACME'])

    await say('removeKeyMetricRule', 'SALES', 'MTG')
    expect(keysOn(await shown(), 'SALES')).toContain('MTG')
    expect(keysOn(await shown(), 'OSLO')).not.toContain('MTG')

    await say('removeKeyMetricRule', 'OSLO', 'MTG')
    expect((await shown()).OSLO?.shows).toContain('SECONDARY MTG @ACME INHERITED')
    const left = await example.build.ctx.manager.query<unknown[]>(
      `SELECT FROM key_metric_rule WHERE company_id = $1 AND node_id = $2 AND metric_id = $3 AND valid_to = 'infinity'`,
      [example.id, example.node('OSLO'), example.metric('MTG')],
    )
    expect(left).toEqual([])
  })

  it('a new team and a new key metric of the company are there at once, everywhere they belong', async () => {
    await example.build.team('BERGEN', example.node('SALES'))
    const metricId = await example.build.metric({ key: 'DEMOS' })
    const [nodeId, expectedVersion] = [example.node('ACME'), await example.versionOf('ACME')]
    await world.mutate(example.admin, 'addKeyMetric', { nodeId, metricId, expectedVersion })
    const now = await shown()
    expect(keysOn(now, 'BERGEN')).toEqual(['REV', 'CALLS', 'DEMOS', 'MTG', 'OLD', 'OPPS'])
    expect(Object.keys(now).filter((node) => !keysOn(now, node).includes('DEMOS'))).toEqual(['LABS'])
  })
})
