import { backgroundWork } from '../../../server/app/background-work.js'
import { removeOldEvents } from '../../../server/platform/database/change-feed.js'
import { createLog } from '../../../server/platform/log.js'
import { until } from '../../support/live.js'
import type { TestCompany } from '../../support/test-company.js'
import { startOwnWorld, type World } from '../../support/world.js'

let world: World
let acme: TestCompany

// A database of this file's own: what goes on beside requests does so for every company.
beforeAll(async () => {
  world = await startOwnWorld('events')
  acme = await world.company()
})
beforeEach(() => world.database.query('DELETE FROM change_event'))
afterAll(() => world.stop())

const write = (count: number, settledAgo: string | null) =>
  world.database.query(
    `INSERT INTO change_event (company_id, transaction, id, topic, node_ids, user_ids, days, metric_ids, at, settled_at)
     SELECT $1, 1, gen_random_uuid(), 'TARGETS', '{}', '{}', '{}', '{}', now() - interval '1 day', now() - $3::interval
       FROM generate_series(1, $2)`,
    [acme.id, count, settledAgo],
  )

/** How long ago those that are left were settled. */
async function left(): Promise<string[]> {
  const rows = await world.database.query<{ settled: string | null }[]>(
    `SELECT extract(minute FROM now() - settled_at) || ' minutes ago' AS settled FROM change_event ORDER BY settled_at`,
  )
  return rows.map(({ settled }) => settled ?? 'never')
}

it('events are removed ten minutes after they were settled; others stay, however old', async () => {
  await write(2_001, '601 seconds')
  await write(1, '570 seconds')
  await write(1, null)
  await removeOldEvents(world.database)
  expect(await left()).toEqual(['9 minutes ago', 'never'])
})

it('a server that is told to stop need not wait until all are removed', async () => {
  await write(20_001, '1 hour')
  await removeOldEvents(world.database)
  expect(await left()).toHaveLength(1)
})

it('every server removes them, also when nobody listens', async () => {
  await write(3, '601 seconds')
  const stops = backgroundWork(world.database, createLog('silent'))
  await until(async () => (await left()).length === 0).finally(() => Promise.all(stops.map((stop) => stop())))
  expect(await left()).toEqual([])
})
