import { randomBytes } from 'node:crypto'
import { migrate } from '../../server/app/migrate.js'
import { createLog } from '../../server/platform/log.js'
import { emptyDatabaseUrl } from '../support/database.js'
import { encoded, forgedToken, hmac, inSeconds } from '../support/forged-token.js'
import { startIdentityProvider, type IdentityProvider } from '../support/identity-provider.js'
import { rowsOf } from '../support/rows.js'
import { runDocument } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { JWT_SECRET, startWorld, type World } from '../support/world.js'

let world: World
let acme: TestCompany
let provider: IdentityProvider
const log: string[] = []
const answers: string[] = []

beforeAll(async () => {
  provider = await startIdentityProvider()
  const databaseUrl = await emptyDatabaseUrl('secrets')
  await migrate(databaseUrl)
  const settings = {
    provider: provider.settings,
    log: createLog('trace', { write: (line) => void log.push(line) }),
  }
  world = await startWorld(databaseUrl, settings)
  acme = await world.company()
})

afterAll(async () => {
  await world.stop()
  await provider.stop()
})

const CANARY = `canary${randomBytes(8).toString('hex')}`

/** With the marker in a claim and in the header, for whoever would log what is in it; the letters are found anyway. */
function marked(claims: object = {}, secret = JWT_SECRET): string {
  const ours = { iss: 'key-metrics', aud: 'key-metrics-api', sub: acme.admin.userId, company: acme.id }
  const times = { iat: inSeconds(0), exp: inSeconds(3600) }
  return forgedToken(
    { alg: 'HS256', typ: 'at+jwt', kid: CANARY },
    { ...ours, ...times, jti: CANARY, ...claims },
    hmac(secret),
  )
}

const sent: string[] = []

async function send(token: string, document = '{ viewer { name } }'): Promise<number> {
  sent.push(token)
  const { status, text, headers } = await runDocument(world.url, { token, document })
  answers.push(text, JSON.stringify([...headers]))
  return status
}

/** Does `work` while a table is not there. */
async function without(table: string, work: () => Promise<void>): Promise<void> {
  await world.database.query(`ALTER TABLE ${table} RENAME TO gone`)
  await work().finally(() => world.database.query(`ALTER TABLE gone RENAME TO ${table}`))
}

it('a token is in no log line, no answer and no audit entry, whatever becomes of the request', async () => {
  const create = `mutation { createMetric(input: { key: "A", name: "x", unit: "COUNT", defaultKind: PRIMARY }) { userErrors { code } } }`
  expect(await send(marked(), create)).toBe(200)
  expect(await send(marked(), '{ not graphql')).toBe(400)
  expect(await send(marked({}, 'x'.repeat(40)))).toBe(401)
  expect(await send(marked({ exp: inSeconds(-60) }))).toBe(401)
  expect(await send(CANARY)).toBe(401)
  expect(await send(`${CANARY}.${encoded(CANARY)}.x`)).toBe(401)
  await without('app_user', async () => expect(await send(marked())).toBe(500))
  await without('metric', async () => void (await send(marked(), '{ metrics { key } }')))
  const key = provider.publish(CANARY)
  const unknown = provider.claims({ email: 'x@y.test', jti: CANARY })
  expect(await send(provider.token(key, unknown))).toBe(403)
  await provider.stop()
  expect(await send(provider.token({ ...key, kid: `${CANARY}2` }, unknown))).toBe(401)

  expect(log.join('')).toContain('"msg":"fault"')
  const audit = JSON.stringify(await rowsOf(world.database, acme.id))
  expect(audit).toContain('createMetric')
  const parts = new Set(sent.flatMap((token) => token.split('.')).filter((part) => part.length > 12))
  for (const written of [log.join(''), answers.join(''), audit]) {
    expect([CANARY, JWT_SECRET, ...parts].filter((secret) => written.includes(secret))).toEqual([])
  }
})

it('a provider that fails is logged with its reason, and without the token', async () => {
  const down = await startIdentityProvider()
  await down.stop()
  const lines: string[] = []
  const other = await startWorld(undefined, {
    provider: down.settings,
    log: createLog('warn', { write: (line) => void lines.push(line) }),
  })
  const token = down.token(provider.publish('key'), down.claims({ email: CANARY }))
  expect((await runDocument(other.url, { token, document: '{ viewer { name } }' })).status).toBe(503)
  expect(lines.join('')).toContain('the identity provider does not answer')
  expect(lines.join('')).toContain('fetch failed')
  for (const part of [CANARY, ...token.split('.')]) expect(lines.join('')).not.toContain(part)
  await other.stop()
})
