import type { Fetch } from './options.js'

/** What is needed of a client of graphql-ws. */
export interface SocketClient {
  iterate(request: { query: string }): AsyncIterable<unknown>
}

/** The client of the socket finds out by itself when nobody is there any more. */
const SIGN_OF_LIFE_MS = 5_000

/**
 * Subscribes through a WebSocket: `onProgressChanged(km, { nodeId }, { fetch: throughSocket(client) })`, where `client` is
 * made by `createClient` of graphql-ws, which sends the token in its `connectionParams` and makes its connection again
 * by itself. Nothing but the operation goes through it.
 */
export function throughSocket(client: SocketClient): Fetch {
  return async (_url, { body, signal }) => {
    const results = client.iterate(JSON.parse(body as string) as never)[Symbol.asyncIterator]()
    const stream = messagesOf(results, signal!).pipeThrough(new TextEncoderStream())
    return new Response(stream, { headers: { 'content-type': 'text/event-stream' } })
  }
}

function messagesOf(results: AsyncIterator<unknown, unknown>, signal: AbortSignal): ReadableStream<string> {
  let beat: ReturnType<typeof setInterval>
  const end = () => {
    clearInterval(beat)
    void results.return?.()
  }
  signal.addEventListener('abort', end)
  return new ReadableStream<string>(
    {
      start: (controller) => {
        beat = setInterval(() => controller.enqueue(':\n\n'), SIGN_OF_LIFE_MS)
      },
      pull: async (controller) => {
        const say = (event: string, data: unknown) =>
          controller.enqueue(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
        try {
          const { done, value } = await results.next()
          if (!done) return say('next', value)
        } catch (error) {
          clearInterval(beat)
          // A list is what the server says of the operation; anything else is of the connection.
          if (!Array.isArray(error)) return controller.error(error)
          say('next', { errors: error })
        }
        clearInterval(beat)
        say('complete', null)
        controller.close()
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  )
}
