import { moveUser } from '../../support/activity-company.js'
import { log, setTarget } from '../../support/progress-company.js'
import { TEAM_PAGE } from '../../support/team-page.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { inWorld, type Viewer } from '../../support/world.js'

const world = inWorld()

interface Size {
  readonly people?: number
  readonly metrics?: number
  readonly teams?: number
  /** How often somebody has left the team and come back. */
  readonly stays?: number
}

const keysOf = (count: number) => Array.from({ length: count }, (_, index) => `M_${index + 1}`)

/** TEAM 1 with so many people, each of whom made a call; the key metrics count calls. */
async function companyOf({ people = 1, metrics = 1, teams = 1, stays = 0 }: Size): Promise<TestCompany> {
  const { build, node, metric } = await world.company({ teams, keyMetrics: keysOf(metrics) })
  const type = await build.activityType({ key: 'CALL' })
  await build.enable(build.ctx.companyId, type)
  for (const key of keysOf(metrics))
    await build.formula(metric(key), { kind: 'COUNT', activityTypeIds: [type] })
  const names = Array.from({ length: people }, (_, index) => `p${index}`)
  await build.people(names.map((name) => ({ email: `${name}@acme.test`, name, teamId: node('TEAM 1') })))
  const company = await existingCompany(build)
  await log(company, ...names.map((name) => [name, 'CALL', new Date().toISOString()] as const))
  const target = { from: '2026-01-01', userId: company.person('p0@acme.test'), amount: '1000' }
  for (const key of keysOf(metrics)) await setTarget(world, company, key, target)
  for (let stay = 0; stay < stays; stay++)
    for (const team of [null, node('TEAM 1')]) await moveUser(company, company.person('p0@acme.test'), team)
  return company
}

/** How many statements it takes once the configuration is known, that which finds the viewer included. */
async function statements(who: Viewer, document: string, variables: object): Promise<number> {
  await world.run(who, document, variables)
  const { errors, statements } = await world.run(who, document, variables)
  expect(errors).toEqual([])
  return statements.length
}

const member = ({ id, person }: TestCompany): Viewer => ({ companyId: id, userId: person('p0@acme.test') })
const SIZES: [what: string, sizes: Size[]][] = [
  ['people', [{ people: 1 }, { people: 20 }, { people: 400 }]],
  ['metrics', [{ metrics: 1 }, { metrics: 20 }, { metrics: 60 }]],
  ['history', [{ stays: 0 }, { stays: 20 }]],
]

describe('the page of a team costs', () => {
  it.each(SIZES)(
    'eight statements for who runs it, and one more for a peer, however many %s there are',
    async (_, sizes) => {
      for (const size of sizes) {
        const company = await companyOf(size)
        const asked = { id: company.node('TEAM 1') }
        expect([size, await statements(company.admin, TEAM_PAGE, asked)]).toEqual([size, 8])
        expect([size, await statements(member(company), TEAM_PAGE, asked)]).toEqual([size, 9])
      }
    },
    120_000,
  )
})

describe('a leaderboard costs', () => {
  const LEADERBOARD = `query ($nodeId: ID!, $metricId: ID!) { leaderboard(nodeId: $nodeId, metricId: $metricId) {
    entries(first: 100) { totalCount nodes { rank user { name } actual target attainment } } } }`

  it.each(SIZES)(
    'five statements, however many %s there are',
    async (_, sizes) => {
      for (const size of sizes) {
        const company = await companyOf(size)
        const asked = { nodeId: company.id, metricId: company.metric('M_1') }
        expect([size, await statements(company.admin, LEADERBOARD, asked)]).toEqual([size, 5])
      }
    },
    120_000,
  )
})

describe('a page of the overview of the organisation costs', () => {
  const OVERVIEW = `{ organizationOverview { nodes(first: 100) { totalCount nodes { node { name } mayEdit
    editors { role user { name } } notice { verdict }
    keyMetrics { metric { key } status at { name } rule { effect } effective { label definedAt { name } } } } } } }`

  it.each([['nodes', [{ teams: 1 }, { teams: 20 }, { teams: 400 }]], SIZES[1]!, SIZES[0]!])(
    'five statements, however many %s there are',
    async (_, sizes) => {
      for (const size of sizes) {
        const { admin } = await companyOf(size)
        expect([size, await statements(admin, OVERVIEW, {})]).toEqual([size, 5])
      }
    },
    120_000,
  )
})
