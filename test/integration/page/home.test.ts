import { getHome } from '../../../sdk/index.js'
import { moveUser, viewer } from '../../support/activity-company.js'
import { askWith, keyWith } from '../../support/api-key.js'
import { actuals, asking, MARCH, said } from '../../support/pages.js'
import { CALLS_OF_MARCH, log, progressCompany, setTarget } from '../../support/progress-company.js'
import { existingCompany } from '../../support/test-company.js'
import { inAllTests, inEachTest, inWorld } from '../../support/world.js'

const shared = inWorld()

/** In February Mia made 8 calls, of which 5 by the 15th. */
const FEBRUARY = [
  ['mia', 'CALL', '2026-02-05', '5'],
  ['mia', 'CALL', '2026-02-20', '3'],
] as const

describe('Home', () => {
  const { world, acme } = inAllTests(async (world) => {
    const { build, node } = await progressCompany(world)
    const roles = [{ role: 'MANAGER', nodeId: node('LABS') } as const]
    await build.people([{ email: 'two@acme.test', name: 'Two', teamId: node('OSLO'), roles }])
    const company = await existingCompany(build)
    const deals = [['mia', 'DEAL', '2026-03-04', '2', '300.50']] as const
    await log(company, ...CALLS_OF_MARCH, ...FEBRUARY, ...deals)
    const userId = company.person('mia@acme.test')
    await setTarget(world, company, 'CALLS', { from: '2026-03-01', userId, amount: '40' })
    return company
  }, shared)
  const as = asking(world, acme)
  const home = async (name: string, variables = {}) =>
    getHome(await as(name), { period: MARCH, ...variables })
  const node = (name: string) => ({ nodeId: acme.node(name) })

  it('shows a member what they did for each key metric of their team', async () => {
    const page = await home('mia')
    expect(page).toMatchObject({ node: { name: 'OSLO' }, user: { name: 'Mia Member' } })
    expect(actuals(page)).toEqual({
      ...{ CALLS: '10', DEALS: '2', REV: '300.5', SIZE: '150.25', COST: '10', RATE: '0.2', NPS: null },
    })
  })

  it('with the target, the gap, how it came about, and what there was in the period before', async () => {
    const calls = (await home('mia'))!.keyMetrics.find(({ metric }) => metric.key === 'CALLS')!
    expect(calls).toMatchObject({ label: 'CALLS', kind: 'SECONDARY', frequency: 'MONTHLY' })
    expect(calls.metric).toMatchObject({ unit: 'COUNT', direction: 'INCREASE' })
    expect(calls.progress).toMatchObject({
      ...{ actual: '10', target: '40', gap: '30', attainment: '0.25', expected: '40', forecast: '10' },
      ...{ status: 'AT_RISK', period: { label: 'March 2026' } },
      previous: { actualAtThisPoint: '8', change: '2' },
    })
    expect(calls.progress!.series).toHaveLength(31)
    expect(calls.progress!.series.slice(0, 3).map(({ value }) => value)).toEqual(['0', '10', '10'])
  })

  it('and beside it what the whole team did, hidden people included', async () => {
    const page = await home('mia')
    const ofTeam = page!.keyMetrics.map(({ metric, nodeProgress }) => [metric.key, nodeProgress?.actual])
    expect(Object.fromEntries(ofTeam)).toMatchObject({ CALLS: '20', REV: '300.5', RATE: '0.1' })
    expect(page!.keyMetrics.find(({ metric }) => metric.key === 'CALLS')!.nodeProgress).toEqual({
      ...{ actual: '20', target: '40', attainment: '0.5', status: 'BEHIND' },
    })
  })

  it('shows a hidden person their own numbers', async () => {
    expect(actuals(await home('hal'))).toMatchObject({ CALLS: '4' })
  })

  it('shows a lead their own numbers, and those of their team when they switch to it', async () => {
    const own = await home('lea')
    expect([own!.user?.name, actuals(own).CALLS]).toEqual(['Lea', '0'])
    expect(own!.nodes.map(({ name }) => name)).toEqual(['OSLO'])
    const team = await home('lea', node('OSLO'))
    expect([team!.user, team!.node?.name, actuals(team).CALLS]).toEqual([null, 'OSLO', '20'])
  })

  it('shows who is in no team the node of their strongest role, and any below it', async () => {
    const sales = await home('dan')
    expect([sales!.user, sales!.node?.name, actuals(sales).CALLS]).toEqual([null, 'SALES', '25'])
    expect(sales!.nodes.map(({ name }) => name)).toEqual(['SALES'])
    expect(actuals(await home('dan', node('LONDON'))).CALLS).toBe('5')
    const company = await home('ada')
    expect([company!.node?.name, actuals(company).CALLS]).toEqual(['ACME', '28'])
    expect(actuals(await home('ada', node('LABS'))).CALLS).toBe('0')
  })

  it('shows who is in one team and leads another their own, and lets them switch', async () => {
    const own = await home('two')
    expect([own!.user?.name, own!.node?.name]).toEqual(['Two', 'OSLO'])
    expect(own!.nodes.map(({ name }) => name)).toEqual(['OSLO', 'LABS'])
    expect(await home('two', node('LABS'))).toMatchObject({ user: null, node: { name: 'LABS' } })
  })

  it('says of a node that somebody sees by name only that they hold nothing on it, and who could change that', async () => {
    const page = await home('lea', node('SALES'))
    expect(page).toMatchObject({ node: { name: 'SALES' }, keyMetrics: [] })
    expect(said(page!.notice)).toEqual(['NO_GRANT', 'GRANT_ROLE on SALES by Ada Admin'])
  })

  it('answers a node out of sight, of another company, or none at all alike: null', async () => {
    const other = await world.company({ teams: ['OSLO'] })
    const document = 'query ($nodeId: ID) { home(nodeId: $nodeId) { node { name } notice { verdict } } }'
    const ask = async (nodeId: string) => (await world.run(viewer(acme, 'lon'), document, { nodeId })).text
    for (const id of [acme.node('OSLO'), acme.node('LABS'), other.node('OSLO'), other.id, '-'])
      expect(await ask(id)).toBe('{"data":{"home":null}}\n')
  })

  it('is of people: an integration gets null', async () => {
    const { secret } = await keyWith(world, acme, ['READ_ORGANIZATION', 'READ_PEOPLE', 'READ_NUMBERS'])
    const { data, errors } = await askWith(world, secret, '{ home { node { name } } }', {})
    expect([data, errors]).toEqual([{ home: null }, []])
  })

  it('refuses a period that is none, as every field does', async () => {
    await expect(home('mia', { period: { offset: 401 } })).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' })
  })
})

describe('Home of another time', () => {
  const { world, acme } = inEachTest(
    (world) =>
      progressCompany(world, (company) =>
        company.build.at(new Date('2026-02-01')).remove(company.id, company.metric('CALLS')),
      ),
    shared,
  )

  it('shows the key metrics that were in force then', async () => {
    const km = await asking(world, acme)('mia')
    const keys = async (variables: object) => Object.keys(actuals(await getHome(km, variables)))
    expect(await keys({ asOf: '2026-01-15T00:00:00Z' })).toContain('CALLS')
    expect(await keys({})).not.toContain('CALLS')
  })

  it('is by what one may see at present: of a team one has left, the profile tells', async () => {
    await moveUser(acme, acme.person('mia@acme.test'), acme.node('LABS'))
    const km = await asking(world, acme)('mia')
    const then = await getHome(km, { asOf: '2026-01-15T00:00:00Z' })
    expect(then).toMatchObject({ node: null, keyMetrics: [], nodes: [], notice: { verdict: 'UNDETERMINED' } })
    expect((await getHome(km, {}))?.node?.name).toBe('LABS')
  })
})
