import type { ApolloServerPlugin } from '@apollo/server'
import type { FastifyInstance } from 'fastify'
import type { OperationDefinitionNode } from 'graphql'
import type { Metrics } from './metrics.js'

/** Counts what `app` answers, by the route and not by what was asked for. */
export function observeRequests(app: FastifyInstance, { requests, durations }: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none'
    requests.inc({ route, status: reply.statusCode })
    durations.observe({ route }, reply.elapsedTime / 1_000)
    done()
  })
}

export function observeOperations({ operations }: Metrics): ApolloServerPlugin {
  return {
    requestDidStart: () =>
      Promise.resolve({
        executionDidStart: async (request) => {
          // None, whatever Apollo's type says, when the document has several and no name was given.
          const operation = request.operation as OperationDefinitionNode | undefined
          if (operation) operations.inc({ type: operation.operation })
        },
      }),
  }
}
