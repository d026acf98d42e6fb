import { once } from 'node:events'
import { createClient as createSocketClient } from 'graphql-ws'
import WebSocket from 'ws'
import { createClient } from '../../sdk/index.js'
import { onProgressChanged, throughSocket } from '../../sdk/live.js'
import { subscribe } from '../support/live.js'
import { liveCompany, PROGRESS } from '../support/live-company.js'
import { inAllTests, inWorld } from '../support/world.js'

const options = { live: { pollMs: 20 }, corsOrigins: ['https://app.example.com'] }
const { world, acme } = inAllTests(liveCompany, inWorld(options))

describe('a WebSocket', () => {
  const PROTOCOL = 'graphql-transport-ws'
  const open = (protocol: string | string[] = PROTOCOL, headers = {}) =>
    new WebSocket(`${world.url.replace('http', 'ws')}/graphql`, protocol, { headers })
  const init = async (token?: string) => {
    const authorization = `Bearer ${token ?? (await world.token(acme.admin))}`
    return JSON.stringify({ type: 'connection_init', payload: { authorization } })
  }
  const subscribing = JSON.stringify({
    ...{ id: '1', type: 'subscribe' },
    payload: { query: PROGRESS, variables: { nodeId: '' } },
  })

  /** Sends what it is given, each once something has come in answer to the one before; tells how it was closed. */
  async function closedAfter(
    messages: readonly string[],
    protocol: string | string[] = PROTOCOL,
  ): Promise<string> {
    const socket = open(protocol)
    const closed = once(socket, 'close') as Promise<[number, Buffer]>
    await once(socket, 'open')
    for (const message of messages) socket.send(message)
    const [code, reason] = await closed
    return `${code} ${reason.toString()}`
  }

  it('is closed with the codes of graphql-ws', async () => {
    const valid = await init()
    const oslo = JSON.stringify({
      ...{ id: '1', type: 'subscribe' },
      payload: { query: PROGRESS, variables: { nodeId: acme.node('OSLO') } },
    })
    expect(await closedAfter([], [])).toBe('4406 Subprotocol not acceptable')
    expect(await closedAfter(['no JSON'])).toBe('4400 Invalid message received')
    expect(await closedAfter([subscribing])).toBe('4401 Unauthorized')
    expect(await closedAfter([valid, valid])).toBe('4429 Too many initialisation requests')
    expect(await closedAfter([await init('nonsense')])).toBe('4403 Forbidden')
    expect(await closedAfter([])).toBe('4408 Connection initialisation timeout')
    const socket = open()
    const closed = once(socket, 'close')
    await once(socket, 'open')
    socket.send(valid)
    await once(socket, 'message')
    socket.send(oslo)
    socket.send(oslo)
    expect((await closed)[0]).toBe(4409)
  })

  it('takes frames of 64 KB, and is closed with 1009 for a longer one', async () => {
    expect(await closedAfter(['x'.repeat(65_536)])).toBe('4400 Invalid message received')
    expect(await closedAfter(['x'.repeat(65_537)])).toMatch(/^1009/)
  })

  it('is opened for pages of our own and of the origins that are allowed, and for no others', async () => {
    const { host } = new URL(world.url)
    const status = async (origin: string) => {
      const socket = open(PROTOCOL, { origin })
      const outcome = await Promise.race([
        once(socket, 'open').then(() => 101),
        once(socket, 'unexpected-response').then(
          ([, response]) => (response as { statusCode: number }).statusCode,
        ),
      ])
      socket.on('error', () => undefined)
      socket.terminate()
      return outcome
    }
    expect(await status(`http://${host}`)).toBe(101)
    expect(await status('https://app.example.com')).toBe(101)
    expect(await status('https://evil.example.com')).toBe(403)
  })

  it('answers queries, and refuses with the codes of any request', async () => {
    const ask = async (query: string) => {
      const token = await world.token(acme.admin)
      return subscribe('WebSocket', { url: world.url, token, query })
    }
    const query = await ask('{ viewer { name } }')
    expect(await query.rest()).toEqual([{ data: { viewer: { name: 'Ada Admin' } } }])
    const wrong = await ask('{ nothing }')
    const error = (await wrong.rest().catch(({ cause }: Error) => cause)) as {
      extensions: { code: string }
    }[]
    expect(error.map(({ extensions }) => extensions.code)).toEqual(['GRAPHQL_VALIDATION_FAILED'])
    await Promise.all([query.end(), wrong.end()])
  })
})

it('the SDK subscribes through a client of graphql-ws as well', async () => {
  const token = await world.token(acme.admin)
  const client = createSocketClient({
    ...{ url: `${world.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, lazy: true },
    connectionParams: { authorization: `Bearer ${token}` },
  })
  const km = createClient({ url: new URL('/graphql', world.url), token })
  const through = { fetch: throughSocket(client) }
  const told: string[] = []
  for await (const { isFirst, topics, node } of onProgressChanged(
    km,
    { nodeId: acme.node('LABS') },
    through,
  )) {
    told.push(`${isFirst} ${topics.join()} ${node.name}`)
    if (told.length === 2) break
    await acme.build.override(acme.node('LABS'), acme.metric('CALLS'), { label: 'Phone calls' })
  }
  expect(told).toEqual(['true  LABS', 'false CONFIGURATION LABS'])
  const unknown = onProgressChanged(km, { nodeId: 'no id' }, through)
  expect(await unknown.next()).toEqual({ done: true, value: undefined })
  await client.dispose()
})
