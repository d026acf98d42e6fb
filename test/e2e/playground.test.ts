import { resolve } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { prefersHtml, registerPlayground } from '../../server/platform/http/playground.js'

const BROWSER = 'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8'
const INGRID = {
  name: 'Ingrid',
  email: 'ingrid@acme.test',
  company: 'ACME',
  companyId: '1',
  role: 'Company admin',
  token: 't0k3n',
}
const WHO_AM_I = {
  group: 'Look around',
  name: 'Who am I',
  description: 'The viewer.',
  document: '{ viewer { name } }',
}

let app: FastifyInstance
let origin: string

const get = (path: string, headers: Record<string, string> = {}) => fetch(new URL(path, origin), { headers })
const getPage = () => get('/graphql', { accept: BROWSER })

async function assetsOfPage(): Promise<string[]> {
  const html = await (await getPage()).text()
  const addresses = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address ?? '')
  return addresses.map((address) => new URL(address, `${origin}/graphql`).href)
}

beforeAll(async () => {
  app = Fastify()
  const graphql = async () => ({ data: 'from GraphQL' })
  app.get('/graphql', graphql)
  const assetsDir = resolve('dist/playground')
  await registerPlayground(app, {
    assetsDir,
    examples: async (company) => [{ ...WHO_AM_I, ...(company && { variables: company }) }],
    people: async () => [INGRID, { ...INGRID, companyId: '2' }],
  })
  app.post('/graphql', graphql)
  origin = await app.listen({ port: 0, host: '127.0.0.1' })
})

afterAll(() => app.close())

describe('GET /graphql', () => {
  it('is the playground to a browser', async () => {
    const response = await getPage()
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('vary')).toContain('accept')
    expect(await response.text()).toContain('<title>Key Metrics playground</title>')
  })

  it('is the playground to a browser that follows a link to a query', async () => {
    const response = await get('/graphql?query=%7Bviewer%7D', { accept: BROWSER })
    expect(response.headers.get('content-type')).toContain('text/html')
  })

  it.each([
    'application/json',
    'application/graphql-response+json',
    '*/*',
    'application/json, text/html;q=0.5',
  ])('is GraphQL to a client that accepts %s', async (accept) => {
    const response = await get('/graphql?query=%7Bviewer%7D', { accept })
    expect(await response.json()).toEqual({ data: 'from GraphQL' })
  })
})

describe('GET /', () => {
  it('leads a browser to the playground, also below a prefix of a proxy', async () => {
    const response = await fetch(new URL('/', origin), { headers: { accept: BROWSER }, redirect: 'manual' })
    expect([response.status, response.headers.get('location')]).toEqual([302, 'graphql'])
    expect((await get('/', { accept: BROWSER })).url).toBe(`${origin}/graphql`)
  })

  it('is nothing to anybody else', async () => {
    expect((await get('/', { accept: 'application/json' })).status).toBe(404)
  })
})

it('leaves POST /graphql alone, whatever the client accepts', async () => {
  const response = await fetch(new URL('/graphql', origin), { method: 'POST', headers: { accept: BROWSER } })
  expect(await response.json()).toEqual({ data: 'from GraphQL' })
})

describe('the page', () => {
  it('may load from its own origin only', async () => {
    const { headers } = await getPage()
    const policy = headers.get('content-security-policy') ?? ''
    const sources = policy.split(';').flatMap((directive) => directive.trim().split(/\s+/).slice(1))
    expect(new Set(sources)).toEqual(new Set(["'none'", "'self'", "'unsafe-inline'", 'data:']))
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('refers to nothing outside of its own origin', async () => {
    const assets = await assetsOfPage()
    expect(assets.length).toBeGreaterThanOrEqual(4)
    expect(assets.filter((address) => !address.startsWith(`${origin}/playground/`))).toEqual([])
  })

  it.each(['gzip', 'br'])(
    'gets every file of the right type, for ever, compressed with %s',
    async (encoding) => {
      for (const address of await assetsOfPage()) {
        const { status, headers } = await get(address, { 'accept-encoding': encoding })
        const extension = new URL(address).pathname.split('.').at(-1) ?? ''
        expect([address, status, headers.get('content-encoding')]).toEqual([address, 200, encoding])
        expect(headers.get('content-type')).toMatch(
          { js: /javascript/, css: /css/, svg: /svg/ }[extension] ?? /^$/,
        )
        expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
        expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      }
    },
  )
})

describe('/playground/session.json', () => {
  it('tells whom one may ask as and what one may try', async () => {
    const response = await get('/playground/session.json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await response.json()).toMatchObject({
      people: [INGRID, {}],
      companyId: '1',
      examples: [{ ...WHO_AM_I, variables: '1' }],
    })
  })

  it('tells the examples of the company that is asked for', async () => {
    const response = await get('/playground/session.json?company=2')
    expect(await response.json()).toMatchObject({ companyId: '2', examples: [{ variables: '2' }] })
  })

  it.each(['cross-site', 'same-site'])('gives no tokens to a %s page', async (site) => {
    const response = await get('/playground/session.json', { 'sec-fetch-site': site })
    expect(response.status).toBe(403)
    expect(await response.text()).not.toContain(INGRID.token)
  })
})

it('says what to do when the playground is not built', async () => {
  const options = { assetsDir: '/nowhere', examples: async () => [], people: async () => [] }
  await expect(registerPlayground(Fastify(), options)).rejects.toThrow(
    'The playground is not built: no index.html in /nowhere. Run "npm run build".',
  )
})

describe('prefersHtml', () => {
  it.each([
    [BROWSER, true],
    ['text/html', true],
    ['TEXT/HTML;q=0.9, application/json;q=0.8', true],
    ['text/html, application/json', false],
    ['text/html;q=0', false],
    ['application/*, text/html;q=0.9', false],
    ['*/*', false],
    [undefined, false],
  ])('%s: %s', (accept, expected) => {
    expect(prefersHtml(accept)).toBe(expected)
  })
})
