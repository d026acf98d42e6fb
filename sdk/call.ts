import type { Origin } from './errors.js'
import type { CallOptions, ClientEvent, ClientOptions } from './options.js'
import type { Tokens } from './token.js'

/** One call of the SDK, however many requests it takes. */
export interface Call {
  readonly origin: Origin & { attempts: number }
  readonly headers: Record<string, string>
  readonly body: string
  readonly tokens: Tokens
  readonly options: ClientOptions & CallOptions
  /** Aborted with the error to throw when the caller or a clock ends the call. */
  readonly ending: AbortController
  token?: string
}

type Details = ClientEvent extends infer Each
  ? Each extends ClientEvent
    ? Omit<Each, keyof Origin>
    : never
  : never

/** Reports to the hook of the client, if there is one. */
export function tell({ origin, options }: Call, details: Details): void {
  try {
    options.onEvent?.({ ...origin, ...details })
  } catch {
    // A hook that throws must not fail the call it watches.
  }
}
