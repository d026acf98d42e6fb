import type { UserErrorCode } from './generated/types.js'

/** A fault as the server put it. Its message may quote input: keep it out of logs. */
export interface GraphQLFault {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: { readonly code?: string; readonly [key: string]: unknown }
}

/** Why a change was refused, and which part of the input is to blame. */
export interface UserError {
  readonly code: UserErrorCode
  readonly message: string
  readonly path: readonly string[]
}

/** Which call it was, and how many requests it has sent. */
export interface Origin {
  readonly operation: string
  readonly requestId: string
  readonly attempts: number
}

/** What else is known when a call fails. */
export interface Facts {
  readonly retryable?: boolean
  readonly code?: string
  readonly status?: number
  readonly retryAfterMs?: number
  readonly data?: unknown
  readonly faults?: readonly GraphQLFault[]
  readonly userErrors?: readonly UserError[]
  readonly current?: unknown
  readonly cause?: unknown
}

/**
 * The root of everything a call throws. Its message and its JSON are fit for logs: they hold no token,
 * variable or document. What may hold them (`data`, `faults`, `userErrors`, `current`, `cause`) is not enumerable.
 */
export abstract class ApiError extends Error {
  /** The name of the operation. */
  declare readonly operation: string
  /** Under which the server logged the request; empty when it is about several. */
  declare readonly requestId: string
  /** How many requests were sent. */
  declare readonly attempts: number
  /** Whether the same call may succeed later. A mutation needs the same `idempotency-key` then. */
  declare readonly retryable: boolean
  /** The code the server gave, if any; new ones may be added. */
  declare readonly code?: string
  /** How long the server asks to wait, if it does. */
  declare readonly retryAfterMs?: number
  /** What did arrive of the answer. */
  declare readonly data?: unknown
  /** The faults as the server put them. */
  declare readonly faults?: readonly GraphQLFault[]

  constructor(what: string, origin: Origin, facts: Facts = {}) {
    const message = `${origin.operation}: ${what}${origin.requestId && ` (request ${origin.requestId})`}`
    super(message)
    for (const [key, value] of Object.entries({ message, retryable: false, ...origin, ...facts })) {
      Object.defineProperty(this, key, { value, enumerable: typeof value !== 'object' })
    }
  }
}

/** The server could not be reached, or the connection broke. */
export class NetworkError extends ApiError {
  override readonly name: string = 'NetworkError'
}

/** No complete answer within `timeoutMs` or `deadlineMs`. */
export class TimeoutError extends ApiError {
  override readonly name: string = 'TimeoutError'
}

/** The caller's signal ended the call; `cause` is the reason it gave. */
export class AbortedError extends ApiError {
  override readonly name: string = 'AbortedError'
}

/** Something answered, but not in GraphQL: a proxy, another server, a redirect. Redirects are not followed. */
export class HttpError extends ApiError {
  override readonly name: string = 'HttpError'
  /** 0 for a redirect in a browser, which does not tell more. */
  declare readonly status: number
}

/** Not signed in, or not allowed. */
export class AuthError extends ApiError {
  override readonly name: string = 'AuthError'
}

/** Too many requests: `retryAfterMs` tells how long to wait. */
export class RateLimitError extends ApiError {
  override readonly name: string = 'RateLimitError'
}

/** The server refused the input; the same call will be refused again. */
export class UserInputError extends ApiError {
  override readonly name: string = 'UserInputError'
  /** Missing when the document or the variables were refused before the operation began. */
  declare readonly userErrors?: readonly UserError[]
}

/** Somebody else changed the entity first. */
export class ConflictError<Entity = unknown> extends UserInputError {
  override readonly name: string = 'ConflictError'
  /** The entity as it is now, with the `version` to expect; missing when the document does not select it. */
  declare readonly current?: Entity
}

/** The server failed, or gave a code this version does not know. */
export class ServerError extends ApiError {
  override readonly name: string = 'ServerError'
}
