import { type Call, tell } from './call.js'
import { AbortedError, type ApiError, NetworkError, TimeoutError } from './errors.js'
import { dataOf } from './failures.js'

/** Sends a call as often as its options allow, gives the data of the first good answer and leaves nothing open. */
export async function deliver(call: Call): Promise<unknown> {
  const { origin, options, ending } = call
  const { signal: caller, deadlineMs = 60_000 } = options
  const { signal } = ending
  const abort = () => ending.abort(new AbortedError('aborted', origin, { cause: caller?.reason }))
  try {
    if (caller?.aborted) abort()
    signal.throwIfAborted()
    caller?.addEventListener('abort', abort, { signal })
    startClock(call, deadlineMs)
    const ended = new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason as Error)),
    )
    return await Promise.race([repeat(call, Date.now() + deadlineMs), ended])
  } catch (error) {
    tell(call, { type: 'failure', error: error as ApiError })
    throw error
  } finally {
    // Stops the clocks and lets go of the caller's signal.
    ending.abort()
  }
}

async function repeat(call: Call, endsAt: number): Promise<unknown> {
  for (let repeated = 0, renewed = false; ;) {
    try {
      return await attempt(call)
    } catch (error) {
      const { token } = call
      const expired: boolean = !renewed && (error as ApiError).code === 'UNAUTHENTICATED'
      renewed ||= expired
      if (expired) call.token = await call.tokens(token ?? '')
      if (call.token === token) await pauseAfter(error as ApiError, call, repeated++, endsAt)
    }
  }
}

async function attempt(call: Call): Promise<unknown> {
  const { origin, request, options } = call
  const { signal } = call.ending
  const { url, fetch = globalThis.fetch, timeoutMs = 30_000, read } = options
  const broken = (cause: unknown) => {
    signal.throwIfAborted()
    throw new NetworkError('not reached', origin, { retryable: true, cause })
  }
  const clock = startClock(call, timeoutMs)
  try {
    call.token ??= await call.tokens()
    // Encoded, because `fetch` quotes a header it cannot send; a proper token stays as it is.
    if (call.token) request.headers.authorization = `Bearer ${encodeURI(call.token)}`
    const startedAt = Date.now()
    origin.attempts++
    const response = await fetch(`${url}`, { ...request, signal }).catch(broken)
    const text = await (read?.(response) ?? response.text()).catch(broken)
    tell(call, { type: 'response', status: response.status, durationMs: Date.now() - startedAt })
    return dataOf(response, text, call)
  } finally {
    clearTimeout(clock)
  }
}

async function pauseAfter(error: ApiError, call: Call, repeated: number, endsAt: number): Promise<void> {
  const { retries = 2, backoffMs = 250 } = call.options
  const half = backoffMs * 2 ** (repeated - 1)
  const delayMs = (error.retryAfterMs ?? half) + Math.random() * half
  if (!error.retryable || call.ending.signal.aborted || repeated >= retries || Date.now() + delayMs > endsAt)
    throw error
  tell(call, { type: 'retry', delayMs, error })
  await new Promise<void>((resolve) => after(call, delayMs, resolve))
}

function startClock(call: Call, ms: number) {
  return after(call, ms, () =>
    call.ending.abort(new TimeoutError(`no answer within ${ms} ms`, call.origin, { retryable: true })),
  )
}

/** Not once the call has ended. Runtimes take a time past 25 days, Infinity too, for none at all. */
function after({ ending }: Call, ms: number, act: () => void) {
  const timer = setTimeout(act, Math.min(ms, 2e9))
  ending.signal.addEventListener('abort', () => clearTimeout(timer))
  return timer
}
