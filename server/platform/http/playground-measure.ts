import type { FastifyInstance } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { weigh, type Weighed } from '../graphql/limits/weigh.js'
import type { Measured } from '../graphql/limits/weight.js'
import { addressOf, type RateLimiter } from './rate-limit.js'
import { refusal } from './refusal.js'

const BODY = {
  type: 'object',
  required: ['query'],
  properties: {
    query: { type: 'string' },
    variables: { type: ['object', 'null'] },
    operationName: { type: ['string', 'null'] },
  },
}

/**
 * Says on POST /playground/measure how large a document is and what it costs, without running it. Nobody is signed in:
 * the schema is public. A point of the address is what it takes.
 */
export function registerMeasure(
  app: FastifyInstance,
  schema: GraphQLSchema,
  limiter: RateLimiter | null,
): void {
  void app.register(async (scope) => {
    scope.addHook('onSend', async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      await limiter?.tell(request, reply)
    })
    scope.addHook('preValidation', async (request, reply) => {
      await limiter?.admit(request, addressOf(request)).catch((error: unknown) => {
        if (!(error instanceof GraphQLError)) throw error
        return reply.code(429).send(refusal(error.message, 'RATE_LIMITED'))
      })
    })
    scope.post<{ Body: Weighed }>(
      '/playground/measure',
      { schema: { body: BODY } },
      ({ body }): Measured => ({
        weight: weigh(schema, body),
      }),
    )
  })
}
