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
import type { Context } from '../platform/context.js'
import { maskError } from '../platform/graphql/error-mask.js'
import { introspectionOnce } from '../platform/graphql/introspection-once.js'
import type { Log } from '../platform/log.js'
import { requestContext } from './context.js'
import { signInFirstPlugin } from './sign-in-first.js'

const MAX_TOKENS = 5_000
// Counted with every fragment in its place, so that a small document cannot unfold into a large one.
const MAX_SELECTIONS = 10_000

export interface GraphQLOptions {
  readonly database: DataSource
  readonly jwtSecret: string
  readonly log: Log
}

/** Serves the API on /graphql of `app`. */
export async function registerGraphQL(
  app: FastifyInstance,
  schema: GraphQLSchema,
  { database, jwtSecret, log }: GraphQLOptions,
): Promise<void> {
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    stopOnTerminationSignals: false,
    maxRecursiveSelections: MAX_SELECTIONS,
    validationRules: [introspectionOnce],
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    formatError: (formatted, error) => maskError(log, formatted, error),
    plugins: [
      signInFirstPlugin,
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
  await apollo.start()
  app.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    handler: fastifyApolloHandler(apollo, {
      context: ({ id, headers }) =>
        requestContext({ database, jwtSecret, requestId: id, authorization: headers.authorization }),
    }),
  })
  // Fastify drains: by now nothing is in flight. The integration's own drain plugin would wait for this very hook.
  app.addHook('onClose', () => apollo.stop())
}
