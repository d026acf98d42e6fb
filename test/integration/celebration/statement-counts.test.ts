import { settleCompany } from '../../../server/features/celebration/settle-company.commands.js'
import { recordStatements } from '../../../server/platform/database/statements.js'
import { settle } from '../../support/celebrations.js'
import { until } from '../../support/live.js'
import { log } from '../../support/progress-company.js'
import { existingCompany, numbered, type TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

/** So many teams with somebody in each, so many key metrics, and a target of 1 for everybody and each metric. */
async function companyWith(teams: number, metrics: number): Promise<TestCompany> {
  const [names, keys] = [numbered(teams), numbered(metrics, 'METRIC').map((key) => key.replace(' ', '_'))]
  const company = await world.company({ departments: { SALES: names }, keyMetrics: keys })
  const { build, node, metric } = company
  const type = await build.activityType({ key: 'CALL' })
  for (const key of keys) await build.formula(metric(key), { kind: 'COUNT', activityTypeIds: [type] })
  await build.people(names.map((name, at) => ({ email: `p${at}@acme.test`, name, teamId: node(name) })))
  const furnished = await existingCompany(build)
  await world.database.query(
    `INSERT INTO target (company_id, id, metric_id, user_id, frequency, period_start, amount, carries_forward, set_at, version)
     SELECT $1, gen_random_uuid(), m.id, u.id, f, date_trunc('year', now()), 1, true, now(), 1
       FROM metric m, app_user u, unnest(ARRAY['WEEKLY', 'MONTHLY']) f
      WHERE m.company_id = $1 AND u.company_id = $1 AND u.email LIKE 'p%'`,
    [company.id],
  )
  await settle(furnished)
  return furnished
}

/** Plans are made for what there is then, as they are sooner or later by themselves. */
async function logAll(company: TestCompany, teams: number, quantity: string): Promise<void> {
  const now = new Date().toISOString()
  await log(company, ...Array.from({ length: teams }, (_, at) => [`p${at}`, 'CALL', now, quantity] as const))
  await world.database.query('ANALYZE')
}

const TABLE =
  /\b(?:FROM|INTO|UPDATE|JOIN) (\w+ FROM )?(company|change_event|target|celebration(?:_state)?|activity_\w+|membership)\b/

/** What each statement reads or writes, in order. */
const tables = (statements: readonly string[]) =>
  statements.map((statement) => TABLE.exec(statement)?.[2] ?? statement)

describe('to settle what was logged, so that everything is reached, costs', () => {
  it.each([
    [1, 1],
    [20, 3],
    [400, 3],
  ])('the same for %i teams with somebody in each and %i metrics', async (teams, metrics) => {
    const company = await companyWith(teams, metrics)
    await logAll(company, teams, '1')
    const { result, statements } = await recordStatements(() => settleCompany({ ...company.build.ctx }))
    expect(result).toEqual({ made: 2 * metrics * (2 * teams + 2), withdrawn: 0 })
    expect(tables(statements.slice(1, -1))).toEqual([
      ...['company', 'change_event', 'company', 'target'], // the lock; what changed, how far it has come, what has targets
      ...['celebration', 'target', 'activity_node_rollup', 'activity_person_rollup'], // what stands and what is reached
      ...['membership', 'celebration', 'celebration_state'], // where it is in force; what is made
    ])
  })
})

it('PostgreSQL reads no more for each of many than for each of few, though it knows nothing of the company yet', async () => {
  const readForEach = []
  for (const teams of [20, 400]) {
    const company = await companyWith(teams, 3)
    await logAll(company, teams, '1')
    const before = await celebrationCounts()
    const { made } = await settle(company)
    const after = await celebrationCounts(before.inserted + made)
    readForEach.push((after.read - before.read) / made)
  }
  expect(readForEach[1]).toBeLessThanOrEqual(readForEach[0]! + 1)
})

/** Of all celebrations, once so many were inserted: a connection tells what it did within a second or so. */
async function celebrationCounts(inserted = 0): Promise<{ inserted: number; read: number }> {
  const counts = `SELECT t.n_tup_ins::int AS inserted, t.seq_tup_read::int + sum(i.idx_tup_read)::int AS read
                    FROM pg_stat_user_tables t JOIN pg_stat_user_indexes i ON i.relid = t.relid
                   WHERE t.relname = 'celebration' GROUP BY t.n_tup_ins, t.seq_tup_read`
  let latest = { inserted: -1, read: 0 }
  await until(async () => {
    const [now] = await world.database.query<[typeof latest]>(counts)
    latest = now
    return now.inserted >= inserted
  })
  return latest
}

describe('a page of what was celebrated of every node costs', () => {
  it.each([1, 20, 400])('the same with %i teams', async (teams) => {
    const company = await companyWith(teams, 1)
    await logAll(company, teams, '1')
    await settle(company)
    await world.database.query('ANALYZE')
    const list =
      'celebrations(first: 4) { nodes { actual node { name } user { name } metric { key } } totalCount }'
    const document = `{ company { ${list} departments { ${list} teams { ${list} } } } }`
    await world.run(company.admin, document)
    const { data, errors, statements } = await world.run<{
      company: {
        celebrations: { totalCount: number }
        departments: [{ teams: { celebrations: { nodes: object[] } }[] }]
      }
    }>(company.admin, document)
    expect(errors).toEqual([])
    expect(data.company.celebrations.totalCount).toBe(2 * (2 * teams + 2))
    expect(
      data.company.departments[0].teams.every(({ celebrations }) => celebrations.nodes.length === 4),
    ).toBe(true)
    // The viewer, the pages, how many there are, the people.
    expect(statements).toHaveLength(4)
  })
})
