/** Every code of a GraphQL error at the time of this version. */
export type KnownErrorCode =
  /** The HTTP request is not a GraphQL request. */
  | 'BAD_REQUEST'
  /** An argument or variable is not of the expected form. The message says which and what was expected. */
  | 'BAD_USER_INPUT'
  /** You may not ask this; the message says who may, or which scope an API key lacks. */
  | 'FORBIDDEN'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** A request with this Idempotency-Key is still running. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The Idempotency-Key was used before, for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A fault of the server. Tell its operator the request id. */
  | 'INTERNAL_SERVER_ERROR'
  /** The request asks for more than is allowed. The message names the limit. */
  | 'LIMIT_EXCEEDED'
  /** The document has no operation of that name, or several and no name was given. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The server could not do it in time. Send the same request again; a change that was made is not made twice. */
  | 'OVERLOADED'
  /** Too many requests. Wait as long as Retry-After says. */
  | 'RATE_LIMITED'
  /** No one is signed in, or the token is not valid (any more). Get a new token. */
  | 'UNAUTHENTICATED'
