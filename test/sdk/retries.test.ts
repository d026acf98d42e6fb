import {
  getTeam,
  hideKeyMetric,
  HttpError,
  NetworkError,
  RateLimitError,
  ServerError,
} from '../../sdk/index.js'
import {
  answers,
  breaksOff,
  failureOf,
  fails,
  gives,
  serverThat,
  stopServers,
} from './support/misbehaving-server.js'

const OSLO = { team: { id: 'OSLO' } }
const HIDDEN = { hideKeyMetric: { node: { id: 'OSLO', version: 2 }, userErrors: [] } }
const INPUT = { nodeId: 'OSLO', metricId: 'REV', expectedVersion: 1 }
const timed = async (work: Promise<unknown>) => {
  const startedAt = performance.now()
  await work
  return performance.now() - startedAt
}

afterEach(stopServers)

describe('a call is repeated', () => {
  it.each([408, 425, 429, 502, 503, 504])('after HTTP %d', async (status) => {
    const server = await serverThat(answers({}, status), gives(OSLO))
    expect(await getTeam(server.client(), { id: 'OSLO' })).toEqual({ id: 'OSLO' })
    expect(server.received).toHaveLength(2)
  })

  it('after HTTP 503 with Retry-After: 1, not before a second is over', async () => {
    const server = await serverThat(answers({}, 503, { 'retry-after': '1' }), gives(OSLO))
    const ms = await timed(getTeam(server.client(), { id: 'OSLO' }))
    expect(ms).toBeGreaterThanOrEqual(990)
    expect(ms).toBeLessThan(1_500)
  })

  it('after HTTP 429 with Retry-After as a date, not before that date', async () => {
    const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000)
    const server = await serverThat(answers({}, 429, { 'retry-after': date.toUTCString() }), gives(OSLO))
    await getTeam(server.client(), { id: 'OSLO' })
    expect(Date.now()).toBeGreaterThanOrEqual(date.getTime() - 5)
  })

  it.each(['RATE_LIMITED', 'OVERLOADED', 'IDEMPOTENCY_IN_PROGRESS'])(
    'after %s inside a 200',
    async (code) => {
      const server = await serverThat(fails(code), gives(OSLO))
      expect(await getTeam(server.client(), { id: 'OSLO' })).toEqual({ id: 'OSLO' })
    },
  )

  it('when the connection breaks under a query', async () => {
    const server = await serverThat(breaksOff, breaksOff, gives(OSLO))
    expect(await getTeam(server.client(), { id: 'OSLO' })).toEqual({ id: 'OSLO' })
  })

  it('when the connection breaks after a mutation was committed, under the same idempotency key', async () => {
    const committed = new Set<unknown>()
    const server = await serverThat((response, { headers }) => {
      const again = committed.has(headers['idempotency-key'])
      committed.add(headers['idempotency-key'])
      return again ? gives(HIDDEN)(response, server.received[0]!) : breaksOff(response, server.received[0]!)
    })
    const { node } = await hideKeyMetric(server.client(), INPUT)
    expect(node).toEqual({ id: 'OSLO', version: 2 })
    expect(server.received).toHaveLength(2)
    expect(committed.size).toBe(1)
  })

  it('twice by default, with a longer pause each time', async () => {
    const server = await serverThat(breaksOff)
    const delays: number[] = []
    const onEvent = (event: object) => 'delayMs' in event && delays.push(event.delayMs as number)
    const error = await failureOf<NetworkError>(
      getTeam(server.client({ onEvent, backoffMs: 20 }), { id: 'OSLO' }),
    )
    expect(error).toBeInstanceOf(NetworkError)
    expect(error).toMatchObject({ attempts: 3, retryable: true })
    const [first = 0, second = 0] = delays
    expect([first >= 10, first <= 20, second >= 20, second <= 40]).toEqual([true, true, true, true])
  })
})

describe('a call is not repeated', () => {
  it.each([400, 404, 500, 501])('after HTTP %d', async (status) => {
    const server = await serverThat(answers('no GraphQL here', status))
    const error = await failureOf<HttpError>(getTeam(server.client(), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(HttpError)
    expect(error).toMatchObject({ status, attempts: 1, retryable: false })
  })

  it('after a fault of the server inside a 200', async () => {
    const server = await serverThat(fails('INTERNAL_SERVER_ERROR'))
    expect(await failureOf(getTeam(server.client(), { id: 'OSLO' }))).toBeInstanceOf(ServerError)
    expect(server.received).toHaveLength(1)
  })

  it('when the caller wants no repetition', async () => {
    const server = await serverThat(answers({}, 503), gives(OSLO))
    const error = await failureOf<HttpError>(getTeam(server.client(), { id: 'OSLO' }, { retries: 0 }))
    expect(error).toMatchObject({ status: 503, retryable: true })
  })

  it('when the server asks for more patience than the deadline leaves; the error says how much', async () => {
    const server = await serverThat(answers({}, 429, { 'retry-after': '3600' }))
    const error = await failureOf<RateLimitError>(getTeam(server.client(), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(RateLimitError)
    expect(error).toMatchObject({ code: 'RATE_LIMITED', retryAfterMs: 3_600_000, attempts: 1 })
  })
})

describe('an idempotency key', () => {
  it('is new for every mutation, and queries carry none', async () => {
    const server = await serverThat(gives(HIDDEN), gives(HIDDEN), gives(OSLO))
    const km = server.client()
    await hideKeyMetric(km, INPUT)
    await hideKeyMetric(km, INPUT)
    await getTeam(km, { id: 'OSLO' })
    const [first, second, query] = server.received.map(({ headers }) => headers['idempotency-key'])
    expect(first).toMatch(/^[\d-]{20,}$/)
    expect(second).not.toBe(first)
    expect(query).toBeUndefined()
  })

  it('may be the caller’s own, so that it survives a restart', async () => {
    const server = await serverThat(gives(HIDDEN))
    await hideKeyMetric(server.client(), INPUT, { headers: { 'idempotency-key': 'order-17' } })
    expect(server.received[0]?.headers['idempotency-key']).toBe('order-17')
  })
})
