import { migrate } from '../../../server/app/migrate.js'
import { loadLogger } from '../../../server/features/activity/activity-logger.loaders.js'
import { loadFormulas } from '../../../server/features/activity/metric-formula.loaders.js'
import { valueOf } from '../../../server/domain/metric-value.js'
import { seedDemoCompany } from '../../../server/seed/demo-company.js'
import { DEMO_TEAMS } from '../../../server/seed/demo-organisation.js'
import { keptSums, node } from '../../support/activity-sums.js'
import { reconcile } from '../../support/activity-company.js'
import { emptyDatabaseUrl } from '../../support/database.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { startWorld, type World } from '../../support/world.js'

/** A Wednesday, at half past three in Oslo. */
const NOW = new Date('2026-06-17T13:30:00.000Z')
const NODES = ['Fjordlight Systems', ...Object.keys(DEMO_TEAMS).filter((name) => name !== '')]

let world: World
let demo: TestCompany

beforeAll(async () => {
  // A database of its own: other tests make companies of a handful of people, and are to find no other.
  const url = await emptyDatabaseUrl('demo')
  await migrate(url)
  world = await startWorld(url)
  demo = await existingCompany(await seedDemoCompany(world.database, NOW))
})
afterAll(() => world.stop())

const ask = <T>(sql: string, ...values: unknown[]) => world.database.query<T[]>(sql, [demo.id, ...values])

describe('the demo company', () => {
  it('is the same every time but for the ids', async () => {
    const again = await seedDemoCompany(world.database, NOW)
    const totals = `SELECT t.key, date_trunc('month', a.day)::date::text AS month, a.label, count(*), count(a.voided_at),
        sum(a.quantity) AS quantity, sum(a.amount) AS amount, min(a.occurred_at) AS first, max(a.recorded_at) AS last
       FROM activity a JOIN activity_type t USING (company_id) WHERE a.activity_type_id = t.id AND company_id = $1
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
    const one = await ask(totals)
    const other = await world.database.query<unknown[]>(totals, [again.ctx.companyId])
    expect(one.length).toBeGreaterThan(300)
    expect(other).toEqual(one)
  })

  it('has a year of activities, as many as it takes to look real', async () => {
    const [all] = await ask<object>(
      `SELECT count(*)::int AS told, count(DISTINCT user_id)::int AS people, count(voided_at)::int AS voided,
              count(*) FILTER (WHERE note = 'Corrected after a second look.')::int AS corrected,
              count(*) FILTER (WHERE recorded_at > occurred_at + interval '8 days')::int AS late,
              count(*) FILTER (WHERE user_id IS NULL)::int AS "ofStrangers"
         FROM activity WHERE company_id = $1`,
    )
    expect(all).toEqual({ told: 51_307, people: 215, voided: 39, corrected: 35, late: 493, ofStrangers: 9 })
  })

  it('counts for a team what its people did', async () => {
    const totals = await ask<{ key: string; quantity: number; amount: number }>(
      `SELECT t.key, sum(r.quantity)::float AS quantity, sum(r.amount)::float AS amount
         FROM activity_node_rollup r JOIN activity_type t ON t.id = r.activity_type_id
        WHERE r.company_id = $1 AND r.node_id = $2 GROUP BY t.key ORDER BY t.key`,
      demo.node('Nordics'),
    )
    const lines = totals.map(({ key, quantity, amount }) => `${key} ${quantity}/${amount}`)
    expect(lines.join(', ')).toBe(
      'CALL 5494/0, CUSTOMER_WON 26/0, DEAL_LOST 87/1494100, DEAL_WON 38/696900, DEMO 221/0, MEETING 457/0, ' +
        'OPPORTUNITY 205/0, PROPOSAL 147/2459320',
    )
  })

  it('computes each of its metrics', async () => {
    const { ctx } = demo.build
    const formulas = await loadFormulas(ctx)
    const sums = await keptSums(ctx, node(demo.id), { from: '2026-01-01', to: '2026-04-01' })
    const metrics = await ask<{ id: string; key: string }>(
      `SELECT id, key FROM metric WHERE company_id = $1 ORDER BY key COLLATE "C"`,
    )
    const values = metrics.map(({ id, key }) => [key, valueOf(formulas.get(id)!, sums, formulas).value])
    expect(Object.fromEntries(values)).toEqual({
      ...{ CALLS: '29704', CHURNED_REVENUE: '526900', DEALS_DECIDED: '466', DEALS_WON: '195' },
      ...{ DEMOS: '506', FAIR_CONTACTS: '809', HEALTH_CHECKS: '894', MEETINGS: '3343' },
      ...{
        NET_RETENTION: '1.043222',
        NEW_CUSTOMERS: '52',
        OPPORTUNITIES: '1094',
        PARTNER_REVENUE: '1243500',
      },
      ...{ PROPOSALS: '753', RENEWALS_DUE: '4597200', RENEWAL_RATE: '0.885387', RENEWED_REVENUE: '4070300' },
      ...{
        RESPONSE_TIME: '52.276364',
        RETAINED_REVENUE: '4795900',
        WIN_RATE: '0.418455',
        WON_REVENUE: '3333300',
      },
    })
  })

  it.each(NODES)('reconciles %s in every month', async (name) => {
    for (let month = 4; month <= 17; month++) {
      const [from, to] = [month, month + 1].map((one) =>
        new Date(Date.UTC(2025, one)).toISOString().slice(0, 10),
      )
      const { reconciliation } = await reconcile(world, demo.admin, demo.node(name), { from, to })
      expect(reconciliation).toMatchObject({ agrees: true })
      expect(reconciliation!.sums.length).toBeGreaterThan(2)
    }
  })

  it('has nothing on the future, something on today, and nothing of a day before it was founded', async () => {
    const [days] = await ask<object>(
      `SELECT min(day)::text AS first, max(day)::text AS last, max(occurred_at) <= $2 AS "isPast",
              count(*) FILTER (WHERE day = '2026-06-17') > 20 AS "isOfToday"
         FROM activity WHERE company_id = $1`,
      NOW,
    )
    expect(days).toEqual({ first: '2025-05-14', last: '2026-06-17', isPast: true, isOfToday: true })
  })

  it('has nothing of people before they came and after they left', async () => {
    const outside = await ask(
      `SELECT a.id FROM activity a
        WHERE a.company_id = $1 AND a.user_id IS NOT NULL
          AND NOT EXISTS (
            SELECT FROM membership m
             WHERE m.company_id = $1 AND m.user_id = a.user_id AND m.team_id = a.team_id
               AND m.valid_from <= a.occurred_at AND a.occurred_at < m.valid_to)`,
    )
    expect(outside).toEqual([])
    const left = await ask<object>(
      `SELECT count(DISTINCT u.id)::int AS people, count(a.id) > 500 AS "isRemembered"
         FROM app_user u LEFT JOIN activity a ON a.company_id = $1 AND a.user_id = u.id
        WHERE u.company_id = $1 AND u.status = 'DEACTIVATED'`,
    )
    expect(left).toEqual([{ people: 5, isRemembered: true }])
  })

  it('offers on each team what is logged there', async () => {
    const logged = await ask<{ team: string; key: string }>(
      `SELECT DISTINCT a.team_id AS team, t.key FROM activity a JOIN activity_type t ON t.id = a.activity_type_id
        WHERE a.company_id = $1 AND a.team_id IS NOT NULL AND t.status = 'ACTIVE'`,
    )
    const offered = await Promise.all(logged.map(({ team }) => loadLogger(demo.build.ctx, team)))
    const isOffered = ({ key }: { key: string }, place: number) =>
      offered[place]!.some((one) => one.key === key)
    expect(new Set(logged.map(({ team }) => team)).size).toBe(26)
    expect(logged.filter((one, place) => !isOffered(one, place))).toEqual([])
  })
})

describe('its targets', () => {
  const TARGET = `query ($id: ID!, $metricId: ID!, $containing: Date) { node(id: $id) { ... on OrgNode {
    target(metricId: $metricId, period: { frequency: QUARTERLY, containing: $containing }) { amount source rollup coverage } } } }`
  const revenueOf = async (node: string, containing = '2026-06-17') => {
    const ids = { id: demo.node(node), metricId: demo.metric('WON_REVENUE'), containing }
    const { data } = await world.run<{ node: { target: object } }>(demo.admin, TARGET, ids)
    return data.node.target
  }

  it('add up from people and teams, but for two departments that have their own', async () => {
    expect([
      await revenueOf('Benelux'),
      await revenueOf('Account Management'),
      await revenueOf('Partner Sales'),
      await revenueOf('Fjordlight Systems'),
    ]).toEqual([
      { source: 'ROLLUP', amount: '236000', rollup: '236000', coverage: '1' },
      { source: 'ROLLUP', amount: '462000', rollup: '462000', coverage: '1' },
      { source: 'MANUAL', amount: '1000000', rollup: '769000', coverage: '0.769' },
      { source: 'ROLLUP', amount: '3012000', rollup: '3012000', coverage: '1' },
    ])
  })

  it('are carried forward, until one quarter is asked for more', async () => {
    const [before, now] = [await revenueOf('New Business', '2026-02-01'), await revenueOf('New Business')]
    const rollup = '1205000'
    expect(before).toEqual({ source: 'MANUAL', amount: '1450000', rollup, coverage: '0.831034' })
    expect(now).toEqual({ source: 'MANUAL', amount: '1550000', rollup, coverage: '0.777419' })
  })
})

describe('in its year', () => {
  const stretches = `SELECT d.name AS department, t.name AS team, min(a.day)::text AS first, max(a.day)::text AS last
    FROM activity a JOIN org_node t ON t.id = a.team_id JOIN org_node d ON d.id = a.department_id
   WHERE a.company_id = $1 AND `

  it('who moved is counted where they were', async () => {
    const [moved] = await ask<{ id: string }>(
      `SELECT m.user_id AS id FROM membership m
        WHERE m.company_id = $1 AND m.valid_from <> (SELECT min(valid_from) FROM membership WHERE company_id = $1)
          AND m.team_id = $2 AND EXISTS (
            SELECT FROM membership before WHERE before.company_id = $1 AND before.user_id = m.user_id
               AND before.team_id = $3)`,
      demo.node('Nordics'),
      demo.node('Outbound Nordics'),
    )
    const sql = `${stretches} a.user_id = $2 GROUP BY 1, 2 ORDER BY 3`
    expect(await ask(sql, moved!.id)).toEqual([
      {
        ...{ department: 'Sales Development', team: 'Outbound Nordics' },
        ...{ first: '2025-05-15', last: '2025-09-18' },
      },
      { department: 'New Business', team: 'Nordics', first: '2025-09-22', last: '2026-06-12' },
    ])
  })

  it('a team that moved twice is counted in the department of the day', async () => {
    const sql = `${stretches} t.name = 'Strategic Accounts' GROUP BY 1, 2, a.day > '2026-01-01' ORDER BY 3`
    const team = 'Strategic Accounts'
    expect(await ask(sql)).toEqual([
      { department: 'Account Management', team, first: '2025-05-14', last: '2025-10-20' },
      { department: 'New Business', team, first: '2025-10-21', last: '2025-12-30' },
      { department: 'New Business', team, first: '2026-01-05', last: '2026-01-16' },
      { department: 'Account Management', team, first: '2026-01-19', last: '2026-06-17' },
    ])
  })

  it('a team stopped logging, and somebody never began', async () => {
    const [silent] = await ask<object>(
      `SELECT max(day)::text AS last FROM activity WHERE company_id = $1 AND team_id = $2`,
      demo.node('Marketplace'),
    )
    expect(silent).toEqual({ last: '2026-04-02' })
    const idle = await ask<object>(
      `SELECT n.name AS team FROM membership m JOIN org_node n ON n.id = m.team_id
        WHERE m.company_id = $1 AND NOT EXISTS (
          SELECT FROM activity a WHERE a.company_id = $1 AND a.user_id = m.user_id)`,
    )
    expect(idle).toEqual([{ team: 'Enterprise South' }])
  })

  it('two people are hidden from their peers, and counted', async () => {
    const hidden = await ask<object>(
      `SELECT n.name AS team, count(*) > 100 AS "isBusy"
         FROM app_user u JOIN activity a ON a.user_id = u.id JOIN org_node n ON n.id = a.team_id
        WHERE u.company_id = $1 AND u.data_visibility = 'HIDDEN' GROUP BY n.name ORDER BY n.name`,
    )
    expect(hidden).toEqual([
      { team: 'Nordics', isBusy: true },
      { team: 'Onboarding', isBusy: true },
    ])
  })

  it('the campaign and the summer show in what is done', async () => {
    const months = await ask<{ month: string }>(
      `SELECT to_char(day, 'YYYY-MM') AS month FROM activity
        WHERE company_id = $1 AND day >= '2025-06-01' AND day < '2026-06-01' GROUP BY 1 ORDER BY count(*) DESC`,
    )
    const ranked = months.map(({ month }) => month)
    expect([ranked[0], ...ranked.slice(-3)]).toEqual(['2025-10', '2025-12', '2025-07', '2025-08'])
  })
})
