import { randomUUID } from 'node:crypto'
import fastify, { LogController, type FastifyInstance } from 'fastify'
import type { Log } from '../log.js'
import { withRequestId } from './request-scope.js'

const BODY_LIMIT = 1_000_000
const REQUEST_TIMEOUT = 20_000
// What a caller sends ends up in logs and headers.
const REQUEST_ID = /^[\w.:/+=-]{1,128}$/

/** An HTTP server with what every route has: a request id in and out, limits, and no words about itself. */
export function createHttpServer(log: Log): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: ({ headers }) => given(headers['x-request-id']) ?? randomUUID(),
  })
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff')
    withRequestId(request.id, done)
  })
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  // Otherwise a client that keeps its connection would keep the server from ending.
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close')
    done()
  })
  return app as unknown as FastifyInstance
}

function given(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : undefined
}
