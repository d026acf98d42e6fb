import type { ApolloServerPlugin } from '@apollo/server'
import type { Context } from '../context.js'
import type { Mask } from './refusal.js'

/**
 * Who tells an error has nothing but the error at hand. An AsyncLocalStorage would know the request, but takes part in every
 * promise of every request: a quarter of the time of a large answer.
 */
const requests = new WeakMap<object, string>()

/** The id of the request in which the error came up, or what it tells of, if somebody said so. */
export function requestOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  return requests.get(error) ?? requestOf((error as { originalError?: unknown }).originalError)
}

/** Says in which request an error came up. */
export function attribute(error: unknown, requestId: string): void {
  if (typeof error === 'object' && error !== null) requests.set(error, requestId)
}

/** What `work` comes to; what it fails with is of this request. */
export async function attributing<T>(requestId: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    attribute(error, requestId)
    throw error
  }
}

/** A mask for whatever is told of one request. */
export function maskOfRequest(mask: Mask, requestId: string): Mask {
  return (formatted, error) => {
    attribute(error, requestId)
    return mask(formatted, error)
  }
}

/** All that comes up once Apollo has a context. */
export const attributeErrors: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      didEncounterErrors: ({ errors, contextValue }) => {
        for (const error of errors) attribute(error, contextValue.requestId)
        return Promise.resolve()
      },
    }),
}
