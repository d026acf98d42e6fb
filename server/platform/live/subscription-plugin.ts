import { HeaderMap, type ApolloServerPlugin } from '@apollo/server'
import { OperationTypeNode } from 'graphql'
import { requestError } from '../graphql/request-error.js'
import { costOf } from '../graphql/limits/operation-cost.js'
import type { Subscription } from './results.js'

export interface Opened extends Omit<Subscription, 'schema'> {
  readonly cost: number
}

/** What the context of a request has beside, when it came by a way that can be answered with a stream. */
export interface Streamable {
  readonly openStream?: (subscription: Opened) => void
  /** A GET may not change anything. */
  readonly isGet?: boolean
}

const { MUTATION, SUBSCRIPTION } = OperationTypeNode
const NO_STREAM =
  'A subscription is answered with a stream: send it with the header Accept: text/event-stream, or over a WebSocket.'
const BY_POST = 'A mutation is not taken by GET: send it by POST.'

/** Hands over a subscription that has passed everything a query has to, instead of running it. */
export const subscriptionPlugin: ApolloServerPlugin<Streamable & object> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async ({ operation, contextValue }) => {
        if (operation?.operation === SUBSCRIPTION && !contextValue.openStream)
          throw requestError('BAD_REQUEST', NO_STREAM, { status: 406 })
        if (operation?.operation === MUTATION && contextValue.isGet)
          throw requestError('BAD_REQUEST', BY_POST, {
            status: 405,
            headers: new HeaderMap([['allow', 'POST']]),
          })
      },
      responseForOperation: async (resolved) => {
        const { operation, contextValue, document, request } = resolved
        if (operation?.operation !== SUBSCRIPTION || !contextValue.openStream) return null
        const { operationName, variables: variableValues = {} } = request
        contextValue.openStream({ document, operationName, variableValues, cost: costOf(resolved) })
        const http = { headers: new HeaderMap() }
        return { http, body: { kind: 'single', singleResult: {} } }
      },
    }),
}
