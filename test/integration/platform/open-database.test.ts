import { createServer, connect, type AddressInfo, type Socket } from 'node:net'
import { openDatabase } from '../../../server/platform/database/open-database.js'
import { createLog } from '../../../server/platform/log.js'
import { testDatabaseUrl } from '../../support/database.js'

const OPTIONS = { poolSize: 1, log: createLog('silent'), entities: [], migrations: [] }

/** Stands before the database of the tests, and lets only those through who come after the first. */
async function sleeper() {
  const { hostname, port, href } = new URL(await testDatabaseUrl())
  const callers: Socket[] = []
  const behind: Socket[] = []
  const door = createServer((socket) => {
    callers.push(socket)
    if (callers.length === 1) return
    const inside = connect(Number(port), hostname)
    behind.push(inside)
    socket.pipe(inside).pipe(socket)
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const { port: shown } = door.address() as AddressInfo
  const { href: url } = Object.assign(new URL(href), { port: shown })
  const close = () => {
    for (const socket of [...callers, ...behind]) socket.destroy()
    door.close()
  }
  return { url, close }
}

it('a database that does not answer yet is asked again', async () => {
  const { url, close } = await sleeper()
  const database = await openDatabase({ url, ...OPTIONS })
  expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }])
  await database.destroy()
  close()
})

it('one that is not there is told at once, by its host and without its password', async () => {
  const url = 'postgres://app:secret@127.0.0.1:1/key_metrics'
  await expect(openDatabase({ url, ...OPTIONS })).rejects.toThrow(
    /^The database 127\.0\.0\.1(:1)?\/key_metrics cannot be opened: .*ECONNREFUSED.*DATABASE_URL names it\.$/,
  )
})
