import { getIntrospectionQuery } from 'graphql'
import { startWorld, type World } from '../support/world.js'
import type { TestCompany } from '../support/test-company.js'

let world: World
let development: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
  development = await startWorld(undefined, { mode: 'development' })
  acme = await world.company()
})

afterAll(async () => {
  await world.stop()
  await development.stop()
})

interface Sent {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly search?: Readonly<Record<string, string>>
}

async function send({ method = 'POST', headers = {}, body, search = {} }: Sent, { url } = world) {
  const address = new URL(`/graphql?${new URLSearchParams(search).toString()}`, url)
  const authorization = `Bearer ${await world.token(acme.admin)}`
  const response = await fetch(address, { method, headers: { authorization, ...headers }, body })
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() }
}

const JSON_TYPE = { 'content-type': 'application/json' }
const post = (query: string, server = world) =>
  send({ headers: JSON_TYPE, body: JSON.stringify({ query }) }, server)
const LEAKED = /"data":\s*\{|Ada/

/** What the scanner graphql-cop looks for, each check by its name there. */
describe('in production graphql-cop finds no', () => {
  it('alias overloading: 101 aliases of __typename', async () => {
    const aliases = Array.from({ length: 101 }, (_, n) => `alias${n}: __typename`)
    const { status, text } = await post(`{ ${aliases.join(' ')} }`)
    expect(status).toBe(400)
    expect(text).toContain('The document has 101 aliases; at most 50 are allowed.')
    expect(text).not.toMatch(LEAKED)
  })

  it('array-based query batching: ten queries in one body', async () => {
    const batch = Array.from({ length: 10 }, () => ({ query: '{ __typename }' }))
    const { status, text } = await send({ headers: JSON_TYPE, body: JSON.stringify(batch) })
    expect(status).toBe(400)
    expect(text).not.toMatch(LEAKED)
  })

  it('directive overloading: ten unknown directives on a field, or 3,000', async () => {
    for (const count of [10, 3_000]) {
      const { status, text } = await post(`{ __typename ${'@aa'.repeat(count).slice(0, 13_000)} }`)
      expect(status).toBe(400)
      expect(text).not.toMatch(LEAKED)
    }
  })

  it('circular query by introspection: fields of types of fields of types', async () => {
    const fields = (levels: number): string =>
      levels === 0 ? 'name' : `fields { type { ${fields(levels - 1)} } }`
    const { status, text } = await post(`{ __schema { types { ${fields(4)} } } }`)
    expect(status).toBe(400)
    expect(text).toContain('Maximum introspection depth exceeded')
    expect(text).not.toMatch(LEAKED)
  })

  it.each([
    ['of a field', '{ viewer { nam } }'],
    ['of a type', 'fragment F on Teams { id } { viewer { ...F } }'],
    ['of an argument', '{ company { users(frist: 1) { totalCount } } }'],
    ['of an enum value', '{ metrics(status: ACTIV) { id } }'],
    ['of an enum value in a variable', 'query ($s: MetricStatus = ACTIV) { metrics(status: $s) { id } }'],
  ])('field suggestions, here %s; development has them', async (_, document) => {
    const inProduction = await post(document)
    expect(inProduction.status).toBe(400)
    expect(inProduction.text).not.toMatch(/did you mean/i)
    const { text } = await post(document, development)
    expect(text).toMatch(/Did you mean/)
  })

  it('suggestions for what is sent in a variable', async () => {
    const query = 'query ($s: MetricStatus) { metrics(status: $s) { id } }'
    const body = JSON.stringify({ query, variables: { s: 'ACTIV' } })
    const { status, text } = await send({ headers: JSON_TYPE, body })
    expect(status).toBe(400)
    expect(text).not.toMatch(/did you mean/i)
  })

  it('field duplication: 500 times the same field is answered once, 5,000 times not at all', async () => {
    expect((await post(`{ viewer { ${'name '.repeat(500)} } }`)).text.trim()).toBe(
      '{"data":{"viewer":{"name":"Ada Admin"}}}',
    )
    expect((await post(`{ viewer { ${'name '.repeat(5_000)} } }`)).status).toBe(400)
  })

  it('mutation over GET', async () => {
    const query =
      'mutation { createMetric(input: { key: "COP", name: "x", unit: "COUNT", defaultKind: PRIMARY }) { userErrors { code } } }'
    const headers = { accept: 'application/json' }
    expect((await send({ method: 'GET', headers, search: { query } })).status).toBe(405)
    expect(await acme.audit()).toEqual([])
  })

  it('query over GET that another site could make a browser send: it would carry no token, and a cookie is none', async () => {
    const address = new URL(`/graphql?query=${encodeURIComponent('{ viewer { name } }')}`, world.url)
    const asItIs = await fetch(address)
    expect(asItIs.status).toBe(401)
    const withCookie = await fetch(address, { headers: { cookie: `token=${await world.token(acme.admin)}` } })
    expect(withCookie.status).toBe(400)
    for (const response of [asItIs, withCookie]) expect(await response.text()).not.toMatch(LEAKED)
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'query by a form of the type %s',
    async (type) => {
      const body = new URLSearchParams({ query: '{ viewer { name } }' }).toString()
      const { status, text } = await send({ headers: { 'content-type': type }, body })
      expect(status).toBe(415)
      expect(text).not.toMatch(LEAKED)
    },
  )

  it('trace in an answer', async () => {
    const headers = { ...JSON_TYPE, 'apollo-tracing': '1', 'apollo-federation-include-trace': 'ftv1' }
    const { status, text } = await send({ headers, body: JSON.stringify({ query: '{ __typename }' }) })
    expect({ status, text: text.trim() }).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' })
  })

  it('stack trace, and none in development either', async () => {
    for (const server of [world, development]) {
      const { text } = await post('{ viewer { nam } }', server)
      expect(text).not.toMatch(/stacktrace|node_modules|\.js:\d/)
    }
  })
})

describe('what graphql-cop notes is as it is meant:', () => {
  it('the schema is public, so that introspection is answered', async () => {
    const { status, text } = await post(getIntrospectionQuery())
    expect(status).toBe(200)
    expect(text).toContain('"__schema"')
  })

  it('the playground is served to browsers, and offers no sign-in in production', async () => {
    const { type } = await send({ method: 'GET', headers: { accept: 'text/html' } })
    expect(type).toContain('text/html')
    const session = await fetch(new URL('/playground/session.json', world.url))
    expect(await session.json()).toMatchObject({ people: [] })
  })
})
