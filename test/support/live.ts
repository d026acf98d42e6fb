import { setTimeout as pause } from 'node:timers/promises'
import type { FormattedExecutionResult } from 'graphql'
import { createClient as createSseClient } from 'graphql-sse'
import { createClient as createSocketClient } from 'graphql-ws'
import WebSocket from 'ws'

/** The answers of one subscription, in the order in which they came. */
export interface Subscriber<T> {
  /** Those nobody has asked for yet are kept. @throws what ended the stream, or after `withinMs`. */
  next(withinMs?: number): Promise<T>
  /** Resolves once the stream is over: what came before that and nobody asked for. */
  rest(withinMs?: number): Promise<T[]>
  /** How many are there that nobody asked for. */
  readonly waiting: number
  end(): Promise<void>
}

export type Answered<D = Record<string, never>> = FormattedExecutionResult<D>

export interface Subscribing {
  readonly url: string
  readonly token: string
  readonly query: string
  readonly variables?: Record<string, unknown>
}

export const TRANSPORTS = ['server-sent events', 'WebSocket'] as const
export type Transport = (typeof TRANSPORTS)[number]

/** Subscribes by the official client of the transport, which does not come back by itself. */
export function subscribe<D>(transport: Transport, asked: Subscribing): Subscriber<Answered<D>> {
  const { url, token, query, variables } = asked
  const address = new URL('/graphql', url)
  const authorization = `Bearer ${token}`
  if (transport === 'server-sent events') {
    const client = createSseClient({ url: String(address), headers: { authorization }, retryAttempts: 0 })
    return collected(client.iterate({ query, ...(variables && { variables }) }), () => client.dispose())
  }
  const client = createSocketClient({
    ...{ url: String(address).replace('http', 'ws'), webSocketImpl: WebSocket },
    ...{ connectionParams: { authorization }, retryAttempts: 0 },
  })
  return collected(client.iterate({ query, variables }), () => void client.dispose())
}

export function collected<T>(source: AsyncIterable<unknown>, dispose: () => void): Subscriber<T> {
  const answers: T[] = []
  const state: { isOver: boolean; error: unknown } = { isOver: false, error: null }
  const iterator = source[Symbol.asyncIterator]()
  const reading = read()

  async function read(): Promise<void> {
    try {
      for (let next = await iterator.next(); !next.done; next = await iterator.next())
        answers.push(next.value as T)
    } catch (error) {
      state.error = error
    }
    state.isOver = true
  }

  return {
    get waiting() {
      return answers.length
    },
    next: async (withinMs = 10_000) => {
      await until(() => answers.length > 0 || state.isOver, withinMs)
      const first = answers.shift()
      if (first !== undefined) return first
      throw new Error('The stream is over.', { cause: state.error })
    },
    rest: async (withinMs = 10_000) => {
      await until(() => state.isOver, withinMs)
      if (state.error !== null) throw new Error('The stream broke.', { cause: state.error })
      return answers.splice(0)
    },
    end: async () => {
      dispose()
      await iterator.return?.()
      await reading
    },
  }
}

/** Looks often enough to say how long something took. @throws when it does not come true in time. */
export async function until(isTrue: () => boolean | Promise<boolean>, withinMs = 10_000): Promise<void> {
  const late = Date.now() + withinMs
  while (!(await isTrue())) {
    if (Date.now() > late) throw new Error(`That did not come true within ${withinMs} ms.`)
    await pause(2)
  }
}
