import { gzipSync } from 'node:zlib'
import { runDocument } from '../support/run-document.js'
import { inAllTests, startWorld } from '../support/world.js'

const { world, acme } = inAllTests((world) => world.company({ teams: ['OSLO'] }))

interface Told {
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${await world.token(acme.admin)}`
  const response = await fetch(new URL('/graphql', world.url), {
    ...{ method: 'POST', body },
    headers: { 'content-type': 'application/json', authorization, ...headers },
  })
  const { errors = [] } = (await response.json()) as Partial<Told>
  const [first] = errors
  return { status: response.status, code: first?.extensions.code, message: first?.message }
}

const QUERY = JSON.stringify({ query: '{ viewer { name } }' })

describe('a body', () => {
  it.each([
    ['gzip', gzipSync(Buffer.alloc(10_000_000, ' '))],
    ['gzip', gzipSync(QUERY)],
    ['br', Buffer.from(QUERY)],
    ['nonsense', Buffer.from(QUERY)],
  ])('in the encoding %s is refused unread', async (encoding, body) => {
    expect(await post(Uint8Array.from(body), { 'content-encoding': encoding })).toEqual({
      ...{ status: 415, code: 'BAD_REQUEST' },
      message: `A body in the encoding "${encoding}" is not read; send it as it is.`,
    })
  })

  it.each(['application/x-www-form-urlencoded', 'application/graphql', 'text/plain'])(
    'of the type %s is refused, and told which is read',
    async (type) => {
      expect(await post(QUERY, { 'content-type': type })).toEqual({
        ...{ status: 415, code: 'BAD_REQUEST' },
        message: `A body of the type "${type}" is not read; send JSON, with the header Content-Type: application/json.`,
      })
    },
  )

  it('as it is may say so', async () => {
    expect((await post(QUERY, { 'content-encoding': 'identity' })).status).toBe(200)
  })

  it('may have a million bytes, and is told how many it had when it has more', async () => {
    const body = (length: number) => QUERY.replace('{"', `{"extensions":{"x":"${'x'.repeat(length - 53)}"},"`)
    const most = body(1_000_000)
    expect(most.length).toBe(1_000_000)
    expect((await post(most)).status).toBe(200)
    expect(await post(`${most} `)).toEqual({
      ...{ status: 413, code: 'LIMIT_EXCEEDED' },
      message: 'The body has 1000001 bytes; at most 1000000 are allowed. Send several requests.',
    })
  })

  it.each(['{"query"', '{"query":"{ __typename }"', 'query { __typename }', '\0', '{"query":"\n"}'])(
    'that is not JSON, such as %j, is refused',
    async (body) => {
      expect(await post(body)).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    },
  )
})

describe('every answer', () => {
  const paths = ['/graphql', '/healthz', '/nowhere', '/schema.graphql', '/playground/session.json']

  it.each(paths)('of %s tells browsers to guess nothing, embed nothing and pass nothing on', async (path) => {
    const { headers } = await fetch(new URL(path, world.url))
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'strict-transport-security': 'max-age=31536000',
    })
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    expect(headers.get('x-request-id')).toMatch(/^[\w-]{36}$/)
  })

  it('of the API is kept by no cache', async () => {
    const { headers } = await runDocument(world.url, { document: '{ __typename }' })
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('speaks of HTTPS in production only', async () => {
    const development = await startWorld(undefined, { mode: 'development' })
    const { headers } = await fetch(new URL('/healthz', development.url))
    await development.stop()
    expect(headers.get('strict-transport-security')).toBeNull()
  })
})
