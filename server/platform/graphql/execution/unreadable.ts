import type { ExecutionResult, GraphQLError } from 'graphql'

/**
 * What a mutation answers, where an API key lacks the scope to read a part of it: null, as `nullWhereForbidden` has it for
 * the whole, and no error. An error is what says that nothing was changed, and would have the change sent again.
 */
export function withoutUnreadable({ errors = [], ...result }: ExecutionResult): ExecutionResult {
  const isOfReading = ({ path, extensions }: GraphQLError) =>
    extensions.code === 'FORBIDDEN' && Boolean(result.data?.[path![0]!])
  const left = errors.filter((error) => !isOfReading(error))
  return left.length > 0 ? { ...result, errors: left } : result
}
