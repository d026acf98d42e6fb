import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { start, type Running } from '../../server/app/start.js'
import { readConfig } from '../../server/platform/config.js'
import type { PlaygroundSession } from '../../server/platform/http/playground.js'
import { emptyDatabaseUrl } from '../support/database.js'
import { runDocument } from '../support/run-document.js'
import { REFUSED } from '../support/token-workshop.js'
import { JWT_SECRET } from '../support/world.js'

const OIDC = { OIDC_ISSUER: 'https://login.example.com', OIDC_AUDIENCE: 'key-metrics' }
const TOKEN = /eyJ[\w-]+\.[\w-]+\.[\w-]+/g

let dataDir: string
let databaseUrl: string
let running: Running
let told: string[]

/** The whole product, as `npm start` brings it up, on one and the same database in either mode. */
async function startIn(mode: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  told = []
  running = await start(readConfig(environment(mode, env)), (line) => told.push(line))
}

const environment = (NODE_ENV: string, env: NodeJS.ProcessEnv) => ({
  ...{ NODE_ENV, PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent' },
  ...{ DATABASE_URL: databaseUrl, DATA_DIR: dataDir, ...env },
})

beforeAll(async () => {
  databaseUrl = await emptyDatabaseUrl('doors')
  dataDir = mkdtempSync(join(tmpdir(), 'doors-'))
})

afterAll(() => rmSync(dataDir, { recursive: true }))

const session = async () =>
  (await (await fetch(new URL('/playground/session.json', running.url))).json()) as PlaygroundSession
const ask = (token: string) => runDocument(running.url, { token, document: '{ viewer { email } }' })

/** `npm run token -- <email>` as npm runs it. */
function tokenCommand(email: string, mode: string, env: NodeJS.ProcessEnv = {}) {
  const args = ['dist/server/cli/token.js', email]
  const given = { ...process.env, ...environment(mode, env) }
  return promisify(execFile)(process.execPath, args, { env: given }).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  )
}

let developmentToken: string

describe('in development', () => {
  beforeAll(() => startIn('development'))
  afterAll(() => running.stop())

  it('the welcome offers tokens of people, which work', async () => {
    const tokens = told.join('\n').match(TOKEN) ?? []
    expect(tokens.length).toBeGreaterThanOrEqual(8)
    for (const token of tokens) expect((await ask(token)).status).toBe(200)
  })

  it('the playground offers people to ask as, whose tokens work', async () => {
    const { people } = await session()
    expect(people.length).toBeGreaterThanOrEqual(8)
    for (const { email, token } of people) expect((await ask(token)).data).toEqual({ viewer: { email } })
    developmentToken = people[0]!.token
  })

  it('npm run token prints a token of anybody, which works', async () => {
    const email = (await session()).people[0]!.email
    const { stdout, stderr } = await tokenCommand(email, 'development')
    const [token = ''] = stdout.match(TOKEN) ?? []
    expect({ stderr, data: (await ask(token)).data }).toEqual({ stderr: '', data: { viewer: { email } } })
  })
})

describe.each<[string, NodeJS.ProcessEnv]>([
  ['a secret', { JWT_SECRET }],
  ['a provider', OIDC],
])('in production with %s, the same people there', (_, env) => {
  beforeAll(() => startIn('production', env))
  afterAll(() => running.stop())

  it('the welcome names nobody', () => {
    expect(told.join('\n')).not.toMatch(/@|eyJ|npm run token|Ctrl/)
    expect(told.join('\n')).toContain('Key Metrics is up.')
  })

  it('the playground offers nobody, and its examples name nothing of anybody', async () => {
    const { people, examples } = await session()
    expect(people).toEqual([])
    expect(JSON.stringify(examples)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  it('npm run token refuses, and prints no token', async () => {
    const { code, stdout, stderr } = await tokenCommand('anybody@acme.test', 'production', env)
    expect(code).toBe(1)
    expect(stderr).toContain('Tokens are issued here in development only (NODE_ENV is production).')
    expect(stdout + stderr).not.toMatch(TOKEN)
  })

  it('a token that development issued under its own secret is refused, though the secret still lies there', async () => {
    expect(developmentToken).toMatch(TOKEN)
    expect(await ask(developmentToken)).toMatchObject(REFUSED)
  })
})
