import { QueryFailedError, type QueryRunner } from 'typeorm'
import type { Client } from '../../../server/platform/database/client.js'
import { onCompany } from '../../../server/features/org/permission.js'
import { append } from '../../../server/platform/database/change.js'
import { takingTurns } from '../../../server/platform/database/migrate.js'
import { isSecured, secureRows } from '../../../server/platform/database/row-level-security.js'
import { refusingOverload } from '../../../server/platform/graphql/error-mask.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((world) => world.company())

const connectionOf = async (runner: QueryRunner) => (await runner.connect()) as Client

async function pidOf(runner: QueryRunner): Promise<number> {
  const [{ pid }] = (await runner.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }]
  return pid
}

/** As PostgreSQL does with all connections when it is stopped. */
const terminate = (pid: number) => world.database.query('SELECT pg_terminate_backend($1, 5000)', [pid])

/** Answers when it is known here. */
async function lose(runner: QueryRunner): Promise<void> {
  const client = await connectionOf(runner)
  const lost = new Promise((resolve) => client.once('end', resolve))
  await terminate(await pidOf(runner))
  await lost
}

type Losing = (runner: QueryRunner) => Promise<unknown>

const inStatement: Losing = async (runner) => {
  const pid = await pidOf(runner)
  const [asked] = await Promise.allSettled([runner.query('SELECT pg_sleep(9)'), terminate(pid)])
  if (asked.status === 'rejected') throw asked.reason
}

const withoutWord: Losing = async (runner) => {
  const { connection } = await connectionOf(runner)
  setTimeout(() => connection.stream.destroy(), 50)
  return runner.query('SELECT pg_sleep(9)')
}

const betweenStatements: Losing = async (runner) => {
  await lose(runner)
  return runner.manager.query('SELECT 1')
}

const TERMINATED = 'terminating connection due to administrator command'

const changing = (losing: Losing) =>
  append({ ...acme.build.ctx }, onCompany('log activities'), ({ manager }) => losing(manager.queryRunner!))

describe('a change whose connection is lost', () => {
  it.each([
    ['in a statement', inStatement],
    ['in a statement, without a word of the database', withoutWord],
    ['between two statements', betweenStatements],
  ])('%s is OVERLOADED, so that it is sent again', async (_, losing) => {
    await expect(refusingOverload(() => changing(losing))).rejects.toMatchObject({
      extensions: { code: 'OVERLOADED' },
    })
    await expect(world.database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }])
  })

  it('says why it was lost', async () => {
    await expect(changing(inStatement)).rejects.toThrow(TERMINATED)
  })
})

describe('a server whose connection is lost as it starts', () => {
  it('says why its schema could not be brought up to date', async () => {
    await expect(takingTurns(world.database, inStatement)).rejects.toThrow(TERMINATED)
    const other = takingTurns(world.database, async () => 'its turn')
    await expect(other).resolves.toBe('its turn')
  })

  it('says so, and does not go on with rows that are not secured', async () => {
    const before = isSecured(world.database)
    const runner = world.database.createQueryRunner()
    await runner.connect()
    const { query } = runner
    runner.query = (() => {
      runner.query = query
      return inStatement(runner)
    }) as typeof query
    jest.spyOn(world.database, 'createQueryRunner').mockReturnValueOnce(runner)
    await expect(secureRows(world.database, 'auto')).rejects.toThrow(TERMINATED)
    expect(isSecured(world.database)).toBe(before)
  })
})

it('what PostgreSQL refuses is a fault of ours, whatever words of a caller are in it', async () => {
  const asked = () => world.database.query(`SELECT 'Connection terminated, ECONNRESET'::int`)
  await expect(refusingOverload(asked)).rejects.toBeInstanceOf(QueryFailedError)
})
