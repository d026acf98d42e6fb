import { unwrapResolverError } from '@apollo/server/errors'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { QueryFailedError } from 'typeorm'
import type { Log } from '../log.js'
import { requestOf } from './request-of-error.js'
import { ERROR_CODES, requestError } from './request-error.js'

/** PostgreSQL's codes for "not now": lock or statement timeout, deadlock, serialization, shutdown, too many connections. */
const PASSING = new Set(['55P03', '57014', '40P01', '40001', '57P01', '57P02', '57P03', '53300', '25P03'])
const CONNECTION_LOST =
  /ECONNREFUSED|ECONNRESET|Connection terminated|timeout exceeded when trying to connect/

/**
 * What the caller is told. Our own refusals and what graphql-js says of a document pass; everything else is a fault
 * of ours: logged whole under the request id, and told as nothing but that.
 */
export function maskError(log: Log, formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const cause = unwrapResolverError(error)
  const requestId = requestOf(error) ?? 'none'
  if (isPassing(cause)) {
    log.warn({ requestId, reason: String(cause) }, 'refused: the database could not do it in time')
    return told(formatted, 'OVERLOADED', OVERLOADED)
  }
  const code = formatted.extensions?.code
  const isOurs = cause instanceof GraphQLError && typeof code === 'string' && code in ERROR_CODES
  if (isOurs && code !== 'INTERNAL_SERVER_ERROR') return formatted
  log.error({ requestId, err: cause, path: formatted.path }, 'fault')
  return told(
    formatted,
    'INTERNAL_SERVER_ERROR',
    `Something went wrong on our side. Tell us the request id ${requestId}.`,
  )
}

const OVERLOADED =
  'The server could not do it in time. Try again: repeating a change that was made changes nothing.'

/** For what fails before there is a GraphQL response to put it in: a passing trouble becomes 503 with Retry-After. */
export async function refusingOverload<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw isPassing(error) ? requestError('OVERLOADED', OVERLOADED) : error
  }
}

function isPassing(cause: unknown): boolean {
  if (cause instanceof QueryFailedError)
    return PASSING.has(String((cause.driverError as { code?: string }).code))
  return cause instanceof Error && CONNECTION_LOST.test(cause.message)
}

function told(
  { path, locations }: GraphQLFormattedError,
  code: string,
  message: string,
): GraphQLFormattedError {
  return { message, ...(path && { path }), ...(locations && { locations }), extensions: { code } }
}
