import { createServer, connect } from 'node:net'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'

const BEGINNINGS = /^\s*(begin|start transaction|commit|rollback|set)\b/i

/** Long enough for whatever a server does again and again, each second at the least. */
const IDLE_MS = 2_500

/**
 * A way to the PostgreSQL at `url` that counts the statements that pass, whoever sends them: those that ask for
 * something, without what starts, ends or prepares a transaction. What the server says by itself while nobody asks
 * anything is learned by `learnIdle`, and counts no more.
 */
export async function countingProxy(url) {
  const { hostname, port } = new URL(url)
  const seen = { statements: 0, idle: new Set(), isIdle: false }
  const server = createServer((client) => {
    const upstream = connect(Number(port) || 5432, hostname)
    const read = statementReader((text) => {
      if (seen.isIdle) seen.idle.add(text)
      else if (!seen.idle.has(text)) seen.statements += 1
    })
    client.on('data', (bytes) => {
      read(bytes)
      upstream.write(bytes)
    })
    upstream.pipe(client)
    for (const socket of [client, upstream]) {
      socket.on('error', () => undefined)
      socket.on('close', () => (socket === client ? upstream : client).destroy())
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const own = { hostname: '127.0.0.1', port: String(server.address().port) }
  const learnIdle = async () => {
    seen.isIdle = true
    await setTimeout(IDLE_MS)
    seen.isIdle = false
  }
  return { url: Object.assign(new URL(url), own).href, seen, learnIdle, close: () => server.close() }
}

/** Reads what a client sends by the protocol of PostgreSQL, version 3: after the first message, a letter and a length. */
function statementReader(count) {
  let rest = Buffer.alloc(0)
  let isStarted = false
  const textOf = { statement: new Map(), portal: new Map() }
  return (bytes) => {
    rest = Buffer.concat([rest, bytes])
    for (;;) {
      const head = isStarted ? 1 : 0
      if (rest.length < head + 4) return
      const end = head + rest.readUInt32BE(head)
      if (rest.length < end) return
      if (isStarted) note(String.fromCharCode(rest[0]), rest.subarray(5, end), textOf, count)
      isStarted = true
      rest = rest.subarray(end)
    }
  }
}

function note(kind, body, textOf, count) {
  const [first, second = ''] = body.toString('latin1').split('\0')
  if (kind === 'P') textOf.statement.set(first, second)
  if (kind === 'B') textOf.portal.set(first, textOf.statement.get(second) ?? '')
  const text = { Q: first, E: textOf.portal.get(first) }[kind]
  if (text !== undefined && !BEGINNINGS.test(text)) count(text)
}
