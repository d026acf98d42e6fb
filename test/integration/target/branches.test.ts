import { decimal } from '../../../server/domain/decimal.js'
import { loadCalendar } from '../../../server/features/calendar/calendar.loaders.js'
import { periodOf } from '../../../server/features/calendar/period.js'
import { loadTargetAmounts } from '../../../server/features/target/target-amounts.loaders.js'
import type { Context } from '../../../server/platform/context.js'
import { moveUser } from '../../support/activity-company.js'
import { targetCompany } from '../../support/target-company.js'
import { existingCompany, numbered, type TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

/** Who is asked for with which node: the people of a team with that, and who is in none with the company. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  ACME: ['hal', 'lea', 'lon', 'nia', 'pia'],
  ...{ SALES: [], OSLO: ['hal', 'lea', 'lon', 'pia'], LONDON: ['lon'], LABS: [] },
}
const METRICS = ['REV', 'CALLS', 'CONV']
const MONTHS = ['2026-02', '2026-04', '2026-05']

/** In April OSLO leaves SALES, and in May Lon comes to it. About half of what can have a target has one, whoever it is. */
async function movedCompany(): Promise<TestCompany> {
  const { build, node, person } = await targetCompany(world)
  await build.at(new Date('2026-04-10T00:00:00Z')).move(node('OSLO'), build.ctx.companyId)
  delete build.ctx.writesAt
  const moved = await existingCompany(build)
  await moveUser(moved, person('lon@acme.test'), node('OSLO'), new Date('2026-05-02T00:00:00Z'))
  await world.database.query(
    `INSERT INTO target (company_id, id, metric_id, node_id, user_id, frequency, period_start, amount, carries_forward, set_at, version)
     SELECT $1, gen_random_uuid(), m.id, o.node_id, o.user_id, 'MONTHLY', p::date, 1 + chance % 1000, false, now(), 1
       FROM metric m, unnest($2::text[]) p,
            (SELECT id AS node_id, NULL::uuid AS user_id, name AS owner FROM org_node WHERE company_id = $1
              UNION ALL SELECT NULL, id, email FROM app_user WHERE company_id = $1) o,
            hashtext(m.key || p || o.owner) chance
      WHERE m.company_id = $1 AND chance > 0`,
    [build.ctx.companyId, MONTHS.map((month) => `${month}-01`)],
  )
  return moved
}

let company: TestCompany

beforeAll(async () => {
  company = await movedCompany()
})

/** What is read for one node and no other, in a transaction of its own: what others have read is not known there. */
async function told(readFor: string, name: string, metric: string, month: string): Promise<object> {
  return world.database.transaction(async (manager) => {
    const ctx: Context = { ...company.build.ctx, manager }
    const period = periodOf(await loadCalendar(ctx), 'MONTHLY', `${month}-15`)
    const amountsOf = await loadTargetAmounts(ctx, { nodeId: readFor, period, asOf: null })
    const { ofNode, rollupOf, ofPerson } = await amountsOf(company.metric(metric))
    const people = PEOPLE[name]!.map((person) => ofPerson(company.person(`${person}@acme.test`)))
    return { own: ofNode(company.node(name)), rollup: rollupOf(company.node(name)), people }
  })
}

describe.each(MONTHS)('in %s, the targets of a node and of its people', (month) => {
  it.each(Object.keys(PEOPLE).flatMap((node) => METRICS.map((metric) => [node, metric] as const)))(
    'of %s are the same, read for it alone or for the company: %s',
    async (node, metric) => {
      const alone = await told(company.node(node), node, metric, month)
      expect(alone).toEqual(await told(company.id, node, metric, month))
    },
  )
})

it('of a team are all that is read for its page, in a company with thousands of teams', async () => {
  expect(await readForTeam(await companyWith(8_000))).toBe(1)
})

/** A target for each team. */
async function companyWith(teams: number): Promise<TestCompany> {
  const large = await world.company({ teams: numbered(teams), metrics: ['REV'] })
  await world.database.query(
    `INSERT INTO target (company_id, id, metric_id, node_id, frequency, period_start, amount, carries_forward, set_at, version)
     SELECT $1, gen_random_uuid(), $2, id, 'MONTHLY', '2026-03-01', 5, false, now(), 1 FROM org_node WHERE company_id = $1`,
    [large.id, large.metric('REV')],
  )
  await world.database.query('ANALYZE target')
  return large
}

async function readForTeam({ build, node, metric }: TestCompany): Promise<number> {
  return world.database.transaction(async (manager) => {
    const ctx: Context = { ...build.ctx, manager }
    const period = periodOf(await loadCalendar(ctx), 'MONTHLY', '2026-03-15')
    const amountsOf = await loadTargetAmounts(ctx, { nodeId: node('TEAM 1'), period, asOf: null })
    expect((await amountsOf(metric('REV'))).ofNode(node('TEAM 1'))).toBe(decimal('5'))
    const [{ read }] = await manager.query<[{ read: number }]>(
      `SELECT (seq_tup_read + idx_tup_fetch)::int AS read FROM pg_stat_xact_user_tables WHERE relname = 'target'`,
    )
    return read
  })
}
