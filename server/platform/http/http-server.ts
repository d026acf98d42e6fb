import { randomUUID } from 'node:crypto'
import fastify, {
  LogController,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify'
import type { Mode } from '../config.js'
import { SEND_AGAIN } from '../graphql/request-error.js'
import type { Log } from '../log.js'
import { DeadlinePassed } from './deadline.js'
import { readJsonBodies } from './json-bodies.js'
import { refusal } from './refusal.js'
import { dropUnaskedConnections } from './unasked-connections.js'

export const BODY_LIMIT = 1_000_000
/** Within these a request must have come in whole; they are looked after every second. */
const HEADERS_TIMEOUT = 10_000
const REQUEST_TIMEOUT = 15_000
const CHECK_INTERVAL = 1_000
/** Longer than load balancers keep theirs, so that none sends a request into a connection that is being closed. */
const KEEP_ALIVE_TIMEOUT = 72_000
// What a caller sends ends up in logs and headers.
const REQUEST_ID = /^[\w.:/+=-]{1,128}$/

/** What is not a page may load nothing, be framed by nobody, and be embedded by no other origin. */
const SAFETY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}
const HTTPS_ONLY = { 'strict-transport-security': 'max-age=31536000' }

export interface HttpOptions {
  readonly log: Log
  readonly mode: Mode
  /** How many proxies stand in front: that many of the last entries of X-Forwarded-For are believed. */
  readonly trustProxy?: number
}

/** An HTTP server with what every route has: a request id in and out, limits, and no words about itself. */
export function createHttpServer({ log, mode, trustProxy = 0 }: HttpOptions): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    // One for each request costs a sixth of what a small request takes. Who logs says the request id.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT,
    http: { headersTimeout: HEADERS_TIMEOUT, connectionsCheckingInterval: CHECK_INTERVAL },
    trustProxy: (_address, hop) => hop < trustProxy,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: ({ headers }) => given(headers['x-request-id']) ?? randomUUID(),
  })
  const headers = { ...SAFETY_HEADERS, ...(mode === 'production' && HTTPS_ONLY) }
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers({ 'x-request-id': request.id, ...headers })
    done()
  })
  const instance = app as unknown as FastifyInstance
  refuseUnreadableBodies(instance)
  readJsonBodies(instance)
  closeConnectionsWhenStopping(instance)
  dropUnaskedConnections(instance, HEADERS_TIMEOUT)
  instance.setErrorHandler<FastifyError | DeadlinePassed>((error, request, reply) => {
    if (error instanceof DeadlinePassed) return overloaded(reply, error)
    const { statusCode = 500, message, code } = error
    if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(reply)
    if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return otherType(request, reply)
    if (statusCode < 500) return reply.code(statusCode).send(refusal(message))
    log.error({ requestId: request.id, err: error }, 'fault')
    return reply.code(statusCode).send(refusal('Something went wrong on our side.', 'INTERNAL_SERVER_ERROR'))
  })
  return instance
}

/** A form of another site can send plain text; and what is compressed can be of any size. */
function refuseUnreadableBodies(app: FastifyInstance): void {
  app.removeContentTypeParser('text/plain')
  app.addHook('onRequest', (request, reply, done) => {
    const encoding = request.headers['content-encoding'] ?? 'identity'
    if (encoding === 'identity') return done()
    const message = `A body in the encoding ${JSON.stringify(encoding)} is not read; send it as it is.`
    void reply.code(415).send(refusal(message))
  })
}

/** Otherwise a client that keeps its connection would keep the server from ending. */
function closeConnectionsWhenStopping(app: FastifyInstance): void {
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) void reply.header('connection', 'close')
    done()
  })
}

function overloaded(reply: FastifyReply, { milliseconds }: DeadlinePassed): FastifyReply {
  const seconds = milliseconds / 1_000
  reply.log.warn({ requestId: reply.request.id, seconds }, 'refused: the deadline of the request has passed')
  const message = `The server could not do it in ${seconds} s. Ask for less at once. ${SEND_AGAIN}`
  return reply.code(503).header('retry-after', '1').send(refusal(message, 'OVERLOADED'))
}

function tooLarge(reply: FastifyReply): FastifyReply {
  const length = reply.request.headers['content-length']
  const what = length === undefined ? `more than ${BODY_LIMIT}` : length
  const message = `The body has ${what} bytes; at most ${BODY_LIMIT} are allowed. Send several requests.`
  return reply.code(413).send(refusal(message, 'LIMIT_EXCEEDED'))
}

function otherType({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const type = JSON.stringify(headers['content-type'] ?? '')
  const message = `A body of the type ${type} is not read; send JSON, with the header Content-Type: application/json.`
  return reply.code(415).send(refusal(message))
}

function given(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' && REQUEST_ID.test(header) ? header : undefined
}
