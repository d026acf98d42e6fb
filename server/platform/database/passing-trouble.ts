import pg from 'pg'
import {
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm'

/** PostgreSQL's codes for "not now": lock or statement timeout, deadlock, serialization, shutdown, too many connections. */
const PASSING = new Set(['55P03', '57014', '40P01', '40001', '57P01', '57P02', '57P03', '53300', '25P03'])
const CONNECTION_LOST =
  /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|not queryable|timeout exceeded when trying to connect/
/** A connection that is lost between two statements is given back at once. */
const GIVEN_BACK = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError]

/**
 * Whether the same may go well a moment later. What PostgreSQL says has a code, and texts of callers in it; a connection
 * that is lost has words alone, or a code of Node.
 */
export function isPassing(cause: unknown): boolean {
  if (GIVEN_BACK.some((kind) => cause instanceof kind)) return true
  const error: unknown = cause instanceof QueryFailedError ? cause.driverError : cause
  if (error instanceof pg.DatabaseError) return PASSING.has(String(error.code))
  if (!(error instanceof Error)) return false
  const { code = '' } = error as { code?: string }
  return CONNECTION_LOST.test(`${code} ${error.message}`)
}
