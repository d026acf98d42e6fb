import { settleCelebrations } from '../../../server/features/celebration/settle-celebrations.commands.js'
import { settleCompany } from '../../../server/features/celebration/settle-company.commands.js'
import { logItems } from '../../../server/features/activity/activity-batch.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { append } from '../../../server/platform/database/change.js'
import { recordStatements } from '../../../server/platform/database/statements.js'
import { viewer } from '../../support/activity-company.js'
import { celebrations, settle } from '../../support/celebrations.js'
import { log, progressCompany, setTarget } from '../../support/progress-company.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(progressCompany)

const now = () => new Date().toISOString()
const ofMia = async () => (await celebrations(acme)).filter((text) => text.startsWith('Mia')).length

beforeEach(async () => {
  await setTarget(world, acme, 'CALLS', {
    from: now().slice(0, 10),
    userId: viewer(acme, 'mia').userId,
    amount: '10',
  })
  await settle(acme)
})

interface Gate {
  readonly opened: Promise<void>
  open(): void
}

function gate(): Gate {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open: () => open() }
}

/** Logs 5 calls of somebody, and commits them when the gate is opened. */
async function logSlowly(who: string, until: Gate): Promise<{ committed: Promise<void> }> {
  const { build, activityType } = acme
  const written = gate()
  const item = { userId: viewer(acme, who).userId, activityTypeId: activityType('CALL'), quantity: '5' }
  const committed = append({ ...build.ctx }, onCompany('log activities'), async (tx) => {
    await logItems(tx, 'test', [item])
    written.open()
    await until.opened
  })
  await written.opened
  return { committed }
}

/** While what is made waits for a lock on the table; answers the process of the database that does. */
async function whileMaking<T>(work: (pid: number) => Promise<T>): Promise<T> {
  const runner = world.database.createQueryRunner()
  await runner.startTransaction()
  try {
    await runner.query('LOCK TABLE celebration IN SHARE MODE')
    return await work(await waitingProcess())
  } finally {
    await runner.rollbackTransaction()
    await runner.release()
  }
}

async function waitingProcess(): Promise<number> {
  for (;;) {
    const [row] = await world.database.query<{ pid: number }[]>(
      `SELECT pid FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%INSERT INTO celebration (%'`,
    )
    if (row) return row.pid
  }
}

it('two halves that are committed one after the other, neither seeing the other, are celebrated once', async () => {
  await setTarget(world, acme, 'CALLS', { from: now().slice(0, 10), nodeId: acme.node('OSLO'), amount: '10' })
  const [first, second] = [gate(), gate()]
  // Which of the rows that a sum is spread over: one each, so that neither waits for the other.
  const slot = jest.spyOn(Math, 'random').mockReturnValueOnce(0.1).mockReturnValueOnce(0.9)
  const one = await logSlowly('mia', first)
  const other = await logSlowly('pia', second)
  slot.mockRestore()
  second.open()
  await other.committed
  expect(await settle(acme)).toEqual({ made: 0, withdrawn: 0 })
  first.open()
  await one.committed
  // OSLO, SALES and ACME.
  expect(await settle(acme)).toEqual({ made: 3, withdrawn: 0 })
})

it('while one settles, another finds nothing to do, and whoever logs does not wait', async () => {
  await log(acme, ['mia', 'CALL', now(), '10'])
  const settling = settleCompany({ ...acme.build.ctx })
  await whileMaking(async () => {
    expect(await settleCompany({ ...acme.build.ctx })).toBeNull()
    await log(acme, ['pia', 'CALL', now(), '1'])
  })
  expect(await settling).toEqual({ made: 4, withdrawn: 0 })
  expect(await settle(acme)).toEqual({ made: 0, withdrawn: 0 })
})

it('while the company is being changed, settling does not wait but leaves it for later', async () => {
  await log(acme, ['mia', 'CALL', now(), '10'])
  const runner = world.database.createQueryRunner()
  await runner.startTransaction()
  await runner.query('SELECT FROM company WHERE company_id = $1 FOR UPDATE', [acme.id])
  expect(await settleCompany({ ...acme.build.ctx })).toBeNull()
  await runner.rollbackTransaction()
  await runner.release()
  expect(await settle(acme)).toEqual({ made: 4, withdrawn: 0 })
})

it('killed in the middle, nothing is made and nothing forgotten', async () => {
  await log(acme, ['mia', 'CALL', now(), '10'])
  const settling = settleCompany({ ...acme.build.ctx }).catch(() => 'killed')
  await whileMaking(async (pid) => {
    await world.database.query('SELECT pg_terminate_backend($1)', [pid])
    expect(await settling).toBe('killed')
  })
  expect(await celebrations(acme)).toEqual([])
  expect(await settle(acme)).toEqual({ made: 4, withdrawn: 0 })
  expect(await settle(acme)).toEqual({ made: 0, withdrawn: 0 })
})

it('settling comes to an end, however much is written meanwhile', async () => {
  let isWriting = true
  const writing = Array.from({ length: 4 }, async () => {
    while (isWriting) await log(acme, ['mia', 'CALL', now(), '1'])
  })
  await log(acme, ['mia', 'CALL', now(), '1'])
  const { statements } = await recordStatements(() => settleCelebrations(world.database))
  isWriting = false
  await Promise.all(writing)
  // It would be looked for more than a hundred times until there happens to be nothing for a moment.
  expect(statements.filter((text) => text.includes('due_at <=')).length).toBeLessThan(10)
})

it('a fault in one company keeps no other waiting, and is told in the end', async () => {
  const other = await progressCompany(world)
  const { userId } = viewer(other, 'mia')
  await setTarget(world, other, 'CALLS', { from: now().slice(0, 10), userId, amount: '1' })
  for (const company of [acme, other]) await log(company, ['mia', 'CALL', now(), '10'])
  const break_ = (as: string) =>
    world.database.query(`UPDATE company_calendar SET time_zone = $2 WHERE company_id = $1`, [acme.id, as])
  await break_('Nowhere/Land')
  await acme.build.track('PRIMARY', 'MONTHLY')
  await acme.build.track('PRIMARY', 'WEEKLY')
  await expect(settleCelebrations(world.database)).rejects.toThrow('time zone')
  await break_('Europe/Oslo')
  expect((await celebrations(other)).length).toBe(4)
  expect(await ofMia()).toBe(0)
  await acme.build.track('PRIMARY', 'MONTHLY')
  await settleCelebrations(world.database)
  expect(await ofMia()).toBe(1)
})
