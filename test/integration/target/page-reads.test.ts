import { decimal } from '../../../server/domain/decimal.js'
import { loadCalendar } from '../../../server/features/calendar/calendar.loaders.js'
import { periodOf } from '../../../server/features/calendar/period.js'
import { loadTargetAmounts } from '../../../server/features/target/target-amounts.loaders.js'
import type { Context } from '../../../server/platform/context.js'
import { numbered, type TestCompany } from '../../support/test-company.js'
import { startOwnWorld, type World } from '../../support/world.js'

const TEAMS = 8_000

let world: World
let company: TestCompany

/** A target for the company and each of its teams. */
beforeAll(async () => {
  world = await startOwnWorld('target_reads')
  company = await world.company({ teams: numbered(TEAMS), metrics: ['REV'] })
  await world.database.query(
    `INSERT INTO target (company_id, id, metric_id, node_id, frequency, period_start, amount, carries_forward, set_at, version)
     SELECT $1, gen_random_uuid(), $2, id, 'MONTHLY', '2026-03-01', 5, false, now(), 1 FROM org_node WHERE company_id = $1`,
    [company.id, company.metric('REV')],
  )
  await world.database.query('ANALYZE')
})

afterAll(() => world.stop())

it('of a team no target is read but its own, in a company with thousands of teams', async () => {
  const { build, node, metric } = company
  await world.database.transaction(async (manager) => {
    const ctx: Context = { ...build.ctx, manager }
    const period = periodOf(await loadCalendar(ctx), 'MONTHLY', '2026-03-15')
    const amountsOf = await loadTargetAmounts(ctx, { ownerId: node('TEAM 1'), period, asOf: null })
    expect((await amountsOf(metric('REV'))).ofNode(node('TEAM 1'))).toBe(decimal('5'))
    const [{ read }] = await manager.query<[{ read: number }]>(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'target'`,
    )
    expect(read).toBe(1)
  })
})
