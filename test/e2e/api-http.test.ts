import { readFile } from 'node:fs/promises'
import { runDocument } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company()
})

afterAll(() => world.stop())

/** Any request, as one may send it by hand. */
async function send(
  path: string,
  init: RequestInit = {},
): Promise<{ status: number; headers: Headers; text: string }> {
  const response = await fetch(new URL(path, world.url), init)
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const authorization = async () => `Bearer ${await world.token(acme.admin)}`

describe('the request id', () => {
  const idOf = async (sent?: string) => {
    const headers = sent === undefined ? undefined : { 'x-request-id': sent }
    return (await runDocument(world.url, { document: '{ __typename }', headers })).headers.get('x-request-id')
  }

  it('comes back as it was sent', async () => {
    expect(await idOf('trace-1:a/b.c_d+e=')).toBe('trace-1:a/b.c_d+e=')
  })

  it('is made up where none was sent, or none that is fit for a log', async () => {
    const madeUp = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/
    for (const sent of [undefined, '', ' ', 'a b', '<script>', 'x'.repeat(129)])
      expect(await idOf(sent)).toMatch(madeUp)
    expect(await idOf()).not.toBe(await idOf())
  })

  it('comes with every answer, also with what is not found', async () => {
    for (const path of ['/healthz', '/nowhere', '/graphql'])
      expect((await send(path, { headers: { 'x-request-id': 'r1' } })).headers.get('x-request-id')).toBe('r1')
  })
})

describe('POST /graphql', () => {
  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
  ])('of the type %s is refused: a form of another site could send it', async (type) => {
    const body = '{"query":"{ viewer { name } }"}'
    const headers = { 'content-type': type, authorization: await authorization() }
    const { status, text } = await send('/graphql', { method: 'POST', headers, body })
    expect([400, 415]).toContain(status)
    expect(text).not.toContain('Ada')
  })

  it.each(['{', '', '[]', '"x"', 'null', '{}', '{"query":1}', '{"query":"{ __typename }","variables":[]}'])(
    'with the body %s is refused',
    async (body) => {
      const headers = { 'content-type': 'application/json', authorization: await authorization() }
      const { status, text } = await send('/graphql', { method: 'POST', headers, body })
      expect(status).toBe(400)
      const { errors } = JSON.parse(text) as { errors: { extensions: { code: string } }[] }
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_REQUEST'])
    },
  )

  it('of several requests in one body is refused', async () => {
    const body = JSON.stringify([{ query: '{ viewer { name } }' }, { query: '{ viewer { name } }' }])
    const headers = { 'content-type': 'application/json', authorization: await authorization() }
    const { status, text } = await send('/graphql', { method: 'POST', headers, body })
    expect(status).toBe(400)
    const message =
      'The body is a list of 2 requests; one at a time is answered. Ask for several things in one operation, or send several requests.'
    expect(JSON.parse(text)).toEqual({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
  })

  it('of more than a megabyte is refused with 413', async () => {
    const body = JSON.stringify({ query: '{ __typename }', variables: { a: 'x'.repeat(1_000_000) } })
    const headers = { 'content-type': 'application/json' }
    expect((await send('/graphql', { method: 'POST', headers, body })).status).toBe(413)
  })
})

describe('GET /graphql', () => {
  const get = async (query: string) => {
    const headers = { accept: 'application/json', authorization: await authorization() }
    return send(`/graphql?query=${encodeURIComponent(query)}`, { headers })
  }

  it('answers a query', async () => {
    const { status, text } = await get('{ viewer { name } }')
    expect({ status, text: text.trim() }).toEqual({
      status: 200,
      text: '{"data":{"viewer":{"name":"Ada Admin"}}}',
    })
  })

  it('changes nothing: a mutation is refused with 405', async () => {
    const { status, headers } = await get(
      'mutation { createMetric(input: { key: "GOT", name: "x", unit: "COUNT", defaultKind: PRIMARY }) { userErrors { code } } }',
    )
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'POST' })
    expect(await acme.audit()).toEqual([])
  })
})

describe('a request that carries a cookie, which a browser sends along whoever asks,', () => {
  const path = `/graphql?query=${encodeURIComponent('{ __typename }')}`
  const cookie = 'session=1'

  it('is refused when a page of another site could have made it', async () => {
    for (const init of [{ headers: { cookie } }, { method: 'POST', headers: { cookie } }]) {
      const { status, text } = await send(path, init)
      expect(status).toBe(400)
      expect(text).toContain(
        'A request with cookies is answered only with one of the headers authorization, ',
      )
    }
  })

  it.each([
    ['authorization', async () => ({ authorization: await authorization() })],
    ['apollo-require-preflight', async () => ({ 'apollo-require-preflight': '1' })],
    ['x-apollo-operation-name', async () => ({ 'x-apollo-operation-name': 'Q' })],
  ])('is answered with the header %s, which it could not have', async (_, header) => {
    expect((await send(path, { headers: { cookie, ...(await header()) } })).status).toBe(200)
  })

  it('is answered with a body of JSON, which it could not have', async () => {
    const headers = { cookie, 'content-type': 'application/json' }
    const body = '{"query":"{ __typename }"}'
    expect((await send('/graphql', { method: 'POST', headers, body })).status).toBe(200)
  })
})

it.each(['PUT', 'DELETE', 'PATCH'])(
  '%s /graphql is refused, with the methods that are not',
  async (method) => {
    const { status, headers } = await send('/graphql', { method })
    expect({ status, allow: headers.get('allow') }).toEqual({ status: 405, allow: 'GET, POST' })
  },
)

describe('a document that is wrong is answered with', () => {
  const status = async (accept: string | null, query: string) => {
    const headers = { 'content-type': 'application/json', ...(accept !== null && { accept }) }
    const body = JSON.stringify({ query })
    return (await send('/graphql', { method: 'POST', headers, body })).status
  }

  it.each(['{', '{ nothing }', 'query A { __typename } query B { __typename }'])(
    '200 for whoever takes application/json alone, 400 for everybody else: %s',
    async (query) => {
      expect(await status('application/json', query)).toBe(200)
      expect(await status('application/json; charset=utf-8', query)).toBe(200)
      for (const accept of [null, '*/*', 'application/graphql-response+json', 'application/json, */*'])
        expect(await status(accept, query)).toBe(400)
    },
  )

  it('400 for everybody when it asks for too much', async () => {
    expect(await status('application/json', `{ ${'__typename '.repeat(21)} }`)).toBe(400)
  })
})

describe('beside the API', () => {
  it('/healthz says that the process answers, /readyz that it may be sent requests', async () => {
    expect(await send('/healthz')).toMatchObject({ status: 200, text: '{"status":"ok"}' })
    expect(await send('/readyz')).toMatchObject({ status: 200, text: '{"status":"ready"}' })
  })

  it('/schema.graphql is the schema as it is committed', async () => {
    const { status, text, headers } = await send('/schema.graphql')
    expect({ status, type: headers.get('content-type') }).toEqual({
      status: 200,
      type: 'text/plain; charset=utf-8',
    })
    expect(text).toBe(await readFile('schema.graphql', 'utf8'))
  })

  it('/schema.graphql is not sent again to whoever has it', async () => {
    const etag = (await send('/schema.graphql')).headers.get('etag')!
    expect(etag).toMatch(/^"[\w-]{43}"$/)
    const answerTo = async (tags: string) => {
      const { status, text } = await send('/schema.graphql', { headers: { 'if-none-match': tags } })
      return { status, length: text.length }
    }
    for (const tags of [etag, `W/${etag}`, `"other", ${etag}`, '*'])
      expect(await answerTo(tags)).toEqual({ status: 304, length: 0 })
    expect((await answerTo('"other"')).status).toBe(200)
  })

  it('no answer says what the server is made of', async () => {
    const { headers } = await send('/graphql')
    expect([headers.get('x-powered-by'), headers.get('server')]).toEqual([null, null])
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
