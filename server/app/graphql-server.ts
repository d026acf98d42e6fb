import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { DataSource } from 'typeorm'
import type { Mode } from '../platform/config.js'
import type { Context } from '../platform/context.js'
import { maskError } from '../platform/graphql/error-mask.js'
import { introspectionOnce } from '../platform/graphql/introspection-once.js'
import { documentLimits, documentLimitsRule } from '../platform/graphql/limits/document-limits.js'
import { MAX_TOKENS, withLimitCode, withoutSuggestion } from '../platform/graphql/limits/document-refusal.js'
import { knownRoot } from '../platform/graphql/limits/known-root.js'
import { operationCost, type Metered } from '../platform/graphql/limits/operation-cost.js'
import { allowOrigins } from '../platform/http/cross-origin.js'
import { inTime } from '../platform/http/deadline.js'
import { createRateLimiter, type RateLimit } from '../platform/http/rate-limit.js'
import type { SignIn } from '../platform/http/sign-in/sign-in.js'
import type { Log } from '../platform/log.js'
import { requestContext } from './context.js'
import { meteredContext } from './metered-context.js'
import { signInFirstPlugin } from './sign-in-first.js'

const DEADLINE_MS = 15_000

export interface GraphQLOptions {
  readonly database: DataSource
  readonly signIn: SignIn
  readonly log: Log
  readonly mode: Mode
  /** Absent or null: nobody is limited. */
  readonly rateLimit?: RateLimit | null
  /** Origins whose pages may ask, beside our own. */
  readonly corsOrigins?: readonly string[]
  /** After so long a request is answered with OVERLOADED. */
  readonly deadlineMs?: number
}

/** Serves the API on /graphql of `app`. */
export async function registerGraphQL(
  app: FastifyInstance,
  schema: GraphQLSchema,
  options: GraphQLOptions,
): Promise<void> {
  const { database, signIn, log, rateLimit, corsOrigins = [], deadlineMs = DEADLINE_MS } = options
  const apollo = createApollo(schema, options)
  await apollo.start()
  const limiter = rateLimit ? createRateLimiter(rateLimit) : null
  await app.register(async (scope) => {
    await allowOrigins(scope, corsOrigins)
    scope.addHook('onSend', async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      await limiter?.tell(request, reply)
    })
    const answer = fastifyApolloHandler(apollo, {
      context: (request) => {
        const { id: requestId, headers } = request
        const { authorization } = headers
        return meteredContext(limiter, request, () =>
          requestContext({ database, signIn, log, requestId, authorization }),
        )
      },
    })
    scope.route({
      url: '/graphql',
      method: ['GET', 'POST'],
      handler: async (request, reply) =>
        inTime(deadlineMs, Promise.resolve(answer.call(app, request, reply))),
    })
  })
  // Fastify drains: by now nothing is in flight. The integration's own drain plugin would wait for this very hook.
  app.addHook('onClose', () => apollo.stop())
}

function createApollo(schema: GraphQLSchema, { log, mode }: GraphQLOptions): ApolloServer<Context & Metered> {
  return new ApolloServer<Context & Metered>({
    schema,
    introspection: true,
    stopOnTerminationSignals: false,
    validationRules: [documentLimitsRule, knownRoot, introspectionOnce],
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    // Finding them also takes most of the time in which a document full of unknown names is refused.
    validationOptions: { hideSuggestions: mode === 'production' },
    formatError: (formatted, error) => {
      const told = maskError(log, withLimitCode(formatted, error), error)
      return mode === 'production' ? withoutSuggestion(told) : told
    },
    plugins: [
      documentLimits,
      signInFirstPlugin,
      operationCost,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
}
