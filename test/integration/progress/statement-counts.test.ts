import { log } from '../../support/progress-company.js'
import { existingCompany, numbered, type TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

let world: World

beforeAll(async () => {
  world = await startWorld()
})

afterAll(() => world.stop())

/** A department with so many teams, three key metrics and a call of a person of the last team, with a target for all. */
async function companyWith(teams: number): Promise<TestCompany> {
  const plan = {
    departments: { SALES: numbered(teams) },
    teams: ['LABS'],
    keyMetrics: ['CALLS', 'REV', 'SIZE'],
  }
  const company = await world.company(plan)
  const { build, node, metric } = company
  const type = await build.activityType({ key: 'CALL' })
  await build.formula(metric('CALLS'), { kind: 'COUNT', activityTypeIds: [type] })
  await build.formula(metric('REV'), { kind: 'SUM', activityTypeIds: [type] })
  await build.formula(metric('SIZE'), { kind: 'AVERAGE', activityTypeIds: [type] })
  await build.people([{ email: 'eve@acme.test', name: 'Eve', teamId: node(`TEAM ${teams}`) }])
  const furnished = await existingCompany(build)
  await log(furnished, ['eve', 'CALL', new Date().toISOString(), '2', '50'])
  const target = { metricId: metric('CALLS'), nodeId: node(`TEAM ${teams}`), amount: '1000' }
  await world.run(
    company.admin,
    `mutation ($input: SetTargetInput!) { setTarget(input: $input) { userErrors { code } } }`,
    { input: target },
  )
  return furnished
}

const tree = (selection: string) => `{
  company { ...Shown departments { ...Shown teams { ...Shown } } teams { ...Shown } }
}
fragment Shown on OrgNode { name effectiveKeyMetrics { metric { key } progress { ${selection} } } }`

interface Shown {
  readonly name: string
  readonly effectiveKeyMetrics: readonly {
    readonly metric: { readonly key: string }
    readonly progress: object
  }[]
}
interface Tree {
  readonly company: Shown & { departments: [Shown & { teams: Shown[] }] }
}

async function ask({ admin }: TestCompany, teams: number, selection: string) {
  const answer = await world.run<Tree>(admin, tree(selection))
  expect(answer.errors).toEqual([])
  const calls = ({ effectiveKeyMetrics }: Shown) =>
    effectiveKeyMetrics.find(({ metric }) => metric.key === 'CALLS')!.progress
  const [sales] = answer.data.company.departments
  return {
    calls: [answer.data.company, sales, sales.teams.find(({ name }) => name === `TEAM ${teams}`)!].map(calls),
    ...answer,
  }
}

/** What each statement reads of, in order: the viewer is read first. */
const tables = (statements: readonly string[]) =>
  statements.slice(1).map((statement) => /activity_\w+_rollup|\btarget\b|app_user/.exec(statement)?.[0])

describe('the progress of every key metric of the whole tree, at all three levels, costs', () => {
  it.each([1, 20, 400])(
    'three statements with %i teams: the viewer, the sums, the targets',
    async (teams) => {
      const company = await companyWith(teams)
      await ask(company, teams, 'actual')
      const { calls, statements, text } = await ask(company, teams, 'actual target gap')
      expect(calls).toEqual(Array(3).fill({ actual: '2', target: '1000', gap: '998' }))
      expect(tables(statements).sort()).toEqual(['activity_node_rollup', 'target'])
      expect(text.match(/"actual"/g)).toHaveLength(3 * (teams + 3))
    },
  )

  it.each([1, 20, 400])(
    'four with %i teams when the status depends on how past periods went',
    async (teams) => {
      const company = await companyWith(teams)
      await ask(company, teams, 'actual')
      const { calls, statements } = await ask(company, teams, 'actual target gap status')
      expect(calls).toMatchObject(Array(3).fill({ actual: '2', target: '1000', gap: '998' }))
      expect(tables(statements).sort()).toEqual(['activity_node_rollup', 'activity_node_rollup', 'target'])
    },
  )

  it.each([1, 20, 400])(
    'three with %i teams for all there is of it but its parts, as the past of all is read with the present',
    async (teams) => {
      const company = await companyWith(teams)
      await ask(company, teams, 'actual')
      const all = `actual target gap attainment expected forecast status pace { share }
      previous { actualAtThisPoint } series { value }`
      const { statements } = await ask(company, teams, all)
      expect(tables(statements).sort()).toEqual(['activity_node_rollup', 'target'])
    },
  )

  it.each([1, 20, 400])('five with %i teams for the parts', async (teams) => {
    const company = await companyWith(teams)
    await ask(company, teams, 'actual')
    const { calls, statements } = await ask(company, teams, 'why { numerator node { name } user { name } }')
    expect(calls).toEqual([
      { why: [{ numerator: '2', node: { name: 'SALES' }, user: null }] },
      { why: [{ numerator: '2', node: { name: `TEAM ${teams}` }, user: null }] },
      { why: [{ numerator: '2', node: null, user: { name: 'Eve' } }] },
    ])
    expect(tables(statements).sort()).toEqual([
      'activity_node_rollup',
      'activity_node_rollup',
      'app_user',
      'target',
    ])
  })
})

it('the first time after a change it costs as many: nobody asks ahead of the others', async () => {
  const counts: number[] = []
  for (const teams of [1, 20, 400]) {
    const company = await companyWith(teams)
    counts.push((await ask(company, teams, 'actual target gap status')).statements.length)
  }
  expect(counts).toEqual([4, 4, 4])
})

it('what was logged earlier in the same request is in the answer', async () => {
  const company = await companyWith(1)
  const { admin, activityType, person, node } = company
  const input = { activityTypeId: activityType('CALL'), userId: person('eve@acme.test') }
  await company.build.enable(node('ACME'), activityType('CALL'))
  const actual = `query { orgNode(id: $id) { effectiveKeyMetrics { progress { actual } } } }`
  const document = `mutation ($input: LogActivityInput!, $id: ID!) {
    first: logActivity(input: $input) { ${actual} } second: logActivity(input: $input) { ${actual} } }`
  const { data, errors } = await world.run<Record<'first' | 'second', { query: { orgNode: Shown } }>>(
    admin,
    document,
    { input, id: node('SALES') },
  )
  expect(errors).toEqual([])
  const calls = (name: 'first' | 'second') => data[name].query.orgNode.effectiveKeyMetrics[0]!.progress
  expect([calls('first'), calls('second')]).toEqual([{ actual: '3' }, { actual: '4' }])
})
