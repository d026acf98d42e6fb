import { createClient, getViewer, RateLimitError } from '../../sdk/index.js'
import { runDocument } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type Viewer, type World } from '../support/world.js'

const POINTS = 200

let world: World
let acme: TestCompany

// Each test is a caller of its own: a new company, or an address that a proxy in front names.
beforeAll(async () => {
  world = await startWorld(undefined, { rateLimit: { points: POINTS, seconds: 3_600 }, trustProxy: 1 })
})
beforeEach(async () => (acme = await world.company({ teams: ['OSLO'] })))
afterAll(() => world.stop())

interface Asked {
  readonly viewer?: Viewer
  readonly token?: string
  readonly from?: string
  readonly document?: string
}

async function ask({ viewer, token, from = '192.0.2.1', document = '{ __typename }' }: Asked) {
  const credential = viewer ? await world.token(viewer) : token
  const headers = { 'x-forwarded-for': from }
  const {
    status,
    errors,
    headers: told,
  } = await runDocument(world.url, { token: credential, document, headers })
  const of = (name: string) => Number(told.get(name) ?? Number.NaN)
  const [first] = errors
  return {
    status,
    code: first?.extensions?.code,
    message: first?.message,
    limit: of('ratelimit-limit'),
    remaining: of('ratelimit-remaining'),
    reset: of('ratelimit-reset'),
    retryAfter: told.get('retry-after'),
  }
}

async function askTimes(count: number, asked: Asked) {
  const answers = []
  for (let n = 0; n < count; n++) answers.push(await ask(asked))
  return answers
}

it('every answer says how much is left, of how much, and when there will be all of it again', async () => {
  const { limit, remaining, reset, retryAfter } = await ask({ viewer: acme.admin })
  expect({ limit, remaining, retryAfter }).toEqual({ limit: POINTS, remaining: POINTS - 1, retryAfter: null })
  expect(reset).toBeGreaterThan(3_500)
  expect(reset).toBeLessThanOrEqual(3_600)
})

it('the SDK says how long to wait, when that is longer than it may', async () => {
  await askTimes(POINTS, { viewer: acme.admin })
  const km = createClient({ url: `${world.url}/graphql`, token: await world.token(acme.admin) })
  const error = await getViewer(km, {}).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(RateLimitError)
  expect(error).toMatchObject({ code: 'RATE_LIMITED', retryable: true, attempts: 1 })
  const { retryAfterMs = 0 } = error as RateLimitError
  expect(retryAfterMs).toBeGreaterThan(3_000_000)
  expect(retryAfterMs).toBeLessThanOrEqual(3_600_000)
})

it('who asks too often is told how long to wait, and nothing else', async () => {
  const answers = await askTimes(POINTS + 1, { viewer: acme.admin })
  expect(answers.slice(0, POINTS).map(({ status }) => status)).toEqual(
    Array.from({ length: POINTS }, () => 200),
  )
  const { status, code, message, remaining, reset, retryAfter } = answers[POINTS]!
  expect({ status, code, remaining }).toEqual({ status: 429, code: 'RATE_LIMITED', remaining: 0 })
  expect(retryAfter).toBe(String(reset))
  expect(message).toBe(`You used more than ${POINTS} points in 3600 s, which is the limit. Wait ${reset} s.`)
})

it('each person has points of their own, wherever they ask from', async () => {
  await askTimes(POINTS, { viewer: acme.admin, from: '192.0.2.2' })
  expect((await ask({ viewer: acme.admin, from: '192.0.2.3' })).status).toBe(429)
  const other = await world.company()
  expect((await ask({ viewer: other.admin, from: '192.0.2.2' })).status).toBe(200)
})

it('who has not signed in shares the points of their address', async () => {
  await askTimes(POINTS, { from: '192.0.2.4' })
  expect((await ask({ from: '192.0.2.4' })).status).toBe(429)
  expect((await ask({ from: '192.0.2.5' })).status).toBe(200)
  expect((await ask({ viewer: acme.admin, from: '192.0.2.4' })).status).toBe(200)
})

it('only as many proxies are believed as there are: an address made up by the client counts for nothing', async () => {
  for (let n = 0; n < POINTS; n++) await ask({ from: `198.51.100.${n}, 192.0.2.6` })
  expect((await ask({ from: '203.0.113.1, 192.0.2.6' })).status).toBe(429)
})

describe('a request costs', () => {
  const costOf = async (document: string) => {
    const before = await ask({ viewer: acme.admin })
    return before.remaining - (await ask({ viewer: acme.admin, document })).remaining
  }

  it.each([
    ['1 point', 1, '{ viewer { name } }'],
    [
      '1 point for each 1,000 of its cost more',
      7,
      `{ company { users(first: 100) { nodes { ${'name '.repeat(65)} } } } }`,
    ],
    [
      'as much when it is refused for its cost',
      31,
      `{ company { users(first: 100) { nodes { ${'name '.repeat(300)} } } } }`,
    ],
    ['10 when its document is not GraphQL', 10, '{ viewer'],
    ['10 when its document does not fit the schema', 10, '{ viewer { nam } }'],
    ['10 when its document is too large', 10, `{ ${'__typename '.repeat(21)} }`],
  ])('%s', async (_, points, document) => {
    expect(await costOf(document)).toBe(points)
  })
})

describe('credentials that are not valid', () => {
  it('are refused with 429 after a hundredth of the points, which holds nobody up who has a valid one', async () => {
    const from = '192.0.2.7'
    const answers = await askTimes(4, { token: 'a.b.c', from })
    expect(answers.map(({ status, code }) => [status, code])).toEqual([
      ...[
        [401, 'UNAUTHENTICATED'],
        [401, 'UNAUTHENTICATED'],
      ],
      ...[
        [429, 'RATE_LIMITED'],
        [429, 'RATE_LIMITED'],
      ],
    ])
    expect(answers[2]!.message).toMatch(/^You used more than 2 invalid credentials in 3600 s/)
    expect((await ask({ viewer: acme.admin, from })).status).toBe(200)
    expect((await ask({ token: 'a.b.c', from: '192.0.2.8' })).status).toBe(401)
  })
})

it('what never becomes a GraphQL request is charged to its address', async () => {
  const remaining = async (body: string) => {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.9' }
    const response = await fetch(new URL('/graphql', world.url), { method: 'POST', headers, body })
    return [response.status, response.headers.get('ratelimit-remaining')]
  }
  expect(await remaining('{')).toEqual([400, String(POINTS - 1)])
  expect(await remaining('x'.repeat(1_000_001))).toEqual([413, String(POINTS - 2)])
})
