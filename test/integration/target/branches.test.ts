import type { Period } from '../../../server/domain/calendar.js'
import { loadCalendar } from '../../../server/features/calendar/calendar.loaders.js'
import { periodOf } from '../../../server/features/calendar/period.js'
import { loadTargetAmounts } from '../../../server/features/target/target-amounts.loaders.js'
import type { Context } from '../../../server/platform/context.js'
import { moveUser } from '../../support/activity-company.js'
import { targetCompany } from '../../support/target-company.js'
import { existingCompany, type TestCompany } from '../../support/test-company.js'
import { inWorld } from '../../support/world.js'

const world = inWorld()

/** Who is asked for with which node: the people of a team with that. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  ...{ ACME: [], SALES: [], OSLO: ['hal', 'lea', 'lon', 'pia'], LONDON: ['lon'], LABS: [] },
}
const METRICS = ['REV', 'CALLS', 'CONV', 'DEALS']
const MONTHS = ['2026-02', '2026-04', '2026-05']

/**
 * In April OSLO leaves SALES, and in May Lon comes to it. About half of what can have a target has one, and of DEALS
 * all have.
 */
async function movedCompany(): Promise<TestCompany> {
  const { build, node, person } = await targetCompany(world)
  await build.at(new Date('2026-04-10T00:00:00Z')).move(node('OSLO'), build.ctx.companyId)
  delete build.ctx.writesAt
  const moved = await existingCompany(build)
  await moveUser(moved, person('lon@acme.test'), node('OSLO'), new Date('2026-05-02T00:00:00Z'))
  await world.database.query(
    `INSERT INTO target (company_id, id, metric_id, node_id, user_id, frequency, period_start, amount, carries_forward, set_at, version)
     SELECT $1, gen_random_uuid(), m.id, o.node_id, o.user_id, 'MONTHLY', p::date, 1 + abs(chance) % 1000, false, now(), 1
       FROM metric m, unnest($2::text[]) p,
            (SELECT id AS node_id, NULL::uuid AS user_id, name AS owner FROM org_node WHERE company_id = $1
              UNION ALL SELECT NULL, id, email FROM app_user WHERE company_id = $1) o,
            hashtext(m.key || p || o.owner) chance
      WHERE m.company_id = $1 AND (chance > 0 OR m.key = 'DEALS')`,
    [build.ctx.companyId, MONTHS.map((month) => `${month}-01`)],
  )
  return moved
}

let company: TestCompany

beforeAll(async () => {
  company = await movedCompany()
})

/** In a transaction of its own: what others have read is not known there. */
function inPeriod<T>(month: string, read: (ctx: Context, period: Period) => Promise<T>): Promise<T> {
  return world.database.transaction(async (manager) => {
    const ctx: Context = { ...company.build.ctx, manager }
    return read(ctx, periodOf(await loadCalendar(ctx), 'MONTHLY', `${month}-15`))
  })
}

/** What is read for one node, or the whole company, and for nothing else. */
function told(ownerId: string | null, name: string, metric: string, month: string): Promise<object> {
  return inPeriod(month, async (ctx, period) => {
    const amountsOf = await loadTargetAmounts(ctx, { ownerId, period, asOf: null })
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
      expect(alone).toEqual(await told(null, node, metric, month))
    },
  )
})

it('of somebody in no team are the same, read for them alone or with the whole company', async () => {
  const nia = company.person('nia@acme.test')
  const targetOf = (ownerId: string | null) =>
    inPeriod('2026-04', async (ctx, period) => {
      const amountsOf = await loadTargetAmounts(ctx, { ownerId, period, asOf: null })
      return (await amountsOf(company.metric('DEALS'))).ofPerson(nia)
    })
  expect(await targetOf(nia)).not.toBeNull()
  expect(await targetOf(nia)).toBe(await targetOf(null))
})

it('of the company and of something below it are right, whichever is asked for first, together or apart', async () => {
  const names = ['ACME', 'SALES', 'OSLO']
  const rollups = (order: readonly string[], isApart: boolean) =>
    inPeriod('2026-05', async (ctx, period) => {
      const found: [string, unknown][] = []
      const read = async (name: string) => {
        const amountsOf = await loadTargetAmounts(ctx, { ownerId: company.node(name), period, asOf: null })
        const { ofNode, rollupOf } = await amountsOf(company.metric('DEALS'))
        found.push([name, [ofNode(company.node(name)), rollupOf(company.node(name))]])
      }
      if (isApart) for (const name of order) await read(name)
      else await Promise.all(order.map(read))
      return Object.fromEntries(found)
    })
  const told = await rollups(names, false)
  expect(Object.values(told).flat(2)).not.toContain(null)
  for (const order of [names, names.toReversed(), ['SALES', 'ACME', 'OSLO']])
    for (const isApart of [true, false]) expect(await rollups(order, isApart)).toEqual(told)
})
