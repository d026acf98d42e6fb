import type { Client } from '../../../server/platform/database/client.js'
import { QueryFailedError } from 'typeorm'
import { onCompany } from '../../../server/features/org/permission.js'
import { append, type Change } from '../../../server/platform/database/change.js'
import { refusingOverload } from '../../../server/platform/graphql/error-mask.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest((world) => world.company())

const connectionOf = async ({ manager }: Change) => (await manager.queryRunner!.connect()) as Client

const pidOf = async ({ manager }: Change) => {
  const [{ pid }] = await manager.query<[{ pid: number }]>('SELECT pg_backend_pid() AS pid')
  return pid
}

/** As PostgreSQL does with all connections when it is stopped. */
const terminate = (pid: number) => world.database.query('SELECT pg_terminate_backend($1, 5000)', [pid])

type Losing = (tx: Change) => Promise<unknown>

const inStatement: Losing = async (tx) => {
  const pid = await pidOf(tx)
  const [asked] = await Promise.allSettled([tx.manager.query('SELECT pg_sleep(9)'), terminate(pid)])
  if (asked.status === 'rejected') throw asked.reason
}

const withoutWord: Losing = async (tx) => {
  const { connection } = await connectionOf(tx)
  const asked = tx.manager.query('SELECT pg_sleep(9)')
  setTimeout(() => connection.stream.destroy(), 50)
  return asked
}

const betweenStatements: Losing = async (tx) => {
  const client = await connectionOf(tx)
  const lost = new Promise((resolve) => client.once('end', resolve))
  await terminate(await pidOf(tx))
  await lost
  return tx.manager.query('SELECT 1')
}

describe('a change whose connection is lost', () => {
  it.each([
    ['in a statement', inStatement],
    ['in a statement, without a word of the database', withoutWord],
    ['between two statements', betweenStatements],
  ])('%s is OVERLOADED, so that it is sent again', async (_, lose) => {
    const change = () => append({ ...acme.build.ctx }, onCompany('log activities'), lose)
    await expect(refusingOverload(change)).rejects.toMatchObject({ extensions: { code: 'OVERLOADED' } })
    await expect(world.database.query('SELECT 1 AS one')).resolves.toEqual([{ one: 1 }])
  })

  it('says why it was lost', async () => {
    const change = append({ ...acme.build.ctx }, onCompany('log activities'), inStatement)
    await expect(change).rejects.toThrow('terminating connection due to administrator command')
  })
})

it('what PostgreSQL refuses is a fault of ours, whatever words of a caller are in it', async () => {
  const asked = () => world.database.query(`SELECT 'Connection terminated, ECONNRESET'::int`)
  await expect(refusingOverload(asked)).rejects.toBeInstanceOf(QueryFailedError)
})
