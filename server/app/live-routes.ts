import websocket from '@fastify/websocket'
import type { GraphQLRequest } from '@apollo/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { handleProtocols } from 'graphql-ws'
import { refusalOf, type Mask, type Refusal } from '../platform/graphql/refusal.js'
import { requestError } from '../platform/graphql/request-error.js'
import { maySocket } from '../platform/http/cross-origin.js'
import { only, sendEvents } from '../platform/live/event-stream.js'
import { MAX_FRAME, socketServer } from '../platform/live/web-socket.js'
import type { Log } from '../platform/log.js'
import type { LiveRequests } from './live-requests.js'

/** A client that does not answer the end of its socket is not waited for. */
const CLOSING_MS = 2_000

/** Lets routes of `app` that are registered later answer by socket, and ends everything live when it closes. */
export async function allowSockets(app: FastifyInstance, live: LiveRequests): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: MAX_FRAME, handleProtocols },
    preClose(done) {
      // Sockets first: a subscription that ends by itself would be told as complete.
      for (const client of this.websocketServer.clients) {
        client.close(1001, 'Going away')
        setTimeout(() => client.terminate(), CLOSING_MS).unref()
      }
      live.stop()
      this.websocketServer.close()
      done()
    },
  })
}

/** Refuses, before there is a socket, the pages of other origins than these and our own. */
export function refuseForeignSockets(scope: FastifyInstance, origins: readonly string[], mask: Mask): void {
  scope.addHook('onRequest', (request, reply, done) => {
    if (!request.ws || maySocket(request, origins)) return done()
    const message = `Pages of ${request.headers.origin} may not open sockets here. The operator sets CORS_ORIGINS.`
    void refuse(reply, refusalOf(requestError('FORBIDDEN', message, { status: 403 }), mask))
  })
}

export function socketHandler(live: LiveRequests, log: Log) {
  return socketServer(
    {
      admit: (caller, authorization) => live.admit({ caller, requestId: caller.id, authorization }),
      answer: (caller, authorization, operation) =>
        live.answer({
          ...{ caller, requestId: caller.id, authorization, isGet: false },
          operation: operation as GraphQLRequest,
        }),
    },
    log,
  )
}

/** Answers a request that wants events. */
export async function answerWithEvents(
  live: LiveRequests,
  mask: Mask,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { id: requestId, headers } = request
  const isGet = request.method === 'GET'
  const operation = operationOf(isGet ? fromQuery(request.query as Record<string, unknown>) : request.body)
  if (operation === null) return refuse(reply, refusalOf(NO_OPERATION, mask))
  const { authorization } = headers
  const answer = await live.answer({ caller: request, requestId, authorization, operation, isGet })
  if (answer.kind === 'REFUSAL') return refuse(reply, answer.refusal)
  if (answer.kind === 'RESULT') return sendEvents(reply, only(answer.result))
  return sendEvents(reply, answer.results, answer.stream)
}

const NO_OPERATION = requestError(
  'BAD_REQUEST',
  'Expected a JSON object with a document as text in `query`, and if need be `variables` and `operationName`.',
  { status: 400 },
)

function operationOf(body: unknown): GraphQLRequest | null {
  if (typeof body !== 'object' || body === null) return null
  const { query, variables, operationName, extensions } = body as Record<string, unknown>
  const isObject = (value: unknown) =>
    value === undefined || (typeof value === 'object' && !Array.isArray(value))
  const isText = (value: unknown) => value === undefined || value === null || typeof value === 'string'
  if (!isText(query) || !isText(operationName) || !isObject(variables) || !isObject(extensions)) return null
  const given = { query, variables, operationName, extensions }
  const set = Object.entries(given).filter(([, value]) => value !== undefined && value !== null)
  return Object.fromEntries(set)
}

/** Objects are JSON in the query of a URL. */
function fromQuery({ variables, extensions, ...rest }: Record<string, unknown>): unknown {
  try {
    return { ...rest, variables: parsed(variables), extensions: parsed(extensions) }
  } catch {
    return null
  }
}

function parsed(text: unknown): unknown {
  return typeof text === 'string' ? (JSON.parse(text) as unknown) : text
}

function refuse(reply: FastifyReply, { status, headers, errors }: Refusal): FastifyReply {
  return reply.code(status).headers(headers).send({ errors })
}
