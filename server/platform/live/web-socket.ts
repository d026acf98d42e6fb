import type { WebSocket } from '@fastify/websocket'
import type { FastifyRequest } from 'fastify'
import { GraphQLError, parse, type FormattedExecutionResult, type GraphQLFormattedError } from 'graphql'
import { CloseCode, makeServer, type Context as SocketContext, type SubscribePayload } from 'graphql-ws'
import type { Log } from '../log.js'
import type { OpenStream } from './open-streams.js'

/** Frames are refused that are longer, before they are read. */
export const MAX_FRAME = 65_536
const PING_MS = 12_000

type Results = AsyncGenerator<FormattedExecutionResult, void>
type Answers = AsyncIterableIterator<FormattedExecutionResult>

/** One operation of a socket, as it is answered. */
export type SocketAnswer =
  | { readonly kind: 'RESULT'; readonly result: FormattedExecutionResult }
  | { readonly kind: 'REFUSAL'; readonly refusal: { readonly errors: readonly GraphQLFormattedError[] } }
  | { readonly kind: 'STREAM'; readonly results: Results; readonly stream: OpenStream }

export interface SocketRequests {
  /** @throws when the credential does not count. */
  admit(request: FastifyRequest, authorization: string | undefined): Promise<unknown>
  answer(
    request: FastifyRequest,
    authorization: string | undefined,
    payload: SubscribePayload,
  ): Promise<SocketAnswer>
}

interface Extra {
  readonly request: FastifyRequest
}
type Connection = SocketContext<Record<string, unknown> | undefined, Extra>

/** Serves sockets by the protocol graphql-transport-ws: the codes with which they are closed are those of graphql-ws. */
export function socketServer({ admit, answer }: SocketRequests, log: Log) {
  const server = makeServer<Record<string, unknown> | undefined, Extra>({
    onConnect: (connection) =>
      admit(connection.extra.request, authorizationOf(connection)).then(
        () => true,
        () => false,
      ),
    onSubscribe: async (connection, _id, payload) => {
      const { request } = connection.extra
      const told = await answer(request, authorizationOf(connection), payload)
      if (told.kind === 'REFUSAL') return told.refusal.errors.map(asError)
      return argumentsFor(told.kind === 'RESULT' ? told.result : closing(told))
    },
    subscribe: (args) => (args as ReturnType<typeof argumentsFor>).answer as never,
    onNext: (_connection, _id, _payload, _args, result) => result,
  })
  return (socket: WebSocket, request: FastifyRequest): void => {
    const ping = keepAlive(socket)
    const closed = server.opened(wireOf(socket, request, log), { request })
    socket.once('close', (code, reason) => {
      clearInterval(ping)
      void closed(code, String(reason))
    })
  }
}

function authorizationOf({ connectionParams, extra }: Connection): string | undefined {
  const given = connectionParams?.authorization ?? connectionParams?.Authorization
  return typeof given === 'string' ? given : extra.request.headers.authorization
}

const ANY_SUBSCRIPTION = parse('subscription { answered }')

/** graphql-ws asks for what it would run; the answer is there already, of whatever kind the operation was. */
function argumentsFor(answer: FormattedExecutionResult | Answers) {
  return { schema: undefined as never, document: ANY_SUBSCRIPTION, contextValue: undefined, answer }
}

/** A generator that waits for something can be told to end by its signal alone. */
function closing({ results, stream }: Extract<SocketAnswer, { kind: 'STREAM' }>): Answers {
  const end = async () => {
    stream.close()
    return results.return()
  }
  return {
    next: () => results.next(),
    return: end,
    throw: end,
    [Symbol.asyncIterator]: () => closing({ kind: 'STREAM', results, stream }),
  }
}

function asError({ message, extensions }: GraphQLFormattedError): GraphQLError {
  return new GraphQLError(message, { ...(extensions && { extensions }) })
}

/** Whoever does not answer a ping before the next one is gone. */
function keepAlive(socket: WebSocket): NodeJS.Timeout {
  let isThere = true
  socket.on('pong', () => (isThere = true))
  return setInterval(() => {
    if (!isThere) return socket.terminate()
    isThere = false
    socket.ping()
  }, PING_MS).unref()
}

function wireOf(socket: WebSocket, request: FastifyRequest, log: Log) {
  const { id: requestId } = request
  const fault = (err: unknown) => {
    log.error({ requestId, err }, 'fault of a socket')
    socket.close(CloseCode.InternalServerError, 'Internal server error')
  }
  return {
    protocol: socket.protocol,
    /** Resolves once it is on its way: the next result is not asked for before. */
    send: (text: string) =>
      new Promise<void>((resolve) => {
        if (socket.readyState === socket.OPEN) socket.send(text, () => resolve())
        else resolve()
      }),
    close: (code: number, reason: string) => socket.close(code, reason),
    onMessage: (take: (text: string) => Promise<void>) =>
      socket.on('message', (message) => void take((message as Buffer).toString()).catch(fault)),
  }
}
