import type { ErrorCode } from '../graphql/request-error.js'

/** What never became a GraphQL request is refused in the shape in which one would be answered. */
export function refusal(message: string, code: ErrorCode = 'BAD_REQUEST') {
  return { errors: [{ message, extensions: { code } }] }
}
