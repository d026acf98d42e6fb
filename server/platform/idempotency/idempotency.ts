import type {
  ApolloServerPlugin,
  GraphQLRequestContext,
  GraphQLResponse,
  HTTPGraphQLHead,
} from '@apollo/server'
import { GraphQLError, OperationTypeNode } from 'graphql'
import { actorId } from '../../domain/viewer.js'
import type { Context } from '../context.js'
import { requestError } from '../graphql/request-error.js'
import type { Log } from '../log.js'
import { sha256Of } from '../sha256.js'
import { Attempt, type Outcome } from './attempt.js'
import { idempotencyKey, type IdempotencyKey } from './idempotency-key.js'

type Request = GraphQLRequestContext<Context>

/** What is no outcome: the same request may be answered otherwise. */
const FAULTS: readonly unknown[] = ['INTERNAL_SERVER_ERROR', 'OVERLOADED']

/**
 * Answers every mutation with an Idempotency-Key as the first with this key was answered, for 24 hours. Costs two
 * statements, one of them within the transaction of the change; and none without the header.
 */
export function idempotency(log: Log): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () => {
      let key: IdempotencyKey | null = null
      let attempt: Attempt | null = null
      return Promise.resolve({
        didResolveOperation: async (request) => {
          key = keyOf(request)
        },
        executionDidStart: async (request) => {
          if (key === null) return
          attempt = new Attempt(requestOf(request, key))
          request.contextValue.claim = (tx) => attempt!.claim(tx)
        },
        willSendResponse: async ({ response }) => {
          if (attempt === null) return
          try {
            await answer(attempt, response)
          } catch (error) {
            log.warn({ reason: String(error) }, 'the outcome of an idempotent request was not stored')
            refuse(
              response,
              requestError('OVERLOADED', 'The answer could not be stored. Send the same again.'),
            )
          }
        },
      })
    },
  }
}

/** @throws BAD_REQUEST for a header that is no key. */
function keyOf({ operation, request, contextValue }: Request): IdempotencyKey | null {
  const header = request.http?.headers.get('idempotency-key')
  if (header === undefined || operation?.operation !== OperationTypeNode.MUTATION) return null
  // A key is of somebody. What is open to all happens once by itself.
  if (contextValue.isAnonymous) return null
  const key = idempotencyKey(header)
  if (key !== null) return key
  const message = `The Idempotency-Key has ${foundIn(header)}; expected 1 to 255 visible characters, such as a random UUID.`
  throw requestError('BAD_REQUEST', message)
}

function foundIn(header: string): string {
  if (header.includes(', ')) return 'a comma and a space, as if it had been sent twice'
  return /[^!-~]/.test(header)
    ? 'a space or another character that is not visible ASCII'
    : `${header.length} characters`
}

function requestOf({ contextValue, source, request }: Request, key: IdempotencyKey) {
  const { companyId, actor, manager } = contextValue
  const { operationName = null, variables = null } = request
  const asked = JSON.stringify([actorId(actor), source, operationName, variables])
  return { manager: manager.connection.manager, companyId, key, requestSha256: sha256Of(asked) }
}

async function answer(attempt: Attempt, response: GraphQLResponse): Promise<void> {
  if (!attempt.isOvertaken) {
    if (isFault(response)) return attempt.giveUp()
    if (await attempt.settle(outcomeOf(response))) return
  }
  try {
    repeat(response, await attempt.outcomeOfFirst())
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    refuse(response, error)
  }
}

function isFault({ body }: GraphQLResponse): boolean {
  const { errors = [] } = body.kind === 'single' ? body.singleResult : {}
  return errors.some(({ extensions }) => FAULTS.includes(extensions?.code))
}

function outcomeOf({ http: { status }, body }: GraphQLResponse): Outcome {
  if (body.kind !== 'single') throw new TypeError('A mutation is answered as a whole, not in parts.')
  return { status, result: body.singleResult }
}

function repeat(response: GraphQLResponse, { status, result }: Outcome): void {
  response.http.status = status
  response.http.headers.set('idempotent-replayed', 'true')
  response.body = { kind: 'single', singleResult: result }
}

function refuse(response: GraphQLResponse, { message, extensions }: GraphQLError): void {
  const { code, http } = extensions as { code: string; http: Partial<HTTPGraphQLHead> }
  response.http.status = http.status
  for (const [name, value] of http.headers ?? []) response.http.headers.set(name, value)
  response.body = { kind: 'single', singleResult: { errors: [{ message, extensions: { code } }] } }
}
