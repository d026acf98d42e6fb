import { setAmounts } from '../../support/target-company.js'
import { numbered, type TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

const WHOLE_TREE = `query ($rev: ID!, $calls: ID!, $period: PeriodInput) {
  company { ...Shown departments { ...Shown teams { ...Shown } } teams { ...Shown } }
}
fragment Shown on OrgNode {
  rev: target(metricId: $rev, period: $period) { amount source rollup coverage version period { label } }
  calls: target(metricId: $calls, period: $period) { amount source setBy { name } }
}`

interface Tree {
  readonly company: {
    readonly rev: { readonly amount: string; readonly coverage: string }
    readonly departments: readonly [
      { readonly teams: readonly { readonly rev: { readonly amount: string } }[] },
    ]
  }
}

async function companyWith(teams: number): Promise<TestCompany> {
  const names = numbered(teams)
  const acme = await world.company({
    departments: { SALES: names },
    teams: ['LABS'],
    metrics: ['REV', 'CALLS'],
  })
  const current = { frequency: 'MONTHLY' }
  await setAmounts(world, acme, current, Object.fromEntries(names.map((name) => [name, '2'])))
  await setAmounts(world, acme, current, { ACME: '800' })
  await setAmounts(world, acme, current, { ACME: '5' }, 'CALLS')
  return acme
}

describe('two targets of every node of the tree cost', () => {
  it.each([1, 20, 400])(
    'the same with %i teams: the viewer, the amounts, what is set, and who set it',
    async (teams) => {
      const acme = await companyWith(teams)
      const variables = {
        rev: acme.metric('REV'),
        calls: acme.metric('CALLS'),
        period: { frequency: 'MONTHLY' },
      }
      // The configuration of this version is read by the first to ask.
      await world.run(acme.admin, WHOLE_TREE, variables)
      const { data, statements } = await world.run<Tree>(acme.admin, WHOLE_TREE, variables)
      expect(data.company.departments[0].teams.map(({ rev }) => rev.amount)).toEqual(Array(teams).fill('2'))
      expect(data.company.rev).toMatchObject({ amount: '800', coverage: String((teams * 2) / 800) })
      expect(statements).toHaveLength(4)
      expect(statements.filter((sql) => sql.includes('FROM target t'))).toHaveLength(2)
    },
  )
})

it('past periods cost no more, whatever their number', async () => {
  const acme = await companyWith(20)
  const months = Array.from({ length: 12 }, (_, index) => `m${index}`)
  const document = `query ($id: ID!) { company { ${months
    .map(
      (name, index) =>
        `${name}: target(metricId: $id, period: { frequency: MONTHLY, offset: ${-index} }) { amount }`,
    )
    .join(' ')} } }`
  const variables = { id: acme.metric('REV') }
  await world.run(acme.admin, document, variables)
  const { statements, data } = await world.run<{ company: object }>(acme.admin, document, variables)
  expect(Object.keys(data.company)).toHaveLength(12)
  expect(statements).toHaveLength(3)
})

it('the targets of the people of a page cost the same for one and for forty', async () => {
  const cost = async (people: number) => {
    const { build, node, metric, admin } = await world.company({ teams: ['OSLO'], metrics: ['REV'] })
    const team = { teamId: node('OSLO') }
    await build.people(
      numbered(people, 'Person').map((name) => ({
        name,
        email: `${name.replace(' ', '')}@acme.test`,
        ...team,
      })),
    )
    const document = `query ($id: ID!, $rev: ID!) { team(id: $id) {
      members(first: 100) { nodes { target(metricId: $rev) { amount } } } } }`
    const variables = { id: node('OSLO'), rev: metric('REV') }
    await world.run(admin, document, variables)
    const { statements, data } = await world.run<{ team: { members: { nodes: unknown[] } } }>(
      ...([admin, document, variables] as const),
    )
    expect(data.team.members.nodes).toHaveLength(people + 1)
    return statements.length
  }
  expect([await cost(1), await cost(40)]).toEqual([4, 4])
})
