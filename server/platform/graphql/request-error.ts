import { HeaderMap } from '@apollo/server'
import { GraphQLError } from 'graphql'

/** The codes a GraphQL error carries in `extensions.code`; the closed list behind `ErrorCode` in the schema. */
export const ERROR_CODES = {
  UNAUTHENTICATED: 'No one is signed in, or the token is not valid (any more). Get a new token.',
  FORBIDDEN: 'The request as a whole is refused to this viewer.',
  BAD_USER_INPUT:
    'An argument or variable is not of the expected form. The message says which and what was expected.',
  BAD_REQUEST: 'The HTTP request is not a GraphQL request.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE:
    'The document has no operation of that name, or several and no name was given.',
  LIMIT_EXCEEDED: 'The request asks for more than is allowed. The message names the limit.',
  RATE_LIMITED: 'Too many requests. Wait as long as Retry-After says.',
  OVERLOADED:
    'The server could not do it in time. Send the same request again; a change that was made is not made twice.',
  IDEMPOTENCY_KEY_REUSED: 'The Idempotency-Key was used before, for another request.',
  IDEMPOTENCY_IN_PROGRESS: 'A request with this Idempotency-Key is still running.',
  INTERNAL_SERVER_ERROR: 'A fault of the server. Tell its operator the request id.',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

const RETRY_AFTER = new HeaderMap([['retry-after', '1']])

const HTTP: Partial<Record<ErrorCode, object>> = {
  UNAUTHENTICATED: { status: 401 },
  OVERLOADED: { status: 503, headers: RETRY_AFTER },
}

/** A refusal of the request, told to the caller as it is. */
export function requestError(code: ErrorCode, message: string): GraphQLError {
  const http = HTTP[code]
  return new GraphQLError(message, { extensions: { code, ...(http && { http }) } })
}
