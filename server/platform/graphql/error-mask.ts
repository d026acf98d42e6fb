import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { isPassing } from '../database/passing-trouble.js'
import type { Log } from '../log.js'
import { requestOf } from './request-of-error.js'
import { ERROR_CODES, requestError, ToldFault } from './request-error.js'

/**
 * What the caller is told. Our own refusals and what graphql-js says of a document pass; everything else is a fault
 * of ours: logged whole under the request id, and told as nothing but that, unless it says itself what to tell.
 */
export function maskError(log: Log, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error)
  const requestId = requestOf(error) ?? 'none'
  if (isPassing(cause)) {
    log.warn({ requestId, reason: String(cause) }, 'refused: the database could not do it in time')
    return told(formatted, 'OVERLOADED', ERROR_CODES.OVERLOADED)
  }
  const code = formatted.extensions?.code
  const isOurs = cause instanceof GraphQLError && typeof code === 'string' && code in ERROR_CODES
  if (isOurs && code !== 'INTERNAL_SERVER_ERROR') return formatted
  log.error({ requestId, err: cause, path: formatted.path }, 'fault')
  const what = cause instanceof ToldFault ? cause.message : 'Something went wrong on our side.'
  return told(formatted, 'INTERNAL_SERVER_ERROR', `${what} Tell us the request id ${requestId}.`)
}

/** For what fails before there is a GraphQL response to put it in: a passing trouble becomes 503 with Retry-After. */
export async function refusingOverload<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isPassing(error) ? requestError('OVERLOADED', ERROR_CODES.OVERLOADED) : error
  }
}

function told(
  { path, locations }: GraphQLFormattedError,
  code: string,
  message: string,
): GraphQLFormattedError {
  return { message, ...(path && { path }), ...(locations && { locations }), extensions: { code } }
}
