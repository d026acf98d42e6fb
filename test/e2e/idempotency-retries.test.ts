import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net'
import { createClient, logActivity } from '../../sdk/index.js'
import { activityCompany } from '../support/activity-company.js'
import { callsOf } from '../support/with-key.js'
import { inAllTests } from '../support/world.js'

const { world, acme } = inAllTests(activityCompany)
const CALLS = 1_000
const AT_ONCE = 8

let proxy: Server
const cut = new Set<string>()

/** Cuts the connection of the first request with each key when the server has begun to answer it. */
function relay(client: Socket): void {
  const { hostname, port } = new URL(world.url)
  const server = connect(Number(port), hostname)
  let sent = ''
  client.on('data', (chunk) => {
    sent += chunk.toString('latin1')
    server.write(chunk)
  })
  server.on('data', (chunk) => {
    const key = /idempotency-key: (.+)\r\n/i.exec(sent)?.[1] ?? ''
    sent = ''
    if (cut.has(key)) return client.write(chunk)
    cut.add(key)
    client.resetAndDestroy()
    server.destroy()
  })
  for (const socket of [client, server]) {
    socket.on('error', () => undefined)
    socket.on('close', () => {
      client.destroy()
      server.destroy()
    })
  }
}

beforeAll(async () => {
  proxy = createServer(relay)
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
})
afterAll(() => new Promise((resolve) => proxy.close(resolve)))

it('1,000 calls of which each loses its first answer make 1,000 effects, and each is answered', async () => {
  const { port } = proxy.address() as AddressInfo
  const requests: number[] = []
  const km = createClient({
    url: `http://127.0.0.1:${port}/graphql`,
    token: await world.token(acme.admin),
    backoffMs: 1,
    onEvent: (event) => event.type === 'response' && requests.push(event.attempts),
  })
  const input = { activityTypeId: acme.activityType('CALL'), userId: acme.person('pia@acme.test') }
  const ids = new Set<string>()
  let left = CALLS
  const one = async () => {
    while (left-- > 0) ids.add((await logActivity(km, input)).activity!.id)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, one))
  expect(ids.size).toBe(CALLS)
  expect(await callsOf(world, acme)).toBe(CALLS)
  expect(requests).toEqual(Array.from({ length: CALLS }, () => 2))
})
