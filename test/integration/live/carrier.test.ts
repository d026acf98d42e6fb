import type { QueryRunner } from 'typeorm'
import { eventOf } from '../../../server/platform/database/change-event.js'
import { readNewEvents } from '../../../server/platform/database/change-feed.js'
import { recordStatements } from '../../../server/platform/database/statements.js'
import { createCarrier, type Carrier, type Listener } from '../../../server/platform/live/carrier.js'
import { createLog } from '../../../server/platform/log.js'
import { until } from '../../support/live.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((world) => world.company({ departments: { SALES: ['OSLO', 'LONDON'] } }))

let carrier: Carrier
beforeEach(() => {
  carrier = createCarrier(world.database, createLog('silent'), 10)
})
afterEach(() => carrier.close())

/** The names of the nodes as they are told, one after another. */
async function listen(): Promise<{ told: string[]; leave: () => void }> {
  const told: string[] = []
  const names = new Map(['OSLO', 'LONDON'].map((name) => [acme.node(name), name]))
  const listener: Listener = (event) =>
    void told.push(event === 'GAP' ? event : event.nodeIds.map((id) => names.get(id)).join())
  return { told, leave: await carrier.join(acme.id, listener) }
}

async function begun(): Promise<QueryRunner> {
  const runner = world.database.createQueryRunner()
  await runner.startTransaction()
  return runner
}

interface Querying {
  query(statement: string, values: unknown[]): Promise<unknown>
}

async function writeEvent(by: Querying, node: string): Promise<void> {
  const nodeIds = `ARRAY['${acme.node(node)}']::uuid[]`
  await by.query(eventOf({ topic: 'ACTIVITIES', nodeIds }), [acme.id])
}

async function commit(runner: QueryRunner): Promise<void> {
  await runner.commitTransaction()
  await runner.release()
}

it('what a transaction did that began first and commits last is told, and nothing is told twice', async () => {
  const { told } = await listen()
  const first = await begun()
  await writeEvent(first, 'OSLO')
  const second = await begun()
  await writeEvent(second, 'LONDON')
  await commit(second)
  await until(() => told.length === 1)
  await commit(first)
  await until(() => told.length === 2)
  const third = await begun()
  await writeEvent(third, 'LONDON')
  await commit(third)
  await until(() => told.length === 3)
  expect(told).toEqual(['LONDON', 'OSLO', 'LONDON'])
})

it('what is rolled back is not told, nor what was committed before somebody listened', async () => {
  const before = await begun()
  await writeEvent(before, 'LONDON')
  await commit(before)
  const { told } = await listen()
  const undone = await begun()
  await writeEvent(undone, 'LONDON')
  await undone.rollbackTransaction()
  await undone.release()
  const last = await begun()
  await writeEvent(last, 'OSLO')
  await commit(last)
  await until(() => told.length > 0)
  expect(told).toEqual(['OSLO'])
})

it('whatever the order in which 200 transactions begin and commit, each event is told exactly once', async () => {
  const { told } = await listen()
  const writer = async (_: unknown, index: number) => {
    const runner = await begun()
    await writeEvent(runner, index % 2 ? 'OSLO' : 'LONDON')
    await new Promise((resolve) => setTimeout(resolve, (index * 7) % 40))
    await commit(runner)
  }
  for (let round = 0; round < 50; round++) await Promise.all(Array.from({ length: 4 }, writer))
  await until(() => told.length >= 200)
  expect(told.filter((name) => name === 'OSLO')).toHaveLength(100)
  expect(told).toHaveLength(200)
})

it('nothing is missed though every connection to the database is killed meanwhile', async () => {
  const { told } = await listen()
  const kill = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                 WHERE datname = current_database() AND application_name = 'key-metrics' AND pid <> pg_backend_pid()`
  for (let round = 1; round <= 5; round++) {
    await world.database.query(kill)
    await until(() =>
      world.database.query('SELECT 1').then(
        () => true,
        () => false,
      ),
    )
    await writeEvent(world.database, 'OSLO')
    await until(() => told.length === round)
  }
  expect(told).toEqual(['OSLO', 'OSLO', 'OSLO', 'OSLO', 'OSLO'])
})

it('another server of the database may not have had everything: then anything may have changed', async () => {
  const { position } = await readNewEvents(world.database, [], null)
  const spy = jest.spyOn(world.database, 'query')
  const { told } = await listen()
  spy.mockImplementation(async () => [{ ...position, server: new Date(0), topic: null }] as never)
  await until(() => told.length > 0)
  spy.mockRestore()
  expect(told[0]).toBe('GAP')
})

describe('the database is asked', () => {
  const polls = async (milliseconds: number) => {
    const { statements } = await recordStatements(
      () => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    )
    return statements.filter((statement) => statement.includes('change_event'))
  }

  it('by one statement for all companies, and not at all when nobody listens', async () => {
    expect(await polls(100)).toEqual([])
    const other = await world.company()
    const { leave } = await listen()
    const leaveOther = await carrier.join(other.id, () => undefined)
    const asked = await polls(300)
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.length).toBeLessThanOrEqual(30)
    leave()
    expect((await polls(100)).length).toBeGreaterThan(0)
    leaveOther()
    await polls(50)
    expect(await polls(200)).toEqual([])
  })
})
