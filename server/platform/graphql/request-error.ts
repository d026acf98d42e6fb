import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'
import type { Eventually } from '../eventually.js'

/** What to do when it is not known whether something was changed. */
export const SEND_AGAIN =
  'Send it again: a mutation with the same Idempotency-Key; without one, read first what there is.'

/** The codes a GraphQL error carries in `extensions.code`; the closed list behind `ErrorCode` in the schema. */
export const ERROR_CODES = {
  UNAUTHENTICATED: 'No one is signed in, or the token is not valid (any more). Get a new token.',
  FORBIDDEN: 'You may not ask this; the message says who may, or which scope an API key lacks.',
  BAD_USER_INPUT:
    'An argument or variable is not of the expected form. The message says which and what was expected.',
  BAD_REQUEST: 'The HTTP request is not a GraphQL request.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation of that name, or several and no name was given.',
  LIMIT_EXCEEDED: 'The request asks for more than is allowed. The message names the limit.',
  RATE_LIMITED: 'Too many requests. Wait as long as Retry-After says.',
  OVERLOADED: `The server could not do it in time. ${SEND_AGAIN}`,
  PERSISTED_QUERY_NOT_FOUND:
    'The server knows no document of this hash. Send the text along; a document of the SDK is known by its hash.',
  DOCUMENT_NOT_TRUSTED:
    'This server answers known documents only. Use an operation of the SDK, or ask its operator.',
  IDEMPOTENCY_KEY_REUSED: 'The Idempotency-Key was used before, for another request.',
  IDEMPOTENCY_IN_PROGRESS:
    'A request with this Idempotency-Key is still running. Send the same again after Retry-After.',
  IDEMPOTENCY_OUTCOME_LOST:
    'A request with this Idempotency-Key changed something, but the server could not answer it. Read what there is now.',
  INTERNAL_SERVER_ERROR: 'A fault of the server. Tell its operator the request id.',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

const SIGN_IN_WITH = new HeaderMap([['www-authenticate', 'Bearer']])
const RETRY_AFTER = new HeaderMap([['retry-after', '1']])

interface Head {
  readonly status: number
  readonly headers?: HeaderMap
}

/** How a request is answered that is refused with the code as a whole. */
export const ERROR_HTTP: Readonly<Partial<Record<ErrorCode, Head>>> = {
  BAD_REQUEST: { status: 400 },
  UNAUTHENTICATED: { status: 401, headers: SIGN_IN_WITH },
  LIMIT_EXCEEDED: { status: 400 },
  RATE_LIMITED: { status: 429 },
  OVERLOADED: { status: 503, headers: RETRY_AFTER },
  IDEMPOTENCY_KEY_REUSED: { status: 422 },
  IDEMPOTENCY_IN_PROGRESS: { status: 409, headers: RETRY_AFTER },
  IDEMPOTENCY_OUTCOME_LOST: { status: 409 },
}

/** Who is refused at the door gets no answer at all; FORBIDDEN in a field leaves the others answered. */
export const AT_THE_DOOR = { status: 403 }

/** What `read` answers, or null where an API key lacks the scope for it: to have changed something is no right to read. */
export async function nullWhereForbidden<T>(read: () => Eventually<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === 'FORBIDDEN') return null
    throw error
  }
}

/** A fault of ours after something was changed: the message is told, since the caller has to know; its cause is logged. */
export class ToldFault extends Error {
  override readonly name = 'ToldFault'
}

/** A refusal, told to the caller as it is. */
export function requestError(
  code: ErrorCode,
  message: string,
  http: Partial<Head> | undefined = ERROR_HTTP[code],
): GraphQLError {
  return new GraphQLError(message, { extensions: { code, ...(http && { http }) } })
}
