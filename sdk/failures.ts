import type { Call } from './call.js'
import * as errors from './errors.js'
import type { KnownErrorCode } from './generated/error-codes.js'

/** What is the server's own trouble or its operator's choice is a ServerError, and so is every code new to this version. */
type ServerCode =
  | 'OVERLOADED'
  | 'IDEMPOTENCY_IN_PROGRESS'
  | 'IDEMPOTENCY_OUTCOME_LOST'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'INTERNAL_SERVER_ERROR'

const ERROR_OF_CODE: Record<Exclude<KnownErrorCode, ServerCode>, typeof errors.ServerError> = {
  UNAUTHENTICATED: errors.AuthError,
  FORBIDDEN: errors.AuthError,
  BAD_REQUEST: errors.UserInputError,
  BAD_USER_INPUT: errors.UserInputError,
  GRAPHQL_PARSE_FAILED: errors.UserInputError,
  GRAPHQL_VALIDATION_FAILED: errors.UserInputError,
  OPERATION_RESOLUTION_FAILURE: errors.UserInputError,
  LIMIT_EXCEEDED: errors.UserInputError,
  IDEMPOTENCY_KEY_REUSED: errors.UserInputError,
  RATE_LIMITED: errors.RateLimitError,
}
const CODE_OF_STATUS: Record<number, KnownErrorCode> = { 401: 'UNAUTHENTICATED', 429: 'RATE_LIMITED' }

interface Body {
  readonly data?: object
  readonly errors?: readonly errors.GraphQLFault[]
}

interface Payload {
  readonly userErrors?: readonly errors.UserError[]
  readonly version?: number
}

/** The data of an answer that the caller takes for good; throws the error that fits any other. */
export function dataOf({ status, headers }: Response, text: string, { origin, options }: Call): object {
  const { data, errors: faults = [] } = parse(text)
  if (data && (options.partial || !faults[0])) {
    if (options.userErrors !== 'return') throwUserErrors(data, origin)
    return data
  }
  const code = faults[0]?.extensions?.code ?? CODE_OF_STATUS[status]
  const isKnown = Object.hasOwn(ERROR_OF_CODE, code as string)
  const known = isKnown && ERROR_OF_CODE[code as keyof typeof ERROR_OF_CODE]
  const Failure = known || (faults[0] ? errors.ServerError : errors.HttpError)
  // A missing header is null, which is no number and no date.
  const wait = headers.get('retry-after')!
  const retryAfterMs = Math.max(0, +wait * 1000 || Date.parse(wait) - Date.now()) || undefined
  const retryable = /^(408|425|429|50[234])|LIMITED|OVERLOADED|PROGRESS/.test(`${status} ${code}`)
  throw new Failure(code ?? `HTTP ${status}`, origin, { data, faults, status, code, retryable, retryAfterMs })
}

function parse(text: string): Body {
  try {
    return Object(JSON.parse(text)) as Body
  } catch {
    return {}
  }
}

/** With the current entity when the caller's version was stale. */
function throwUserErrors(data: object, origin: errors.Origin): void {
  for (const payload of Object.values(data) as (Payload | null)[]) {
    const userErrors = payload?.userErrors
    const code = userErrors?.[0]?.code
    const Refusal = code === 'VERSION_CONFLICT' ? errors.ConflictError : errors.UserInputError
    const current = (Object.values(payload ?? {}) as (Payload | null)[]).find((value) => value?.version)
    if (code) throw new Refusal(code, origin, { data, userErrors, code, current })
  }
}
