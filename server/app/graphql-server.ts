import { ApolloServer } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import type { DataSource } from 'typeorm'
import type { Execution, Mode, TrustedDocuments } from '../platform/config.js'
import type { Context } from '../platform/context.js'
import { maskError } from '../platform/graphql/error-mask.js'
import { asGateway, createExecution } from '../platform/graphql/execution/execute.js'
import { writeAnswer } from '../platform/graphql/execution/words.js'
import { introspectionOnce } from '../platform/graphql/introspection-once.js'
import { documentLimits, refusedDocumentRule } from '../platform/graphql/limits/document-limits.js'
import {
  MAX_TOKENS,
  withRefusalCode,
  withRequestCode,
  withoutSuggestion,
} from '../platform/graphql/limits/document-refusal.js'
import { knownRoot } from '../platform/graphql/limits/known-root.js'
import { operationCost, type Metered } from '../platform/graphql/limits/operation-cost.js'
import { okForPlainJson } from '../platform/graphql/plain-json.js'
import { documentsByHash, trustedDocuments, type Manifest } from '../platform/graphql/trusted-documents.js'
import type { Mask } from '../platform/graphql/refusal.js'
import { attributeErrors, attributing } from '../platform/graphql/request-of-error.js'
import { allowOrigins } from '../platform/http/cross-origin.js'
import { DeadlinePassed, inTime } from '../platform/http/deadline.js'
import { refuseUnfitRequests } from '../platform/http/fit-requests.js'
import type { RateLimit, RateLimiter } from '../platform/http/rate-limit.js'
import type { SignIn } from '../platform/http/sign-in/sign-in.js'
import { idempotency } from '../platform/idempotency/idempotency.js'
import { wantsEvents } from '../platform/live/event-stream.js'
import { subscriptionPlugin, type Streamable } from '../platform/live/subscription-plugin.js'
import type { Log } from '../platform/log.js'
import type { Metrics } from '../platform/metrics/metrics.js'
import { observeOperations } from '../platform/metrics/observe.js'
import { requestContext } from './context.js'
import { createLiveRequests, type LiveOptions } from './live-requests.js'
import { allowSockets, answerWithEvents, refuseForeignSockets, socketHandler } from './live-routes.js'
import { meteredContext } from './metered-context.js'
import { signInFirstPlugin } from './sign-in-first.js'

export const DEADLINE_MS = 15_000

export interface GraphQLOptions {
  readonly database: DataSource
  readonly signIn: SignIn
  readonly log: Log
  readonly mode: Mode
  /** Absent or null: nobody is limited. */
  readonly rateLimit?: RateLimit | null
  /** Origins whose pages may ask, beside our own. */
  readonly corsOrigins?: readonly string[]
  /** After so long a request is answered with OVERLOADED; of a subscription each event. */
  readonly deadlineMs?: number
  readonly live?: LiveOptions
  /** Which documents are answered; absent: all. */
  readonly trustedDocuments?: TrustedDocuments
  /** Absent: compiled. */
  readonly execution?: Execution
}

interface Parts {
  readonly schema: GraphQLSchema
  readonly manifest: Manifest
  readonly metrics: Metrics
  /** Null: nobody is limited. */
  readonly limiter: RateLimiter | null
}

/** Serves the API on /graphql of `app`. */
export async function registerGraphQL(
  app: FastifyInstance,
  parts: Parts,
  options: GraphQLOptions,
): Promise<void> {
  const { database, signIn, log, corsOrigins = [], deadlineMs = DEADLINE_MS } = options
  const mask = maskOf(parts, options)
  const apollo = createApollo(parts, options, mask)
  await apollo.start()
  const { schema, limiter } = parts
  const given = { apollo, schema, database, signIn, log, limiter, deadlineMs, mask }
  const live = createLiveRequests({ ...given, ...options.live })
  await allowSockets(app, live)
  await app.register(async (scope) => {
    await allowOrigins(scope, corsOrigins)
    refuseUnfitRequests(scope)
    refuseForeignSockets(scope, corsOrigins, mask)
    scope.addHook('onSend', async (request, reply) => {
      void reply.header('cache-control', 'no-store')
      await limiter?.tell(request, reply)
    })
    const answer = fastifyApolloHandler(apollo, {
      context: async (request, reply) => {
        const { id: requestId, headers } = request
        const { authorization } = headers
        const context = await attributing(requestId, () =>
          meteredContext(limiter, request, () =>
            requestContext({ database, signIn, log, requestId, authorization }),
          ),
        )
        // Nobody waits for it any more.
        if (reply.sent) throw new DeadlinePassed(deadlineMs)
        return context
      },
    })
    const handler = async (request: FastifyRequest, reply: FastifyReply) =>
      wantsEvents(request.headers)
        ? answerWithEvents(live, mask, request, reply)
        : inTime(deadlineMs, Promise.resolve(answer.call(app, request, reply)))
    scope.route({ url: '/graphql', method: 'GET', handler, wsHandler: socketHandler(live, log) })
    scope.route({ url: '/graphql', method: ['POST', 'PUT', 'PATCH', 'DELETE'], handler })
  })
  // Fastify drains: by now nothing is in flight. The integration's own drain plugin would wait for this very hook.
  app.addHook('onClose', () => apollo.stop())
}

function maskOf({ metrics }: Parts, { log, mode }: GraphQLOptions): Mask {
  return (formatted, error) => {
    const told = maskError(log, withRefusalCode(withRequestCode(formatted), error), error)
    metrics.refusals.inc({ code: String(told.extensions?.code) })
    return mode === 'production' ? withoutSuggestion(told) : told
  }
}

type Answering = Context & Metered & Streamable

function createApollo(
  { schema, manifest, metrics }: Parts,
  { log, mode, trustedDocuments: trusted = 'off', execution = 'compiled' }: GraphQLOptions,
  formatError: Mask,
): ApolloServer<Answering> {
  return new ApolloServer<Answering>({
    gateway: asGateway(schema, createExecution(schema, execution)),
    // Apollo hands it on as it is, and fastify sends bytes and streams as well as text.
    stringifyResult: (answer) => writeAnswer(answer) as string,
    introspection: true,
    // fit-requests.ts refuses what another site could send: only cookies could make it worth sending.
    csrfPrevention: false,
    persistedQueries: { cache: documentsByHash(manifest), ttl: null },
    stopOnTerminationSignals: false,
    validationRules: [refusedDocumentRule, knownRoot, introspectionOnce],
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    // Finding them also takes most of the time in which a document full of unknown names is refused.
    validationOptions: { hideSuggestions: mode === 'production' },
    formatError,
    plugins: [
      attributeErrors,
      trustedDocuments(trusted, manifest, log, () => metrics.untrusted.inc()),
      documentLimits,
      signInFirstPlugin,
      operationCost,
      subscriptionPlugin,
      okForPlainJson,
      idempotency(log),
      observeOperations(metrics),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
  })
}
