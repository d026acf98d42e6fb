import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { rowsOf } from '../support/rows.js'
import { runDocument } from '../support/run-document.js'
import { inAllTests, startWorld, type World } from '../support/world.js'

const { world, acme } = inAllTests((world) => world.company({ teams: ['OSLO'] }))

describe('300 clients that never finish their request', () => {
  const START = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n'

  /** Sends `start`, then a letter each second for as long as it can. */
  async function dawdle(start: string): Promise<Socket> {
    const { hostname, port } = new URL(world.url)
    const socket = connect(Number(port), hostname)
    socket.on('error', () => socket.destroy()).resume()
    await once(socket, 'connect')
    socket.write(start)
    const timer = setInterval(() => socket.write('x'), 1_000)
    socket.on('close', () => clearInterval(timer))
    return socket
  }

  it('are all let go, and keep nobody else waiting', async () => {
    const starts = ['', `${START}X-Slow: `, `${START}Content-Length: 100000\r\n\r\n{"query":"`]
    const sockets = await Promise.all(Array.from({ length: 300 }, (_, n) => dawdle(starts[n % 3]!)))
    expect(sockets.filter(({ closed }) => closed)).toEqual([])
    expect((await world.run(acme.admin, '{ viewer { name } }')).data).toEqual({
      viewer: { name: 'Ada Admin' },
    })
    await Promise.all(sockets.map(async (socket) => socket.closed || once(socket, 'close')))
    expect((await world.run(acme.admin, '{ viewer { name } }')).status).toBe(200)
  })
})

const CREATE = `mutation { createMetric(input: { key: "LATE", name: "Late", unit: "COUNT", defaultKind: PRIMARY }) {
  userErrors { message } } }`

describe('a request that takes longer than it may', () => {
  let hasty: World

  beforeAll(async () => {
    hasty = await startWorld(undefined, { deadlineMs: 300 })
  })
  afterAll(() => hasty.stop())

  it('is answered with OVERLOADED and when to come back, and does not begin any more', async () => {
    const [token, blocker] = [await hasty.token(acme.admin), hasty.database.createQueryRunner()]
    await blocker.startTransaction()
    await blocker.query('LOCK TABLE app_user IN ACCESS EXCLUSIVE MODE')
    const { status, errors, headers } = await runDocument(hasty.url, { token, document: CREATE })
    await blocker.rollbackTransaction()
    await blocker.release()
    expect({ status, retryAfter: headers.get('retry-after'), errors }).toEqual({
      ...{ status: 503, retryAfter: '1' },
      errors: [
        {
          message:
            'The server could not do it in 0.3 s. Ask for less at once. Send it again: a mutation with the same Idempotency-Key; without one, read first what there is.',
          extensions: { code: 'OVERLOADED' },
        },
      ],
    })
    for (let n = 0; n < 20; n++) expect((await world.run(acme.admin, '{ viewer { name } }')).status).toBe(200)
    expect((await rowsOf(world.database, acme.id)).metric).toEqual([])
  })
})
