import { getEventListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { inspect } from 'node:util'
import { AbortedError, AuthError } from '../../sdk/index.js'
import { onProgressChanged, type OnProgressChangedEvent } from '../../sdk/live.js'
import { subscription } from '../../sdk/subscribe.js'
import { until } from '../support/live.js'
import {
  answers,
  breaksOff,
  failureOf,
  serverThat,
  stopServers,
  type Behaviour,
} from './support/misbehaving-server.js'

afterEach(stopServers)

const begin = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
const next = (result: object) => `event: next\ndata: ${JSON.stringify(result)}\n\n`
const node = (name: string) => next({ data: { progressChanged: { node: { name } } } })
const fault = (code: string) =>
  next({ data: null, errors: [{ message: 'server text', extensions: { code } }] })
const COMPLETE = 'event: complete\ndata:\n\n'

/** Sends the pieces one after another, and then ends the answer. */
const streams =
  (...pieces: (string | Uint8Array)[]): Behaviour =>
  (response) => {
    begin(response)
    void (async () => {
      for (const piece of pieces) {
        response.write(piece)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      response.end()
    })()
  }
/** The same, and stays open. */
const keepsOpen =
  (...pieces: string[]): Behaviour =>
  (response) =>
    void begin(response).write(pieces.join('') || ':\n\n')

const nameOf = (event: OnProgressChangedEvent) => event.node.name
const ID = { nodeId: 'OSLO' }
const FAST = { backoffMs: 4 }

async function all(events: AsyncIterable<OnProgressChangedEvent>): Promise<string[]> {
  const names: string[] = []
  for await (const event of events) names.push(nameOf(event))
  return names
}

describe('a subscription', () => {
  it('gives what its root field tells, until the server says that it is complete', async () => {
    const server = await serverThat(
      streams(':\n\n', node('one'), ':\n\n', node('two') + node('three'), COMPLETE),
    )
    expect(await all(onProgressChanged(server.client(), ID))).toEqual(['one', 'two', 'three'])
    expect(server.received).toHaveLength(1)
    const [{ headers, body }] = server.received as [(typeof server.received)[0]]
    expect([headers.accept, body.operationName, body.variables]).toEqual([
      'text/event-stream',
      'OnProgressChanged',
      ID,
    ])
  })

  it('is intact wherever the network cuts it, in the middle of a letter too', async () => {
    const bytes = Buffer.from(node('Bjørn 😀 Ærø') + COMPLETE)
    const cuts = Array.from(bytes, (_, index) => bytes.subarray(index, index + 1))
    const server = await serverThat(streams(...cuts))
    expect(await all(onProgressChanged(server.client(), ID))).toEqual(['Bjørn 😀 Ærø'])
  })

  it('ends when its node is not there any more', async () => {
    const gone = next({ data: { progressChanged: null } })
    const server = await serverThat(keepsOpen(node('one'), gone))
    expect(await all(onProgressChanged(server.client(), ID))).toEqual(['one'])
    await until(() => server.underWay.size === 0)
  })

  it('asks for the next event when the one before was taken, and not sooner', async () => {
    const server = await serverThat(streams(node('one'), node('two'), COMPLETE))
    const events = onProgressChanged(server.client(), ID)
    expect(nameOf((await events.next()).value as never)).toBe('one')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(nameOf((await events.next()).value as never)).toBe('two')
    expect((await events.next()).done).toBe(true)
  })
})

describe('a connection is made again', () => {
  it('when it is cut, and as often as that happens', async () => {
    const server = await serverThat(
      ...[streams(node('one')), streams(node('one'), node('two')), breaksOff, answers({}, 503)],
      streams(node('three'), COMPLETE),
    )
    const names = await all(onProgressChanged(server.client(), ID, FAST))
    expect(names).toEqual(['one', 'one', 'two', 'three'])
    expect(server.received).toHaveLength(5)
  })

  it('when nothing is heard of it any more', async () => {
    const server = await serverThat(keepsOpen(node('one')), streams(node('two'), COMPLETE))
    expect(await all(onProgressChanged(server.client(), ID, { ...FAST, timeoutMs: 100 }))).toEqual([
      'one',
      'two',
    ])
  })

  it.each(['OVERLOADED', 'RATE_LIMITED'])('when the server tells %s', async (code) => {
    const server = await serverThat(
      streams(node('one'), fault(code), COMPLETE),
      streams(node('two'), COMPLETE),
    )
    expect(await all(onProgressChanged(server.client(), ID, FAST))).toEqual(['one', 'two'])
  })

  it('after the last event that was taken, where events have cursors', async () => {
    type Made = { made: { cursor: string } | null }
    const followMade = subscription<Made, { after?: string }>(
      'subscription Made($after:String){made(after:$after){cursor}}',
    )
    const made = (cursor: string) => next({ data: { made: { cursor } } })
    const server = await serverThat(streams(made('a'), made('b')), streams(made('c'), COMPLETE))
    const cursors: string[] = []
    for await (const { cursor } of followMade(server.client(), {}, FAST)) cursors.push(cursor)
    expect(cursors).toEqual(['a', 'b', 'c'])
    expect(server.received.map(({ body }) => body.variables)).toEqual([{}, { after: 'b' }])
  })
})

describe('a token that expires', () => {
  it('is exchanged once, and the subscription goes on', async () => {
    const server = await serverThat(
      ...[streams(node('one'), fault('UNAUTHENTICATED'), COMPLETE), streams(node('two'), COMPLETE)],
    )
    const asked: boolean[] = []
    const token = async ({ refresh }: { refresh: boolean }) => {
      asked.push(refresh)
      return refresh ? 'new' : 'old'
    }
    expect(await all(onProgressChanged(server.client({ token }), ID, FAST))).toEqual(['one', 'two'])
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new'])
    expect(asked).toEqual([false, true])
  })

  it('and cannot be exchanged ends it with an AuthError', async () => {
    const refused = answers(
      { errors: [{ message: 'server text', extensions: { code: 'UNAUTHENTICATED' } }] },
      401,
    )
    const server = await serverThat(streams(node('one'), fault('UNAUTHENTICATED'), COMPLETE), refused)
    const events = onProgressChanged(server.client({ token: 'old' }), ID, FAST)
    await events.next()
    expect(await failureOf(events.next())).toBeInstanceOf(AuthError)
  })
})

it('what will be refused again ends it with the error that fits', async () => {
  const server = await serverThat(streams(node('one'), fault('FORBIDDEN'), COMPLETE))
  const events = onProgressChanged(server.client(), ID, FAST)
  await events.next()
  expect(await failureOf(events.next())).toMatchObject({ name: 'AuthError', code: 'FORBIDDEN' })
  expect(server.received).toHaveLength(1)
})

it('secrets are in no message, JSON, log or event of what ended it', async () => {
  const told = next({
    data: null,
    errors: [{ message: 'server text variable-variable', extensions: { code: 'FORBIDDEN' } }],
  })
  const server = await serverThat(
    streams(node('one'), fault('OVERLOADED'), COMPLETE),
    streams(told, COMPLETE),
  )
  const events: object[] = []
  const km = server.client({ token: 't0ken-t0ken', onEvent: (event) => events.push(event) })
  const error = await failureOf(all(onProgressChanged(km, { nodeId: 'variable-variable' }, FAST)))
  expect(error).toBeInstanceOf(AuthError)
  expect(events).toContainEqual(expect.objectContaining({ type: 'failure' }))
  const written = [error.message, error.stack, JSON.stringify([error, events]), inspect([error, events])]
  expect(written.join()).not.toMatch(/t0ken|variable-|server text|subscription /)
})

describe('the signal', () => {
  it.each([
    ['an event', keepsOpen(node('one'))],
    ['the next connection', streams(node('one'))],
  ])('ends it at once while it waits for %s', async (_, behaviour) => {
    const server = await serverThat(behaviour)
    const stop = new AbortController()
    const options = { signal: stop.signal, backoffMs: 60_000 }
    const events = onProgressChanged(server.client(), ID, options)
    await events.next()
    const waiting = failureOf(events.next())
    await new Promise((resolve) => setTimeout(resolve, 30))
    const startedAt = performance.now()
    stop.abort('enough')
    expect(await waiting).toBeInstanceOf(AbortedError)
    expect(performance.now() - startedAt).toBeLessThan(50)
    await until(() => server.underWay.size === 0)
  })

  it('that is aborted already lets nothing begin', async () => {
    const server = await serverThat(streams(COMPLETE))
    const events = onProgressChanged(server.client(), ID, { signal: AbortSignal.abort() })
    expect(await failureOf(events.next())).toBeInstanceOf(AbortedError)
    expect(server.received).toEqual([])
  })

  it('is listened to by one connection at a time, however often that is made again', async () => {
    const server = await serverThat(
      ...Array.from({ length: 9 }, () => breaksOff),
      ...[streams(node('one')), streams(node('two'), COMPLETE)],
    )
    const { signal } = new AbortController()
    const seen: number[] = []
    for await (const _ of onProgressChanged(server.client(), ID, { backoffMs: 1, signal }))
      seen.push(getEventListeners(signal, 'abort').length)
    expect(seen).toEqual([1, 1])
    expect(getEventListeners(signal, 'abort')).toEqual([])
  })
})

it('who stops listening leaves no connection behind', async () => {
  const server = await serverThat(keepsOpen(node('one'), node('two')))
  for await (const event of onProgressChanged(server.client(), ID)) {
    expect(nameOf(event)).toBe('one')
    break
  }
  await until(() => server.underWay.size === 0)
})
