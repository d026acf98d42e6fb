import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyReply } from 'fastify'
import type { FormattedExecutionResult } from 'graphql'
import type { OpenStream } from './open-streams.js'

const TYPE = 'text/event-stream'
/** Proxies close a connection on which nothing is said. */
const PING_MS = 12_000
const PING = ':\n\n'
const COMPLETE = 'event: complete\ndata:\n\n'

/** Whether the client wants its answer as events: before JSON, which some name as well. */
export function wantsEvents({ accept = '' }: { readonly accept?: string | undefined }): boolean {
  return accept.split(/[,;]/)[0]!.trim().toLowerCase() === TYPE
}

/**
 * Answers with server-sent events, as the protocol of graphql-sse has them for distinct connections. The next result is
 * asked for when the client has taken the one before, so that nothing piles up for a slow one.
 */
export function sendEvents(
  reply: FastifyReply,
  results: AsyncIterable<FormattedExecutionResult>,
  stream?: OpenStream,
): FastifyReply {
  if (stream) reply.raw.once('close', stream.close)
  // It may have gone while the document was looked at.
  if (reply.raw.destroyed) stream?.close()
  // The connection ends with the stream: a server that stops would wait for it otherwise.
  const connection = 'close'
  void reply.headers({ 'content-type': `${TYPE}; charset=utf-8`, 'x-accel-buffering': 'no', connection })
  return reply.send(Readable.from(eventsOf(results, stream?.signal), { highWaterMark: 0 }))
}

/** A stream that ends without `complete` was cut, and is to be asked for again. */
async function* eventsOf(
  results: AsyncIterable<FormattedExecutionResult>,
  signal?: AbortSignal,
): AsyncGenerator<string, void> {
  yield PING
  const source = results[Symbol.asyncIterator]()
  try {
    for (let next = source.next(); ;) {
      const settled = await withinPing(next)
      if (settled === null) {
        yield PING
        continue
      }
      if (signal?.aborted) return
      if (settled.done) break
      yield `event: next\ndata: ${JSON.stringify(settled.value)}\n\n`
      next = source.next()
    }
    yield COMPLETE
  } finally {
    await source.return?.()
  }
}

async function withinPing<T>(next: Promise<T>): Promise<T | null> {
  const done = new AbortController()
  try {
    return await Promise.race([next, pause(PING_MS, null, { signal: done.signal, ref: false })])
  } finally {
    done.abort()
  }
}

/** A single answer, for who asks a query by the way of subscriptions. */
export async function* only(
  result: FormattedExecutionResult,
): AsyncGenerator<FormattedExecutionResult, void> {
  yield await Promise.resolve(result)
}
