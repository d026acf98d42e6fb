import type { HeaderMap } from '@apollo/server'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { DeadlinePassed } from '../http/deadline.js'
import { requestError } from './request-error.js'

/** How an error is told. */
export type Mask = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError

/** An answer without data, for what Apollo itself does not answer. */
export interface Refusal {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly errors: readonly GraphQLFormattedError[]
}

interface Head {
  readonly status?: number
  readonly headers?: HeaderMap
}

export function refusalOf(error: unknown, mask: Mask): Refusal {
  const refused = asGraphQLError(error)
  const { status = 500, headers = [] } = (refused.extensions.http ?? {}) as Head
  return { status, headers: Object.fromEntries(headers), errors: [toldOf(refused, mask)] }
}

/** An error as it is told, without what it says of HTTP. */
export function toldOf(error: GraphQLError, mask: Mask): GraphQLFormattedError {
  const { http: _, code = 'INTERNAL_SERVER_ERROR', ...rest } = error.extensions
  return mask({ ...error.toJSON(), extensions: { ...rest, code } }, error)
}

export function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  if (error instanceof DeadlinePassed) return requestError('OVERLOADED', LATE)
  const originalError = error instanceof Error ? error : new Error(String(error))
  return new GraphQLError(originalError.message, { originalError })
}

const LATE = 'The server could not do it in time. Ask for less at once, or try again.'
