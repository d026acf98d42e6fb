import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import type { ErrorCode } from '../request-error.js'

export const MAX_TOKENS = 5_000

const LIMIT_EXCEEDED: ErrorCode = 'LIMIT_EXCEEDED'
/** Codes that a document is refused with in the place of its validation. */
const REFUSALS: readonly unknown[] = [LIMIT_EXCEEDED, 'DOCUMENT_NOT_TRUSTED' satisfies ErrorCode]

/** Limits of graphql-js itself, which it tells in words for nobody and without their figures. */
const LIMITS_OF_GRAPHQL: readonly (readonly [RegExp, string])[] = [
  [
    /more tha[nt] \d+ tokens/,
    `The document has more than ${MAX_TOKENS} tokens, which is the limit. Send several requests, or values as variables.`,
  ],
  [
    /call stack/,
    'The document is nested too deep to be read. Send values as variables, or several requests.',
  ],
  [
    /^Validation aborted\.$/,
    'The document asks for the same names too often: more than 500000 comparisons would tell whether they agree, which is the limit. Ask for each field once.',
  ],
]
const STEPS = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED']

/** What is wrong with `extensions.persistedQuery`: Apollo refuses it as if the fault were ours. */
const OF_HASH = /^(Unsupported persisted query version|provided sha does not match query)$/

export function withRequestCode(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const code: ErrorCode = 'BAD_REQUEST'
  const message = `extensions.persistedQuery: ${formatted.message}; expected version 1 and the SHA-256 of the query.`
  return OF_HASH.test(formatted.message) ? { message, extensions: { code } } : formatted
}

/** What was refused, or failed because of a limit, says so: Apollo gives it the code of the step that failed. */
export function withRefusalCode(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (!STEPS.includes(String(formatted.extensions?.code))) return formatted
  const { originalError } = error instanceof GraphQLError ? error : {}
  const code = originalError instanceof GraphQLError ? originalError.extensions.code : undefined
  if (REFUSALS.includes(code)) return { ...formatted, extensions: { ...formatted.extensions, code } }
  const [, message] = LIMITS_OF_GRAPHQL.find(([pattern]) => pattern.test(formatted.message)) ?? []
  return message === undefined ? formatted : { message, extensions: { code: LIMIT_EXCEEDED } }
}

/** Without what graphql-js guesses was meant, in a document as in a variable. */
export function withoutSuggestion(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, message: formatted.message.replace(/ ?Did you mean .+\?$/s, '') }
}
