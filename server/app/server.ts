import type { FastifyInstance } from 'fastify'
import type { MetricsAccess } from '../platform/config.js'
import { createHttpServer, type HttpOptions } from '../platform/http/http-server.js'
import { registerHealth, type Readiness } from '../platform/http/health.js'
import { registerMeasure } from '../platform/http/playground-measure.js'
import { createRateLimiter } from '../platform/http/rate-limit.js'
import { registerText } from '../platform/http/text.js'
import { createMetrics } from '../platform/metrics/metrics.js'
import { registerMetrics } from '../platform/metrics/metrics-route.js'
import { observeRequests } from '../platform/metrics/observe.js'
import { registerGraphQL, type GraphQLOptions } from './graphql-server.js'
import { readManifest } from './manifest.js'
import { registerApiPlayground } from './playground.js'
import { apiSchema, printApi } from './schema.js'

export type ServerOptions = GraphQLOptions &
  HttpOptions & {
    /** Absent: there are no metrics. */
    readonly metricsAccess?: MetricsAccess
    /** Absent: ready until it is closed. */
    readonly readiness?: Readiness
  }

/** Everything the server answers to; not listening yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = createHttpServer(options)
  const { database, metricsAccess, readiness } = options
  const metrics = createMetrics(database)
  observeRequests(app, metrics)
  registerMetrics(app, metrics, metricsAccess)
  registerHealth(app, database, readiness)
  const schema = apiSchema()
  registerText(app, '/schema.graphql', printApi(schema))
  const limiter = options.rateLimit ? createRateLimiter(options.rateLimit) : null
  await registerApiPlayground(app, options)
  registerMeasure(app, schema, limiter)
  await registerGraphQL(app, { schema, metrics, limiter, manifest: await readManifest() }, options)
  return app
}
