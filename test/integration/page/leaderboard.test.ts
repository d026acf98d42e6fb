import { changeActivity, moveUser, viewer } from '../../support/activity-company.js'
import { CALLS_OF_MARCH, hide, log, progressCompany, setTarget } from '../../support/progress-company.js'
import { codesOf } from '../../support/run-document.js'
import type { TestCompany } from '../../support/test-company.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests(progressCompany)
const MARCH = { containing: '2026-03-15' }

beforeAll(async () => {
  await log(
    acme,
    ...CALLS_OF_MARCH,
    ['mia', 'DEAL', '2026-03-04', '2', '1000'],
    ['hal', 'DEAL', '2026-03-05', '1', '200'],
    ['lon', 'DEAL', '2026-03-06', '3', '1500'],
  )
  for (const [key, who, amount] of [
    ['CALLS', 'mia', '20'],
    ['CALLS', 'pia', '6'],
    ['CALLS', 'lon', '10'],
    ['CALLS', 'hal', '0'],
    ['COST', 'mia', '5'],
    ['COST', 'pia', '6'],
  ] as const)
    await setTarget(world, acme, key, { from: '2026-03-01', userId: viewer(acme, who).userId, amount })
})

interface Board {
  readonly node: { readonly name: string }
  readonly period: { readonly label: string }
  readonly entries: {
    readonly totalCount: number
    readonly nodes: readonly {
      readonly rank: number | null
      readonly user: { readonly name: string }
      readonly actual: string | null
      readonly numerator: string
      readonly denominator: string | null
      readonly target: string | null
      readonly attainment: string | null
    }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

const LEADERBOARD = `query ($nodeId: ID!, $metricId: ID!, $period: PeriodInput, $by: LeaderboardOrder! = ACTUAL, $first: Int! = 50, $after: String) {
  leaderboard(nodeId: $nodeId, metricId: $metricId, period: $period, by: $by) {
    node { name } period { label }
    entries(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
      nodes { rank user { name } actual numerator denominator target attainment } } } }`

interface Asked {
  readonly node?: string
  readonly key?: string
  readonly by?: string
  readonly period?: object
  readonly first?: number
  readonly after?: string | null
}

async function ask(
  who: string,
  { node = 'OSLO', key = 'CALLS', ...asked }: Asked,
  company: TestCompany = acme,
) {
  const variables = { nodeId: company.node(node), metricId: company.metric(key), period: MARCH, ...asked }
  return world.run<{ leaderboard: Board | null }>(viewer(company, who), LEADERBOARD, variables)
}

async function board(who: string, asked: Asked = {}, company: TestCompany = acme): Promise<Board> {
  const { data, errors } = await ask(who, asked, company)
  expect(errors).toEqual([])
  return data.leaderboard!
}

async function ranked(who: string, asked: Asked = {}, company: TestCompany = acme): Promise<string[]> {
  const { entries } = await board(who, asked, company)
  expect(entries.totalCount).toBe(entries.nodes.length)
  return entries.nodes.map(({ rank, user, actual, attainment }) =>
    [rank ?? '-', user.name, asked.by === 'ATTAINMENT' ? attainment : actual].join(' '),
  )
}

describe('a leaderboard', () => {
  it('ranks the people of a team by what they have, the most first', async () => {
    expect(await ranked('lea')).toEqual(['1 Mia Member 10', '2 Pia 6', '3 Hal 4', '4 Lea 0'])
  })

  it('ranks the people of all teams below a node, and of a company who is in none as far as it counts', async () => {
    expect(await ranked('dan', { node: 'SALES' })).toEqual([
      ...['1 Mia Member 10', '2 Pia 6', '3 Lon 5', '4 Hal 4', '5 Lea 0'],
    ])
    expect((await ranked('ada', { node: 'ACME' })).slice(0, 5)).toEqual([
      ...['1 Mia Member 10', '2 Pia 6', '3 Lon 5', '4 Hal 4', '5 Nia 3'],
    ])
  })

  it('puts the least first where less is better', async () => {
    expect(await ranked('lea', { key: 'COST' })).toEqual(['1 Lea 0', '2 Hal 4', '3 Pia 6', '4 Mia Member 10'])
    expect(await ranked('lea', { key: 'COST', by: 'ATTAINMENT' })).toEqual(
      expect.arrayContaining(['1 Pia 1', '2 Mia Member 2']),
    )
  })

  it('puts last who has no average or ratio yet, without a place', async () => {
    const sizes = await ranked('dan', { node: 'SALES', key: 'SIZE' })
    expect(sizes.slice(2)).toHaveLength(3)
    expect(sizes.slice(0, 2).sort()).toEqual(['1 Lon 500', '1 Mia Member 500'])
    expect(sizes.slice(2).sort()).toEqual(['- Lea ', '- Pia ', '3 Hal 200'])
    const { entries } = await board('lea', { key: 'RATE' })
    expect(
      entries.nodes.map(({ user, actual, numerator, denominator }) => [
        user.name,
        actual,
        numerator,
        denominator,
      ]),
    ).toEqual([
      ['Hal', '0.25', '1', '4'],
      ['Mia Member', '0.2', '2', '10'],
      ['Pia', '0', '0', '6'],
      ['Lea', null, '0', '0'],
    ])
  })

  it('ranks by attainment of one’s own target when asked to', async () => {
    expect(await ranked('dan', { node: 'SALES', by: 'ATTAINMENT' })).toEqual(
      expect.arrayContaining(['1 Pia 1', '2 Lon 0.5', '2 Mia Member 0.5', '- Hal ', '- Lea ']),
    )
  })

  it('is read page by page, with nobody twice or left out, ties and those without a place included', async () => {
    for (const [key, by] of [
      ['CALLS', 'ATTAINMENT'],
      ['SIZE', 'ACTUAL'],
      ['COST', 'ACTUAL'],
      ['REV', 'ACTUAL'],
    ] as const) {
      const whole = await ranked('ada', { node: 'ACME', key, by })
      const found: string[] = []
      let after: string | null = null
      do {
        const { entries }: Board = await board('ada', { node: 'ACME', key, by, first: 1, after })
        expect(entries.totalCount).toBe(whole.length)
        found.push(...entries.nodes.map(({ rank, user }) => `${rank ?? '-'} ${user.name}`))
        after = entries.pageInfo.hasNextPage ? entries.pageInfo.endCursor : null
      } while (after !== null)
      expect(found).toEqual(whole.map((one) => one.slice(0, one.lastIndexOf(' '))))
    }
  })

  it('is empty for a metric that nobody says how to compute', async () => {
    expect((await board('lea', { key: 'NPS' })).entries).toEqual({
      ...{ totalCount: 0, nodes: [], pageInfo: { hasNextPage: false, endCursor: null } },
    })
  })

  it('counts what was done for teams of the node, wherever the person is now', async () => {
    const moved = await progressCompany(world, async (company) => {
      company.build.at(new Date('2026-03-15T00:00:00Z'))
      await moveUser(company, viewer(company, 'pia').userId, company.node('LONDON'))
    })
    await log(
      moved,
      ['pia', 'CALL', '2026-03-10', '5'],
      ['pia', 'CALL', '2026-03-20', '6'],
      ['mia', 'CALL', '2026-03-10', '1'],
    )
    expect((await ranked('dan', {}, moved)).slice(0, 2)).toEqual(['1 Pia 5', '2 Mia Member 1'])
    expect((await ranked('dan', { node: 'LONDON' }, moved))[0]).toBe('1 Pia 6')
    expect((await ranked('dan', { node: 'SALES' }, moved))[0]).toBe('1 Pia 11')
    expect((await ranked('lea', {}, moved)).map((one) => one.split(' ')[1])).not.toContain('Pia')
  })

  it('refuses a cursor of another list', async () => {
    for (const first of ['Mia', '1e9', '9'.repeat(60), 'NaN']) {
      const id = viewer(acme, 'mia').userId
      const after = Buffer.from(JSON.stringify([first, id])).toString('base64url')
      expect(codesOf(await ask('lea', { after }))).toEqual(['BAD_USER_INPUT'])
    }
  })
})

describe('on the leaderboard of their peers', () => {
  afterEach(() => hide(world, acme.id, 'hal'))

  it('hidden people are missing, and with them who has been in the team longest', async () => {
    expect(await ranked('mia')).toEqual(['1 Mia Member 10', '2 Lea 0'])
    expect(await ranked('pia')).toEqual(['1 Pia 6', '2 Lea 0'])
    expect(await ranked('mia', { key: 'SIZE' })).toEqual(['1 Mia Member 500', '- Lea '])
  })

  it('hidden people find themselves', async () => {
    expect(await ranked('hal')).toEqual(['1 Mia Member 10', '2 Pia 6', '3 Hal 4', '4 Lea 0'])
  })

  it('everybody is there when nobody is hidden', async () => {
    await hide(world, acme.id, 'hal', 'VISIBLE')
    expect(await ranked('mia')).toEqual(['1 Mia Member 10', '2 Pia 6', '3 Hal 4', '4 Lea 0'])
  })

  it('who has left and whose activities were all taken back is not told of by who is missing', async () => {
    const left = await progressCompany(world, async (company) => {
      company.build.at(new Date('2026-03-15T00:00:00Z'))
      await moveUser(company, viewer(company, 'pia').userId, company.node('LONDON'))
    })
    const told = async () => (await ranked('hal', {}, left)).sort()
    expect(await told()).toEqual(['1 Hal 0', '1 Lea 0', '1 Mia Member 0'])
    await log(left, ['pia', 'CALL', '2026-03-10', '5'])
    const [activity] = await world.database.query<{ id: string }[]>(
      'SELECT id FROM activity WHERE company_id = $1',
      [left.id],
    )
    await changeActivity(world, left.admin, 'voidActivity', { activityId: activity!.id, expectedVersion: 1 })
    expect(await told()).toEqual(['1 Hal 0', '1 Lea 0', '1 Mia Member 0'])
  })

  it('a node or a metric out of sight is answered as one that never was, byte for byte', async () => {
    const never = '5b0a7f2e-52b0-4f0e-9d55-0d7a6c7a1b2c'
    const text = async (nodeId: string, metricId: string) =>
      (await world.run(viewer(acme, 'mia'), LEADERBOARD, { nodeId, metricId })).text
    for (const nodeId of [never, acme.node('SALES'), acme.node('LONDON'), 'no id'])
      expect(await text(nodeId, acme.metric('CALLS'))).toBe('{"data":{"leaderboard":null}}\n')
    expect(await text(acme.node('OSLO'), never)).toBe('{"data":{"leaderboard":null}}\n')
  })
})
