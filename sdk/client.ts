import { type Arguments, type Document, operationIn, textOf } from './document.js'
import type { CallOptions, ClientOptions } from './options.js'
import { tokensFrom } from './token.js'
import { deliver } from './transport.js'

export interface Client {
  /** Sends any document of your own as one request; resolves to its data, throws an `ApiError` otherwise. */
  run<Result = unknown, V = unknown>(
    document: Document<Result, V>,
    ...args: Arguments<V, CallOptions>
  ): Promise<Result>
}

/** Holds where to go and as whom. Keeps no connection and no cache, so it need not be closed. */
export function createClient(settings: ClientOptions): Client {
  const tokens = tokensFrom(settings.token)
  return {
    async run<Result, V>(document: Document<Result, V>, ...[variables, options]: Arguments<V, CallOptions>) {
      const query = textOf(document, settings.print)
      const [operationName, isMutation] = operationIn(query)
      // Not randomUUID: browsers have it only on https.
      const requestId = crypto.getRandomValues(new Uint32Array(4)).join('-')
      const headers: Record<string, string> = {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        'x-request-id': requestId,
        ...(isMutation && { 'idempotency-key': requestId }),
      }
      for (const [name, value] of Object.entries({ ...settings.headers, ...options?.headers }))
        headers[name.toLowerCase()] = value
      const body = JSON.stringify({ query, operationName, variables })
      return deliver({
        origin: { operation: operationName ?? 'request', requestId, attempts: 0 },
        request: { ...options?.fetchOptions, method: 'POST', headers, body, redirect: 'manual' },
        options: { ...settings, ...options },
        tokens,
        ending: new AbortController(),
      }) as Promise<Result>
    },
  }
}
