import { startWorld, type World } from '../support/world.js'

const APP = 'https://app.example.com'

let world: World

beforeAll(async () => {
  world = await startWorld(undefined, { corsOrigins: [APP, 'http://localhost:5173'] })
})

afterAll(() => world.stop())

describe('a page of another origin', () => {
  const allowed = async (origin: string, init: RequestInit = {}, path = '/graphql') => {
    const headers = { origin, 'content-type': 'application/json', ...(init.headers as object) }
    const response = await fetch(new URL(path, world.url), { ...init, headers })
    return {
      status: response.status,
      headers: response.headers,
      of: response.headers.get('access-control-allow-origin'),
    }
  }
  const ask = { method: 'POST', body: JSON.stringify({ query: '{ __typename }' }) }
  const preflight = {
    method: 'OPTIONS',
    headers: {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type',
    },
  }

  it.each([APP, 'http://localhost:5173'])('may ask when it is on the list, as %s', async (origin) => {
    const answer = await allowed(origin, ask)
    expect(answer).toMatchObject({ status: 200, of: origin })
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin')
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    expect(answer.headers.get('access-control-expose-headers')).toBe(
      'x-request-id, idempotent-replayed, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset',
    )
  })

  it('may ask first whether it may ask', async () => {
    const { status, of, headers } = await allowed(APP, preflight)
    expect({ status, of, headers: headers.get('access-control-allow-headers') }).toEqual({
      ...{ status: 204, of: APP },
      headers: 'authorization,content-type',
    })
    expect(headers.get('access-control-allow-methods')).toBe('GET, POST')
  })

  it.each(['null', 'https://app.example.com.evil.test', 'https://evil.test', 'http://app.example.com', '*'])(
    'may not when it is not, as %s',
    async (origin) => {
      expect((await allowed(origin, ask)).of).toBeNull()
      expect((await allowed(origin, preflight)).of).toBeNull()
    },
  )

  it('may not read who could be asked as', async () => {
    expect((await allowed(APP, {}, '/playground/session.json')).of).toBeNull()
  })

  it('may not at all unless some are listed', async () => {
    const closed = await startWorld()
    const headers = { origin: APP, ...preflight.headers }
    const response = await fetch(new URL('/graphql', closed.url), { method: 'OPTIONS', headers })
    await closed.stop()
    expect({ status: response.status, of: response.headers.get('access-control-allow-origin') }).toEqual({
      ...{ status: 404, of: null },
    })
  })
})
