import type { FastifyInstance } from 'fastify'
import { createHttpServer, type HttpOptions } from '../platform/http/http-server.js'
import { registerHealth } from '../platform/http/health.js'
import { registerGraphQL, type GraphQLOptions } from './graphql-server.js'
import { registerApiPlayground } from './playground.js'
import { createSchema, printApi } from './schema.js'

export type ServerOptions = GraphQLOptions & HttpOptions

/** Everything the server answers to; not listening yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const app = createHttpServer(options)
  registerHealth(app, options.database)
  const schema = createSchema()
  const sdl = printApi(schema)
  app.get('/schema.graphql', (_request, reply) => reply.type('text/plain; charset=utf-8').send(sdl))
  await registerApiPlayground(app, options)
  await registerGraphQL(app, schema, options)
  return app
}
