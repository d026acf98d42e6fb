import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { findPostmaster } from '../../../server/platform/database/embedded-postgres/postmaster.js'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../../server/platform/database/embedded-postgres/start-embedded-postgres.js'

const MODULE = join(
  process.cwd(),
  'dist/server/platform/database/embedded-postgres/start-embedded-postgres.js',
)

/** Another process that uses the folder, and ends when told to by Ctrl-C. */
const NEIGHBOUR = `
  import { startEmbeddedPostgres } from '${MODULE}'
  const { url, stop } = await startEmbeddedPostgres(process.argv[1], { durable: false })
  process.once('SIGINT', () => stop().then(() => process.exit()))
  console.log(url)`

describe('the PostgreSQL that comes with the server', () => {
  let parent: string
  let dir: string
  const started: EmbeddedPostgres[] = []
  const neighbours: ChildProcess[] = []

  beforeAll(() => {
    parent = mkdtempSync(join(tmpdir(), 'embedded-postgres-'))
    dir = join(parent, 'postgres')
  })

  afterEach(async () => {
    for (const neighbour of neighbours.splice(0)) await end(neighbour, 'SIGKILL')
    for (const { stop } of started.splice(0)) await stop()
  })

  afterAll(async () => {
    await (await startEmbeddedPostgres(dir, { durable: false })).stop()
    rmSync(parent, { recursive: true })
  })

  async function start(onProgress?: (text: string) => void): Promise<EmbeddedPostgres> {
    const server = await startEmbeddedPostgres(dir, { durable: false, onProgress })
    started.push(server)
    return server
  }

  async function neighbour(): Promise<{ process: ChildProcess; url: string }> {
    const child = spawn(process.execPath, ['--input-type=module', '--eval', NEIGHBOUR, dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached: true,
    })
    neighbours.push(child)
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string]
    return { process: child, url }
  }

  async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    // The whole group, as a terminal does on Ctrl-C.
    process.kill(-Number(child.pid), signal)
    await exit
  }

  const postmaster = () => findPostmaster(join(dir, 'data'))

  it('is created once, by whoever of several starting at once is first, and shared by all', async () => {
    const said: string[] = []
    mkdirSync(`${dir}.init-4194305-killed/data`, { recursive: true })
    const [one, two, other] = await Promise.all([start((text) => said.push(text)), start(), neighbour()])
    expect(two.url).toBe(one.url)
    expect(other.url).toBe(one.url)
    expect(said).toEqual([`Creating a PostgreSQL database in ${dir}, this once`])
    expect(readdirSync(parent)).toEqual(['postgres'])
  })

  it('answers on this machine only, and only to the password in a file of its owner', async () => {
    const { url } = await start()
    expect(await valueOf(url, `SELECT current_setting('listen_addresses')`)).toBe('127.0.0.1')
    const stranger = Object.assign(new URL(url), { password: 'guessed' }).href
    await expect(valueOf(stranger, 'SELECT 1')).rejects.toThrow('password authentication failed')
    expect(statSync(join(dir, 'password')).mode & 0o777).toBe(0o600)
    expect(statSync(dir).mode & 0o777).toBe(0o700)
  })

  it('orders text by code point and knows the case of every letter, whatever the machine', async () => {
    const { url } = await start()
    const words = `unnest(ARRAY['b', 'Ä', 'a', 'B', 'Z'])`
    expect(await valueOf(url, `SELECT string_agg(w, ' ' ORDER BY w) FROM ${words} AS w`)).toBe('B Z a b Ä')
    expect(await valueOf(url, `SELECT upper('älvdalen')`)).toBe('ÄLVDALEN')
    expect(await valueOf(url, 'SHOW timezone')).toBe('UTC')
  })

  it('keeps its data from one start to the next', async () => {
    const first = await start()
    await valueOf(first.url, `CREATE TABLE kept AS SELECT 'still here' AS text`)
    await first.stop()
    expect(postmaster()).toBeUndefined()
    const second = await start()
    expect(await valueOf(second.url, 'SELECT text FROM kept')).toBe('still here')
  })

  it('runs until the last server that uses it stops', async () => {
    const other = await neighbour()
    const server = await start()
    await end(other.process, 'SIGINT')
    expect(await valueOf(server.url, 'SELECT 1')).toBe(1)
    await server.stop()
    expect(postmaster()).toBeUndefined()
  })

  it('survives the kill of its server; the next start joins it and then owns stopping it', async () => {
    const killed = await neighbour()
    const before = postmaster()?.pid
    await end(killed.process, 'SIGKILL')
    const server = await start()
    expect(postmaster()?.pid).toBe(before)
    expect(server.url).toBe(killed.url)
    await server.stop()
    expect(postmaster()).toBeUndefined()
  })

  it('is not reached by Ctrl-C, so that its server can finish first', async () => {
    const { process: server } = await neighbour()
    const pid = Number(postmaster()?.pid)
    process.kill(-Number(server.pid), 'SIGSTOP')
    process.kill(-Number(server.pid), 'SIGINT')
    expect(() => process.kill(pid, 0)).not.toThrow()
    const { url } = await start()
    expect(await valueOf(url, 'SELECT 1')).toBe(1)
  })

  it('is started again on the same port when it is killed itself', async () => {
    const said: string[] = []
    const { url } = await start((text) => said.push(text))
    const before = Number(postmaster()?.pid)
    process.kill(before, 'SIGKILL')
    while (!postmaster()?.ready || postmaster()?.pid === before)
      await new Promise((done) => setTimeout(done, 20))
    expect(await valueOf(url, 'SELECT 1')).toBe(1)
    expect(said).toEqual(['PostgreSQL has gone away, starting it again'])
  })

  it('starts although its old process number now belongs to another program', async () => {
    // Not this process: PostgreSQL knows that its parent cannot be its predecessor.
    const other = spawn('sleep', ['60'])
    const stranger = [other.pid, join(dir, 'data'), 1, 5432, '', '127.0.0.1', '1 2', 'ready']
    appendFileSync(join(dir, 'data', 'postmaster.pid'), stranger.join('\n'))
    const { url } = await start()
    expect(await valueOf(url, 'SELECT 1')).toBe(1)
    other.kill()
  })

  it('says what PostgreSQL said when it cannot start', async () => {
    const config = join(dir, 'data', 'postgresql.conf')
    const before = readFileSync(config)
    appendFileSync(config, '\nmax_connections = many\n')
    await expect(start()).rejects.toThrow(/did not start:\n.*invalid value for parameter "max_connections"/)
    rmSync(config)
    appendFileSync(config, before, { mode: 0o600 })
  })

  it('does not touch a folder that holds something else', async () => {
    mkdirSync(join(parent, 'photos'))
    appendFileSync(join(parent, 'photos', 'cat.jpg'), '')
    await expect(startEmbeddedPostgres(join(parent, 'photos'), { durable: false })).rejects.toThrow(
      'holds files but no PostgreSQL database. Empty it, or choose another DATA_DIR.',
    )
    expect(existsSync(join(parent, 'photos', 'cat.jpg'))).toBe(true)
  })
})

async function valueOf(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<unknown[]>({ text: sql, rowMode: 'array' })
    return rows[0]?.[0]
  } finally {
    await client.end()
  }
}
