import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { emptyDatabaseUrl } from '../support/database.js'
import { runDocument } from '../support/run-document.js'
import { startServerProcess } from '../support/server-process.js'
import { startWorld } from '../support/world.js'

it('a server that is told to stop is not ready at once, goes on answering for as long as it is set, then ends', async () => {
  const server = await startServerProcess(await emptyDatabaseUrl('leaving'), { STOP_DELAY_SECONDS: '2' })
  const statusOf = async (path: string) => (await fetch(new URL(path, server.url))).status
  expect(await statusOf('/readyz')).toBe(200)
  const ended = server.terminate()
  while ((await statusOf('/readyz')) === 200) await wait(10)
  expect(await statusOf('/readyz')).toBe(503)
  expect(await statusOf('/healthz')).toBe(200)
  expect((await runDocument(server.url, { document: '{ __typename }' })).status).toBe(200)
  expect(await ended).toBe(0)
  await expect(fetch(server.url)).rejects.toThrow('fetch failed')
})

it.each([
  ['on which nothing was asked', ''],
  ['on which a request is never sent to its end', 'GET /healthz HTTP/1.1\r\nhost:'],
])('a server ends although somebody keeps a connection %s', async (_, sent) => {
  const world = await startWorld()
  const { hostname, port } = new URL(world.url)
  const client = connect(Number(port), hostname).on('error', () => undefined)
  await new Promise((resolve) => client.once('connect', resolve))
  if (sent !== '') client.write(sent)
  const letGo = new Promise((resolve) => client.once('close', () => resolve('let go')))
  const ended = world.stop().then(() => letGo)
  expect(await Promise.race([ended, wait(5_000, 'still kept', { ref: false })])).toBe('let go')
})
