import { setTimeout as wait } from 'node:timers/promises'
import { AbortedError, getTeam, TimeoutError } from '../../sdk/index.js'
import {
  answers,
  breaksOff,
  failureOf,
  gives,
  serverThat,
  staysSilent,
  stopServers,
} from './support/misbehaving-server.js'

// The first request of a process loads the runtime's HTTP client, which takes longer than the limits below.
beforeAll(async () => {
  const server = await serverThat(gives({ team: null }))
  await getTeam(server.client(), { id: 'OSLO' })
})
afterEach(stopServers)

const closed = async ({ underWay }: { underWay: Set<unknown> }) => {
  for (let tries = 0; tries < 50 && underWay.size > 0; tries++) await wait(10)
  return underWay.size === 0
}

const late = async (call: Promise<unknown>) => {
  const startedAt = performance.now()
  const error = await failureOf<TimeoutError>(call)
  return { error, ms: performance.now() - startedAt }
}

/** The error of a call for which nothing happens, on a clock that is moved: one millisecond less ends nothing. */
async function afterItsDefault(
  ms: number,
  call: () => Promise<unknown>,
  server: { received: readonly unknown[] },
): Promise<TimeoutError> {
  jest.useFakeTimers({ doNotFake: ['performance', 'nextTick', 'setImmediate', 'queueMicrotask'] })
  let error: TimeoutError | undefined
  const ended = failureOf<TimeoutError>(call()).then((reason) => (error = reason))
  try {
    while (server.received.length === 0) await new Promise((resolve) => setImmediate(resolve))
    await jest.advanceTimersByTimeAsync(ms - 1)
    expect(error).toBeUndefined()
    await jest.advanceTimersByTimeAsync(1)
    return await ended
  } finally {
    jest.useRealTimers()
  }
}

describe('a server that never answers', () => {
  it('is given up after timeoutMs of the client, without another attempt', async () => {
    const server = await serverThat(staysSilent)
    const { error, ms } = await late(getTeam(server.client({ timeoutMs: 60 }), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(error).toMatchObject({ attempts: 1, retryable: true })
    expect(error.message).toMatch(/^GetTeam: no answer within 60 ms \(request [\d-]+\)$/)
    expect(ms).toBeLessThan(200)
    expect(server.received).toHaveLength(1)
    expect(await closed(server)).toBe(true)
  })

  it('is given up after timeoutMs of the call, which wins over that of the client', async () => {
    const server = await serverThat(staysSilent)
    const { error, ms } = await late(getTeam(server.client(), { id: 'OSLO' }, { timeoutMs: 40 }))
    expect(error.message).toContain('within 40 ms')
    expect(ms).toBeLessThan(200)
  })

  it('is given up after 30 seconds when nobody says otherwise', async () => {
    const server = await serverThat(staysSilent)
    const error = await afterItsDefault(30_000, () => getTeam(server.client(), { id: 'OSLO' }), server)
    expect(error.message).toMatch(/^GetTeam: no answer within 30000 ms/)
  })

  it('is given up when the body stops in the middle', async () => {
    const server = await serverThat((response) => response.writeHead(200).write('{"data":'))
    const { error } = await late(getTeam(server.client({ timeoutMs: 60 }), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(TimeoutError)
  })
})

describe('the deadline', () => {
  it('ends all attempts together', async () => {
    const server = await serverThat((response) =>
      setTimeout(() => breaksOff(response, server.received[0]!), 30),
    )
    const { error, ms } = await late(getTeam(server.client({ deadlineMs: 100, retries: 50 }), { id: 'OSLO' }))
    expect(error.attempts).toBeGreaterThan(1)
    expect(ms).toBeLessThan(200)
  })

  it('is 60 seconds when nobody says otherwise', async () => {
    const server = await serverThat(staysSilent)
    const call = () => getTeam(server.client({ timeoutMs: Infinity }), { id: 'OSLO' })
    const error = await afterItsDefault(60_000, call, server)
    expect(error.message).toMatch(/^GetTeam: no answer within 60000 ms/)
  })

  it('holds for the token too', async () => {
    const server = await serverThat(gives({ team: null }))
    const token = () => new Promise<string>(() => undefined)
    const { error } = await late(getTeam(server.client({ token, deadlineMs: 40 }), { id: 'OSLO' }))
    expect(error).toBeInstanceOf(TimeoutError)
    expect(server.received).toHaveLength(0)
  })

  it('may be infinite', async () => {
    const server = await serverThat(gives({ team: null }))
    const km = server.client({ deadlineMs: Infinity, timeoutMs: Infinity })
    expect(await getTeam(km, { id: 'OSLO' })).toBeNull()
  })
})

describe('the signal of the caller', () => {
  it('keeps a call from being sent at all', async () => {
    const server = await serverThat(gives({ team: null }))
    const signal = AbortSignal.abort('not needed')
    const error = await failureOf<AbortedError>(getTeam(server.client(), { id: 'OSLO' }, { signal }))
    expect(error).toBeInstanceOf(AbortedError)
    expect(error).toMatchObject({ attempts: 0, cause: 'not needed', retryable: false })
    expect(server.received).toHaveLength(0)
  })

  it('ends a request under way and its connection within 50 ms', async () => {
    const server = await serverThat(staysSilent)
    const { error, ms } = await late(
      getTeam(server.client(), { id: 'OSLO' }, { signal: AbortSignal.timeout(50) }),
    )
    expect(error).toBeInstanceOf(AbortedError)
    expect(ms).toBeLessThan(100)
    expect(await closed(server)).toBe(true)
  })

  it('ends an answer that has begun, and its connection', async () => {
    const stop = new AbortController()
    const server = await serverThat((response) => {
      response.writeHead(200).write('{"data":{"team":')
      setTimeout(() => stop.abort('enough'), 20)
    })
    const error = await failureOf(getTeam(server.client(), { id: 'OSLO' }, { signal: stop.signal }))
    expect(error).toBeInstanceOf(AbortedError)
    expect(await closed(server)).toBe(true)
  })

  it('ends the pause between two attempts within 50 ms, and no request follows', async () => {
    const server = await serverThat(answers({}, 503, { 'retry-after': '2' }), gives({ team: null }))
    const { error, ms } = await late(
      getTeam(server.client(), { id: 'OSLO' }, { signal: AbortSignal.timeout(50) }),
    )
    expect(error).toBeInstanceOf(AbortedError)
    expect(error.attempts).toBe(1)
    expect(ms).toBeLessThan(100)
    expect(server.received).toHaveLength(1)
  })

  it('is let go of when the call is over', async () => {
    const server = await serverThat(gives({ team: null }))
    const { signal } = new AbortController()
    const [add, remove] = [jest.spyOn(signal, 'addEventListener'), jest.spyOn(signal, 'removeEventListener')]
    await getTeam(server.client(), { id: 'OSLO' }, { signal })
    expect(remove).toHaveBeenCalledTimes(add.mock.calls.length)
  })
})
