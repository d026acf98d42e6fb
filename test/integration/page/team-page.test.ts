import { viewer } from '../../support/activity-company.js'
import { CALLS_OF_MARCH, log, progressCompany, setTarget } from '../../support/progress-company.js'
import { rowsOf, teamPage, type AskedPage, type NumberOfMember } from '../../support/team-page.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests(progressCompany)
const MARCH = { containing: '2026-03-15' }

beforeAll(async () => {
  await log(
    acme,
    ...CALLS_OF_MARCH,
    ['mia', 'DEAL', '2026-03-04', '2', '1000'],
    ['hal', 'DEAL', '2026-03-05', '1', '200.5'],
    ['lon', 'DEAL', '2026-03-06', '3', '300'],
  )
  const target = (key: string, who: string, amount: string) =>
    setTarget(world, acme, key, { from: '2026-03-01', userId: viewer(acme, who).userId, amount })
  await target('CALLS', 'mia', '8')
  await target('CALLS', 'pia', '12')
  await target('CALLS', 'lea', '5')
  await target('CALLS', 'hal', '5')
  await target('COST', 'mia', '5')
  await target('COST', 'pia', '6')
  await target('SIZE', 'mia', '400')
  await setTarget(world, acme, 'CALLS', { from: '2026-03-01', nodeId: acme.node('OSLO'), amount: '40' })
})

async function page(who: string, asked: Partial<AskedPage> = {}) {
  const { page } = await teamPage(world, viewer(acme, who), acme, {
    node: 'OSLO',
    period: MARCH,
    ...asked,
  })
  return page!
}

const keyMetricOf = async (who: string, key: string) =>
  (await page(who)).keyMetrics.find(({ keyMetric }) => keyMetric.metric.key === key)!

async function numberOf(who: string, name: string, key: string): Promise<NumberOfMember> {
  const { members } = await page(who)
  const { numbers } = members.nodes.find(({ user }) => user.name === name)!
  return numbers.find(({ metric }) => metric.key === key)!
}

describe('the page of a team', () => {
  it('has a row for each of its people and each key metric that is computed', async () => {
    const { team, keyMetrics, members } = await page('lea')
    expect(team).toEqual({ name: 'OSLO' })
    const keys = ['CALLS', 'COST', 'DEALS', 'NPS', 'RATE', 'REV', 'SIZE']
    expect(keyMetrics.map(({ keyMetric }) => keyMetric.metric.key)).toEqual(keys)
    for (const { numbers } of members.nodes)
      expect(numbers.map(({ metric }) => metric.key)).toEqual(keys.filter((key) => key !== 'NPS'))
  })

  it('names everybody to who runs it, by name', async () => {
    for (const who of ['lea', 'dan', 'ada']) {
      expect(rowsOf(await page(who), 'CALLS')).toEqual(['Hal: 4', 'Lea: 0', 'Mia Member: 10', 'Pia: 6'])
    }
  })

  it('shows amounts, averages and ratios with what they are made of', async () => {
    const { members } = await page('lea')
    expect(rowsOf(await page('lea'), 'REV')).toEqual(['Hal: 200.5', 'Lea: 0', 'Mia Member: 1000', 'Pia: 0'])
    expect(rowsOf(await page('lea'), 'RATE')).toEqual([
      'Hal: 1/4',
      'Lea: 0/0',
      'Mia Member: 2/10',
      'Pia: 0/6',
    ])
    const [hal, lea] = members.nodes.map(({ numbers }) =>
      numbers.find(({ metric }) => metric.key === 'SIZE')!,
    )
    expect(hal).toMatchObject({ actual: '200.5', numerator: '200.5', denominator: '1' })
    expect(lea).toMatchObject({
      actual: null,
      numerator: '0',
      denominator: '0',
      attainment: null,
      rank: null,
    })
  })

  it('shows the totals of the team, and how far the targets of its people cover its own', async () => {
    expect(await keyMetricOf('lea', 'CALLS')).toEqual({
      keyMetric: { metric: { key: 'CALLS' } },
      progress: { actual: '20', target: '40' },
      target: { rollup: '30', coverage: '0.75' },
      withNumbers: 3,
    })
    expect(await keyMetricOf('lea', 'NPS')).toMatchObject({ progress: null, target: null, withNumbers: 0 })
  })

  it('ranks by attainment, the smallest coming first where less is better', async () => {
    const { gap, attainment, status, rank } = await numberOf('lea', 'Mia Member', 'CALLS')
    expect({ gap, attainment, status, rank }).toEqual({
      gap: '-2',
      attainment: '1.25',
      status: 'ACHIEVED',
      rank: 1,
    })
    expect(await numberOf('lea', 'Hal', 'CALLS')).toMatchObject({
      attainment: '0.8',
      status: 'BEHIND',
      rank: 2,
    })
    expect(await numberOf('lea', 'Pia', 'CALLS')).toMatchObject({
      attainment: '0.5',
      status: 'BEHIND',
      rank: 3,
    })
    expect(await numberOf('lea', 'Lea', 'CALLS')).toMatchObject({
      attainment: '0',
      status: 'AT_RISK',
      rank: 4,
    })
    expect(await numberOf('lea', 'Pia', 'COST')).toMatchObject({
      attainment: '1',
      status: 'ACHIEVED',
      rank: 1,
    })
    expect(await numberOf('lea', 'Mia Member', 'COST')).toMatchObject({
      attainment: '2',
      status: 'BEHIND',
      rank: 2,
    })
    expect(await numberOf('lea', 'Lea', 'COST')).toMatchObject({
      target: null,
      status: 'NO_TARGET',
      rank: null,
    })
  })

  it('says how many of its people have anything', async () => {
    expect((await page('lea')).coverage).toEqual({ members: 4, withNumbers: 3, share: '0.75' })
    const april = await page('lea', { period: { containing: '2026-04-15' } })
    expect(april.coverage).toEqual({ members: 4, withNumbers: 0, share: '0' })
  })

  it('is empty, and not null, for a team without people', async () => {
    const labs = await page('ada', { node: 'LABS' })
    expect(labs).toMatchObject({
      ...{ members: { nodes: [], totalCount: 0 }, others: null },
      coverage: { members: 0, withNumbers: 0, share: null },
    })
  })

  it('is read page by page, ranks and totals being those of the whole team on each', async () => {
    const first = await page('lea', { first: 3 })
    const second = await page('lea', { first: 3, after: first.members.pageInfo.endCursor })
    expect(first.members.nodes.map(({ user }) => user.name)).toEqual(['Hal', 'Lea', 'Mia Member'])
    expect(second.members.nodes.map(({ user }) => user.name)).toEqual(['Pia'])
    expect([first, second].map(({ members }) => members.pageInfo.hasNextPage)).toEqual([true, false])
    expect(second.members.nodes[0]!.numbers[0]).toMatchObject({ actual: '6', rank: 3 })
    expect([second.keyMetrics, second.others, second.coverage]).toEqual([
      ...[first.keyMetrics, first.others, first.coverage],
    ])
  })
})

describe('to a peer', () => {
  it('hidden people are among the others, together with who has been in the team longest', async () => {
    expect(rowsOf(await page('mia'), 'CALLS')).toEqual(['Lea: 0', 'Mia Member: 10', '2 others: 10'])
    expect(rowsOf(await page('pia'), 'CALLS')).toEqual(['Lea: 0', 'Pia: 6', '2 others: 14'])
  })

  it('it is the same person for every key metric', async () => {
    const mine = await page('mia')
    expect(rowsOf(mine, 'REV')).toEqual(['Lea: 0', 'Mia Member: 1000', '2 others: 200.5'])
    expect(rowsOf(mine, 'RATE')).toEqual(['Lea: 0/0', 'Mia Member: 2/10', '2 others: 1/10'])
  })

  it('their targets are told together, and ranks and coverage are of those who are named', async () => {
    const { others, coverage } = await page('mia')
    expect(others!.numbers[0]).toMatchObject({ actual: '10', target: '17' })
    expect(coverage).toEqual({ members: 2, withNumbers: 1, share: '0.5' })
    expect(await numberOf('mia', 'Lea', 'CALLS')).toMatchObject({ attainment: '0', rank: 2 })
    expect((await keyMetricOf('mia', 'CALLS')).withNumbers).toBe(1)
  })

  it('who is hidden sees the whole page: nobody else is', async () => {
    expect(rowsOf(await page('hal'), 'CALLS')).toEqual(['Hal: 4', 'Lea: 0', 'Mia Member: 10', 'Pia: 6'])
  })
})

describe('a team that is out of sight', () => {
  it('is answered as one that never was, byte for byte', async () => {
    const ask = async (id: string) =>
      (
        await world.run(viewer(acme, 'mia'), 'query ($id: ID!) { teamPage(id: $id) { team { name } } }', {
          id,
        })
      ).text
    const never = await ask('5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c')
    for (const id of [acme.node('LONDON'), acme.node('SALES'), acme.id, 'no id'])
      expect(await ask(id)).toBe(never)
    expect(never).toBe('{"data":{"teamPage":null}}\n')
  })
})
