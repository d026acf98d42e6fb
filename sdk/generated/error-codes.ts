/** Every code of a GraphQL error at the time of this version. */
export type KnownErrorCode =
  /** The HTTP request is not a GraphQL request. */
  | 'BAD_REQUEST'
  /** An argument or variable is not of the expected form. The message says which and what was expected. */
  | 'BAD_USER_INPUT'
  /** This server answers known documents only. Use an operation of the SDK, or ask its operator. */
  | 'DOCUMENT_NOT_TRUSTED'
  /** You may not ask this; the message says who may, or which scope an API key lacks. */
  | 'FORBIDDEN'
  /** The document is not GraphQL. */
  | 'GRAPHQL_PARSE_FAILED'
  /** The document does not fit the schema. */
  | 'GRAPHQL_VALIDATION_FAILED'
  /** A request with this Idempotency-Key is still running. Send the same again after Retry-After. */
  | 'IDEMPOTENCY_IN_PROGRESS'
  /** The Idempotency-Key was used before, for another request. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** A request with this Idempotency-Key changed something, but the server could not answer it. Read what there is now. */
  | 'IDEMPOTENCY_OUTCOME_LOST'
  /** A fault of the server. Tell its operator the request id. */
  | 'INTERNAL_SERVER_ERROR'
  /** The request asks for more than is allowed. The message names the limit. */
  | 'LIMIT_EXCEEDED'
  /** The document has no operation of that name, or several and no name was given. */
  | 'OPERATION_RESOLUTION_FAILURE'
  /** The server could not do it in time. Send it again: a mutation with the same Idempotency-Key; without one, read first what there is. */
  | 'OVERLOADED'
  /** The server knows no document of this hash. Send the text along; a document of the SDK is known by its hash. */
  | 'PERSISTED_QUERY_NOT_FOUND'
  /** Too many requests. Wait as long as Retry-After says. */
  | 'RATE_LIMITED'
  /** No one is signed in, or the token is not valid (any more). Get a new token. */
  | 'UNAUTHENTICATED'
