import { randomUUID } from 'node:crypto'
import fastify, { LogController, type FastifyError, type FastifyInstance } from 'fastify'
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
  app.setErrorHandler<FastifyError>((error, _request, reply) => {
    const { statusCode = 500, message } = error
    if (statusCode < 500) return reply.code(statusCode).send(refusal(message))
    log.error({ requestId: reply.request.id, err: error }, 'fault')
    return reply.code(statusCode).send(refusal('Something went wrong on our side.', 'INTERNAL_SERVER_ERROR'))
  })
  return app as unknown as FastifyInstance
}

/** What never became a GraphQL request is refused in the shape in which one would be answered. */
function refusal(message: string, code = 'BAD_REQUEST') {
  return { errors: [{ message, extensions: { code } }] }
}

function given(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : undefined
}
