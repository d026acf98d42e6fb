import type { Origin } from './errors.js'
import type { CallOptions, ClientEvent, ClientOptions } from './options.js'
import type { Tokens } from './token.js'

/** How the body of an answer becomes the text by which the call is judged; left out: as it is. */
export interface Reading {
  readonly read?: (response: Response) => Promise<string>
}

/** One call of the SDK, however many requests it takes. */
export interface Call {
  readonly origin: Origin & { attempts: number }
  readonly request: RequestInit & { readonly headers: Record<string, string> }
  readonly tokens: Tokens
  readonly options: ClientOptions & CallOptions & Reading
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
