import { getTeamPage, listLeaderboard, listOrganizationOverview, type Client } from '../../../sdk/index.js'
import { seedDemoCompany } from '../../../server/seed/demo-company.js'
import { demoStaff, type Seat } from '../../../server/seed/demo-staff.js'
import { clientOf } from '../../support/pages.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { startOwnWorld, type World } from '../../support/world.js'

// The pages of the demo company as its people read them through the SDK, held against the rows of activities.

const APRIL = { frequency: 'MONTHLY', containing: '2026-04-15' } as const

let world: World
let demo: TestCompany

beforeAll(async () => {
  world = await startOwnWorld('demo_pages')
  demo = await existingCompany(await seedDemoCompany(world.database, new Date('2026-06-17T13:30:00.000Z')))
})
afterAll(() => world.stop())

const staff = demoStaff()
const holding = (role: 'ADMIN' | 'MANAGER', of: string | null) =>
  staff.employees.find((one) => one.role?.role === role && one.role.of === of)!
const seat = (place: number) => staff.seated(['Nordics', place] as Seat)
/** Hidden for a year. */
const HIDDEN = seat(4)

const READERS = [
  ['a company admin', holding('ADMIN', null)],
  ['the manager of the department', holding('MANAGER', 'New Business')],
  ['the lead of the team', seat(0)],
  ['a member', seat(2)],
  ['the hidden member', HIDDEN],
] as const

const asking = ({ email }: { readonly email: string }): Promise<Client> =>
  clientOf(world, { companyId: demo.id, userId: demo.person(email) })

interface Done {
  readonly name: string
  readonly quantity: string
  readonly amount: string
}

/** What each person did for any of the teams in April, from the activities themselves; days are those of Oslo. */
async function done(teams: readonly string[], type: string): Promise<Map<string, Done>> {
  const rows = await world.database.query<Done[]>(
    `SELECT u.name, sum(a.quantity)::float::text AS quantity, coalesce(sum(a.amount), 0)::float::text AS amount
       FROM activity a JOIN app_user u ON u.company_id = a.company_id AND u.id = a.user_id
      WHERE a.company_id = $1 AND a.team_id = ANY($2::uuid[]) AND a.activity_type_id = $3 AND a.voided_at IS NULL
        AND a.occurred_at >= '2026-04-01T00:00+02:00' AND a.occurred_at < '2026-05-01T00:00+02:00'
      GROUP BY u.name`,
    [demo.id, teams.map((name) => demo.node(name)), demo.activityType(type)],
  )
  return new Map(rows.map((row) => [row.name, row]))
}

const plus = (numbers: readonly string[]) => numbers.reduce((sum, one) => sum + Number(one), 0)

describe('the page of the team Nordics, to', () => {
  it.each(READERS)('%s: rows are what each did, and add up to what all did', async (who, reader) => {
    const page = await getTeamPage(await asking(reader), { id: demo.node('Nordics'), period: APRIL })
    const kept = { CALLS: await done(['Nordics'], 'CALL'), WON_REVENUE: await done(['Nordics'], 'DEAL_WON') }
    for (const key of ['CALLS', 'WON_REVENUE'] as const) {
      const metricId = demo.metric(key)
      const amountOf = (name: string) => kept[key].get(name)?.[key === 'CALLS' ? 'quantity' : 'amount'] ?? '0'
      const rows = page!.members.nodes.map(({ user, numbers }) => {
        return [user.name, numbers.find(({ metric }) => metric.id === metricId)!.numerator] as const
      })
      for (const [name, numerator] of rows)
        expect([who, name, numerator]).toEqual([who, name, amountOf(name)])
      const others = page!.others?.numbers.find(({ metric }) => metric.id === metricId)?.numerator ?? '0'
      const whole = page!.keyMetrics.find(({ keyMetric }) => keyMetric.metric.id === metricId)!.progress!
        .actual
      expect(plus([...rows.map(([, numerator]) => numerator), others])).toBe(Number(whole))
      expect(Number(whole)).toBe(plus([...kept[key].keys()].map(amountOf)))
    }
  })

  it('a member it is without the hidden one and who has been there longest, to all others with everybody', async () => {
    const pages = await Promise.all(
      READERS.map(async ([who, reader]) => {
        const page = await getTeamPage(await asking(reader), { id: demo.node('Nordics'), period: APRIL })
        const names = page!.members.nodes.map(({ user }) => user.name)
        return {
          who,
          isHiddenNamed: names.includes(HIDDEN.name),
          named: names.length,
          others: page!.others?.count ?? 0,
        }
      }),
    )
    const told = (who: string) => pages.find((page) => page.who === who)!
    const all = told('a company admin').named
    for (const who of [
      'a company admin',
      'the manager of the department',
      'the lead of the team',
      'the hidden member',
    ])
      expect(told(who)).toEqual({ who, isHiddenNamed: true, named: all, others: 0 })
    expect(told('a member')).toEqual({ who: 'a member', isHiddenNamed: false, named: all - 2, others: 2 })
  })
})

describe('the leaderboard of calls', () => {
  it('of the department has all who called for a team of it, the most first, as the activities say', async () => {
    const km = await asking(holding('MANAGER', 'New Business'))
    const asked = { nodeId: demo.node('New Business'), metricId: demo.metric('CALLS'), period: APRIL }
    const found = await listLeaderboard(km, asked).toArray({ limit: 500 })
    const teams = await world.database.query<{ name: string }[]>(
      `SELECT n.name FROM org_node n JOIN org_node_placement p ON p.company_id = n.company_id AND p.node_id = n.id
        WHERE n.company_id = $1 AND p.parent_id = $2 AND p.valid_to = 'infinity'`,
      [demo.id, demo.node('New Business')],
    )
    const calls = await done(
      teams.map(({ name }) => name),
      'CALL',
    )
    const callers = found.filter(({ actual }) => actual !== '0')
    expect(new Map(callers.map(({ user, actual }) => [user.name, actual]))).toEqual(
      new Map(
        [...calls]
          .filter(([name]) => callers.some(({ user }) => user.name === name))
          .map(([name, { quantity }]) => [name, quantity]),
      ),
    )
    expect(callers.length).toBeGreaterThan(30)
    const amounts = found.map(({ actual }) => Number(actual))
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a))
    expect(found.map(({ rank }) => rank)).toEqual(
      amounts.map((one) => 1 + amounts.filter((other) => other > one).length),
    )
  })

  it('of the team has the hidden member for the lead, and not for a member', async () => {
    const asked = { nodeId: demo.node('Nordics'), metricId: demo.metric('CALLS'), period: APRIL }
    const names = async (reader: { readonly email: string }) =>
      (await listLeaderboard(await asking(reader), asked).toArray({ limit: 100 })).map(
        ({ user }) => user.name,
      )
    expect(await names(seat(0))).toContain(HIDDEN.name)
    expect(await names(HIDDEN)).toContain(HIDDEN.name)
    expect(await names(seat(2))).not.toContain(HIDDEN.name)
  })
})

describe('the overview of the organisation', () => {
  it.each([
    ['a company admin', 'every node', 32, true],
    ['the manager of the department', 'the department and its teams', 7, false],
    ['the lead of the team', 'the team', 1, false],
    ['a member', 'the team', 1, false],
    ['the hidden member', 'the team', 1, false],
  ])('to %s is that of %s', async (who, _, count, mayEdit) => {
    const [, reader] = READERS.find(([name]) => name === who)!
    const nodes = await listOrganizationOverview(await asking(reader), {}).toArray({ limit: 100 })
    expect([nodes.length, new Set(nodes.map((one) => one.mayEdit))]).toEqual([count, new Set([mayEdit])])
    const nordics = nodes.find(({ node }) => node.name === 'Nordics')!
    const statusOf = (key: string) => nordics.keyMetrics.find(({ metric }) => metric.key === key)!
    expect(statusOf('NET_RETENTION')).toMatchObject({ status: 'HIDDEN_AT', at: { name: 'New Business' } })
    expect(statusOf('DEMOS')).toMatchObject({ status: 'INHERITED', effective: { kind: 'PRIMARY' } })
  })
})
