import type { Reading } from './call.js'
import type { Client } from './client.js'
import { type Arguments, joined, type Text, type TypedDocumentString } from './document.js'
import type { ApiError } from './errors.js'
import { messagesIn } from './event-stream.js'
import type { CallOptions, Fetch } from './options.js'

export interface SubscribeOptions extends Omit<CallOptions, 'deadlineMs' | 'retries' | 'userErrors'> {
  /** Another way to the server than server-sent events, such as `throughSocket(client)`. */
  readonly fetch?: Fetch
  /** Default 250: the pause before the connection is made again; it doubles up to 30,000, and is jittered. */
  readonly backoffMs?: number
  /** Default 30,000: a connection on which nothing comes for so long, not even a sign of life, is made again. */
  readonly timeoutMs?: number
}

/**
 * Tells what its root field gives, as it happens, until the server has nothing more to tell or `signal` says to stop. A
 * connection that breaks is made again: what tells a state then begins with the present, what has cursors goes on after
 * the last one. An event waits until the one before was taken.
 */
export interface Subscription<Data, Variables> {
  (
    km: Client,
    ...args: Arguments<Variables, SubscribeOptions>
  ): AsyncGenerator<NonNullable<Data[keyof Data]>, void>
  /** The whole text that is sent, for tools. */
  readonly document: TypedDocumentString<Data, Variables>
}

export function subscription<Data extends object, Variables>(text: Text): Subscription<Data, Variables> {
  const document: TypedDocumentString<Data, Variables> = joined(text)
  const call = (km: Client, ...[variables, options]: Arguments<Variables, SubscribeOptions>) =>
    eventsOf<NonNullable<Data[keyof Data]>>(km, document, { ...variables }, { ...options })
  return Object.assign(call, { document })
}

interface Progress {
  variables: object
  /** Since the last event. */
  failures: number
}

async function* eventsOf<Event>(
  km: Client,
  document: string,
  variables: object,
  options: SubscribeOptions,
): AsyncGenerator<Event, void> {
  const progress: Progress = { variables, failures: 0 }
  for (;;) {
    const connection = connect(km, document, progress.variables, options)
    try {
      yield* eventsFrom<Event>(connection, document, progress)
      return
    } catch (error) {
      await pauseAfter(error as ApiError, connection.isSilent(), progress, options)
    } finally {
      connection.end()
    }
  }
}

async function* eventsFrom<Event>(
  { next }: Connection,
  document: string,
  progress: Progress,
): AsyncGenerator<Event, void> {
  for (let told; (told = await next());) {
    progress.failures = 0
    const [event] = Object.values(told) as [(Event & { cursor?: unknown }) | null]
    // What is not there, or not any more, is told as null, and nothing after it.
    if (!event) return
    yield event as Awaited<Event>
    const { cursor: after } = event
    if (after && document.includes('$after')) progress.variables = { ...progress.variables, after }
  }
}

/** @throws the error unless another connection may do better. */
async function pauseAfter(
  error: ApiError,
  isSilent: boolean,
  progress: Progress,
  { signal, backoffMs = 250 }: SubscribeOptions,
): Promise<void> {
  const { retryable, code, retryAfterMs } = error
  // The next connection exchanges a token that has expired on this one.
  const mayPass = retryable || isSilent || (code === 'UNAUTHENTICATED' && !progress.failures)
  if (signal?.aborted || !mayPass) throw error
  const half = Math.min(backoffMs * 2 ** progress.failures++, 30_000) / 2
  const ms = (retryAfterMs ?? half) + Math.random() * half
  await new Promise<void>((resolve) => {
    const end = () => {
      signal?.removeEventListener('abort', end)
      clearTimeout(timer)
      resolve()
    }
    const timer = setTimeout(end, ms)
    signal?.addEventListener('abort', end)
  })
}

interface Connection {
  /** Resolves to the data of the next event, to undefined when the server has no more. */
  next(): Promise<object | undefined>
  isSilent(): boolean
  end(): void
}

function connect(
  km: Client,
  document: string,
  variables: object,
  { signal, timeoutMs = 30_000, ...options }: SubscribeOptions,
): Connection {
  const ending = new AbortController()
  const end = () => ending.abort(signal?.reason)
  const alarm = alarmAfter(timeoutMs, end)
  const slot = createSlot()

  /** Resolves to the body by which the call is to be judged: of a refusal, of a fault, or of nothing at all. */
  async function read(response: Response): Promise<string> {
    if (!/event-stream/.test(response.headers.get('content-type')!)) return response.text()
    for await (const { event, text } of messagesIn(response.body!, alarm.set)) {
      if (event === 'complete') return '{"data":{}}'
      if (event !== 'next') continue
      const { data, errors } = JSON.parse(text) as { data?: object; errors?: unknown }
      if (!data || (errors && !options.partial)) return text
      alarm.stop()
      await slot.put(data)
      alarm.set()
    }
    throw new TypeError('The stream was cut.')
  }

  signal?.addEventListener('abort', end)
  if (signal?.aborted) end()
  alarm.set()
  const call: CallOptions & Reading = {
    ...{ ...options, headers: { ...options.headers, accept: 'text/event-stream' } },
    ...{ timeoutMs: Infinity, deadlineMs: Infinity, retries: 0, read, signal: ending.signal },
  }
  const run = km.run(document, variables, call)
  run.catch(alarm.stop)
  return {
    next: () => slot.take(run),
    isSilent: alarm.hasRung,
    end: () => {
      signal?.removeEventListener('abort', end)
      alarm.stop()
      end()
    },
  }
}

/** Holds one event until it is taken. */
function createSlot() {
  let wake = () => {}
  let held: { readonly data: object; readonly taken: () => void } | undefined
  return {
    put: (data: object) =>
      new Promise<void>((taken) => {
        held = { data, taken }
        wake()
      }),
    /** Undefined when `source` resolves and nothing is held. */
    take: async (source: Promise<unknown>) => {
      if (!held) await Promise.race([source, new Promise<void>((resolve) => (wake = resolve))])
      const { data, taken } = held ?? {}
      held = undefined
      taken?.()
      return data
    },
  }
}

function alarmAfter(ms: number, ring: () => void) {
  let rung = false
  let timer: ReturnType<typeof setTimeout>
  const stop = () => clearTimeout(timer)
  return {
    stop,
    set: () => {
      stop()
      timer = setTimeout(() => {
        rung = true
        ring()
      }, ms)
    },
    hasRung: () => rung,
  }
}
