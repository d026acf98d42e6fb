import { openAppDatabase } from '../../../server/app/database.js'
import { presentInstant } from '../../../server/features/calendar/present-instant.js'
import { loadSystemContext } from '../../../server/features/org/company.commands.js'
import { compareClocks } from '../../../server/platform/database/clock.js'
import { createLog } from '../../../server/platform/log.js'
import { freeze } from '../../support/progress-company.js'
import { inAllTests } from '../../support/world.js'

const { world, acme } = inAllTests((world) => world.company({}))
const HOUR = 3_600_000

afterEach(async () => {
  jest.useRealTimers()
  await compareClocks(world.database)
})

/** By how much the present of a new request is ahead of `real`, in hours. */
async function hoursAheadOf(real: number, database = world.database): Promise<number> {
  const ctx = await loadSystemContext(database, acme.id)
  return Math.round((presentInstant(ctx!, null).getTime() - real) / HOUR)
}

it.each([1, -1])('a server whose clock is %i h ahead has the present of the database', async (hours) => {
  const real = Date.now()
  freeze(new Date(real + hours * HOUR).toISOString())
  expect(await hoursAheadOf(real)).toBe(hours)
  await compareClocks(world.database)
  expect(await hoursAheadOf(real)).toBe(0)
})

it('also when it has just been started', async () => {
  const real = Date.now()
  freeze(new Date(real + HOUR).toISOString())
  const { url } = world.database.options as { url: string }
  const database = await openAppDatabase(url, createLog('silent'), 1)
  expect(await hoursAheadOf(real, database)).toBe(0)
  await database.destroy()
})
