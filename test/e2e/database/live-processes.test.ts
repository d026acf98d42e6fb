import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { createClient } from '../../../sdk/index.js'
import { onProgressChanged } from '../../../sdk/live.js'
import { subscribe, until } from '../../support/live.js'
import { inShort, liveCompany, PROGRESS, type ProgressAnswer } from '../../support/live-company.js'
import { runDocument } from '../../support/run-document.js'
import { startServerProcess, type ServerProcess } from '../../support/server-process.js'
import { inEachTest } from '../../support/world.js'

const { world, acme } = inEachTest(liveCompany)

const LOG = `mutation ($input: LogActivityInput!) { logActivity(input: $input) { userErrors { code } } }`
const running: ServerProcess[] = []
afterEach(async () => {
  for (const one of running.splice(0)) await one.terminate()
})

async function serverOn(port = 0): Promise<ServerProcess> {
  const { url } = world.database.options as { url: string }
  const server = await startServerProcess(url, { PORT: String(port), LOG_LEVEL: 'error' })
  running.push(server)
  return server
}

/** A port that nobody listens on, so that a server can come back on it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function logThrough({ url }: { readonly url: string }, token: string): Promise<void> {
  const input = { activityTypeId: acme.activityType('CALL'), userId: acme.person('pia@acme.test') }
  const { errors } = await runDocument(url, { document: LOG, variables: { input }, token })
  expect(errors).toEqual([])
}

it('an activity logged through one process reaches a subscriber of another', async () => {
  const [one, other] = [await serverOn(), await serverOn()]
  const token = await world.token(acme.admin)
  const asked = { url: other.url, token, query: PROGRESS, variables: { nodeId: acme.node('OSLO') } }
  const oslo = subscribe<NonNullable<ProgressAnswer['data']>>('WebSocket', asked)
  expect(inShort(await oslo.next())).toBe('FIRST OSLO CALLS 0 of null')
  const delays: number[] = []
  for (let count = 1; count <= 10; count++) {
    await logThrough(one, token)
    const logged = performance.now()
    expect(inShort(await oslo.next())).toBe(`ACTIVITIES OSLO CALLS ${count} of null`)
    delays.push(performance.now() - logged)
  }
  const [median, most] = [delays.sort((a, b) => a - b)[5]!, delays.at(-1)!]
  process.stdout.write(
    `from one process to another: median ${median.toFixed(0)} ms, at most ${most.toFixed(0)} ms\n`,
  )
  await oslo.end()
})

it('a server that is stopped lets go of its subscribers, and they resume with the next one without a gap', async () => {
  const port = await freePort()
  const [one, other] = [await serverOn(), await serverOn(port)]
  const token = await world.token(acme.admin)
  const km = createClient({ url: new URL('/graphql', other.url), token, backoffMs: 50 })
  const stop = new AbortController()
  const told: string[] = []
  const following = (async () => {
    const events = onProgressChanged(km, { nodeId: acme.node('OSLO') }, { signal: stop.signal })
    for await (const { isFirst, node } of events) {
      const calls = node.effectiveKeyMetrics!.find(({ metric }) => metric.key === 'CALLS')
      told.push(`${isFirst ? 'FIRST ' : ''}${calls?.progress?.actual}`)
    }
  })()
  await until(() => told.length === 1)
  await logThrough(one, token)
  await until(() => told.length === 2)

  running.splice(running.indexOf(other), 1)
  expect(await other.terminate()).toBe(0)
  await logThrough(one, token)
  await serverOn(port)
  await until(() => told.length === 3, 20_000)
  await logThrough(one, token)
  await until(() => told.length === 4)
  expect(told).toEqual(['FIRST 0', '1', 'FIRST 2', '3'])
  stop.abort()
  await expect(following).rejects.toMatchObject({ name: 'AbortedError' })
})
