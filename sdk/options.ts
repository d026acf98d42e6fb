import type { ApiError, Origin } from './errors.js'

/** Headers as names and values. */
export type HeaderValues = Readonly<Record<string, string>>

/** Gives the token for the next request; `refresh` is true when the server has just rejected the last one. */
export type TokenSource = (need: { refresh: boolean }) => string | Promise<string>

/** The part of the web's `fetch` that the client needs. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>

/** The limits of one call: `timeoutMs` for each attempt, `deadlineMs` for all of them with the pauses between. */
export interface Limits {
  /** Default 30,000. An attempt that runs out of it is not repeated. */
  readonly timeoutMs?: number
  /** Default 60,000. A pause that would end later is not begun. */
  readonly deadlineMs?: number
  /** Default 2: how often a call is repeated after a fault that may pass. */
  readonly retries?: number
}

export interface ClientOptions extends Limits {
  /** Where the GraphQL endpoint is, for instance `https://api.example.com/graphql`. */
  readonly url: string | URL
  /** A token or API key, or a function that gives the current one. Sent as a bearer token. */
  readonly token?: string | TokenSource
  readonly fetch?: Fetch
  /** `print` of graphql or of @0no-co/graphql.web, for syntax trees that do not know their text, as those of gql.tada. */
  readonly print?: (tree: never) => string
  /** Sent with every request. */
  readonly headers?: HeaderValues
  /** For logs and metrics. Events carry no token, variable or document. */
  readonly onEvent?: (event: ClientEvent) => void
  /** Default 250: the pause before the first repetition; it doubles, and is jittered. */
  readonly backoffMs?: number
}

export interface CallOptions extends Limits {
  /** Ends the call at once, also between two attempts. */
  readonly signal?: AbortSignal
  /** Win over those of the client. An `idempotency-key` of your own lets a mutation be repeated after a restart. */
  readonly headers?: HeaderValues
  /** Whatever else the runtime's `fetch` understands. */
  readonly fetchOptions?: Omit<RequestInit, 'method' | 'body' | 'headers' | 'signal' | 'redirect'>
  /** `return` hands the `userErrors` of a mutation back in its payload. The default is to throw them. */
  readonly userErrors?: 'throw' | 'return'
  /** Accept an answer with holes: `null` wherever the server failed. The default is to throw. */
  readonly partial?: boolean
}

interface EventOf<Type extends string> extends Origin {
  readonly type: Type
}

/** What the client tells of its work; `attempts` counts the requests sent so far. */
export type ClientEvent =
  | (EventOf<'response'> & { readonly status: number; readonly durationMs: number })
  | (EventOf<'retry'> & { readonly delayMs: number; readonly error: ApiError })
  | (EventOf<'failure'> & { readonly error: ApiError })
