import type { ApolloServer, GraphQLRequest } from '@apollo/server'
import { Semaphore } from 'async-mutex'
import type { FormattedExecutionResult, GraphQLSchema } from 'graphql'
import type { DataSource } from 'typeorm'
import type { Context } from '../platform/context.js'
import { pointsOf, type Metered } from '../platform/graphql/limits/operation-cost.js'
import { refusalOf, type Mask, type Refusal } from '../platform/graphql/refusal.js'
import { maskOfRequest } from '../platform/graphql/request-of-error.js'
import { inTime } from '../platform/http/deadline.js'
import type { Caller, RateLimiter } from '../platform/http/rate-limit.js'
import type { SignIn } from '../platform/http/sign-in/sign-in.js'
import { createCarrier, type Carrier } from '../platform/live/carrier.js'
import { createOpenStreams, type OpenStream, type OpenStreams } from '../platform/live/open-streams.js'
import { resultsOf } from '../platform/live/results.js'
import type { Opened, Streamable } from '../platform/live/subscription-plugin.js'
import type { Log } from '../platform/log.js'
import { requestContext } from './context.js'
import { callerOf, meteredContext } from './metered-context.js'
import { notSignedIn } from './not-signed-in.js'

/** Left out: what is usual. */
export interface LiveOptions {
  /** How often the database is asked for what is new, while anybody listens. */
  readonly pollMs?: number
  /** How often it is looked whether the credential of a silent subscription still counts. */
  readonly recheckMs?: number
  /** How many subscriptions one caller may have open with one process. */
  readonly maxStreams?: number
}

const RECHECK_MS = 30_000
export const MAX_STREAMS = 100
/** Events are told so many at a time, so that queries find a connection to the database. */
const AT_ONCE = 4

interface LiveSetting extends LiveOptions {
  readonly apollo: ApolloServer<Context & Metered & Streamable>
  readonly schema: GraphQLSchema
  readonly database: DataSource
  readonly signIn: SignIn
  readonly log: Log
  readonly limiter: RateLimiter | null
  readonly deadlineMs: number
  readonly mask: Mask
}

/** An operation that came by a way on which it can be answered with a stream. */
export interface LiveRequest {
  readonly caller: Caller
  readonly requestId: string
  readonly authorization: string | undefined
  readonly operation: GraphQLRequest
  readonly isGet: boolean
}

export type LiveAnswer =
  | { readonly kind: 'RESULT'; readonly result: FormattedExecutionResult }
  | { readonly kind: 'REFUSAL'; readonly refusal: Refusal }
  | {
      readonly kind: 'STREAM'
      readonly results: AsyncGenerator<FormattedExecutionResult, void>
      readonly stream: OpenStream
    }

export interface LiveRequests {
  /** Never throws: what goes wrong is a refusal. Whoever gets a stream closes it. */
  answer(request: LiveRequest): Promise<LiveAnswer>
  /** Looks whether the credential counts. @throws as a request with it would be refused. */
  admit(request: Omit<LiveRequest, 'operation' | 'isGet'>): Promise<Context & Metered>
  /** Ends every stream, and asks the database no more. */
  stop(): void
}

export function createLiveRequests(setting: LiveSetting): LiveRequests {
  const { apollo, database, signIn, log, limiter, deadlineMs, mask, pollMs } = setting
  const carrier = createCarrier(database, log, pollMs)
  const streams = createOpenStreams(setting.maxStreams ?? MAX_STREAMS)
  const admit: LiveRequests['admit'] = ({ caller, requestId, authorization }) =>
    meteredContext(limiter, caller, () => requestContext({ database, signIn, log, requestId, authorization }))
  const desk = { ...setting, carrier, streams, admit, turns: new Semaphore(AT_ONCE) }

  async function run(request: LiveRequest): Promise<LiveAnswer> {
    const { operation, isGet } = request
    const ctx = await admit(request)
    let opened: Opened | null = null
    const openStream = (subscription: Opened) => void (opened = subscription)
    const contextValue = Object.assign(ctx, { openStream, isGet })
    const { body, http } = await apollo.executeOperation(operation, { contextValue })
    if (opened) return open(desk, request, ctx, opened)
    const result = (body as Extract<typeof body, { kind: 'single' }>).singleResult
    const { status = 200, headers } = http
    if (status < 400) return { kind: 'RESULT', result }
    return {
      kind: 'REFUSAL',
      refusal: { status, headers: Object.fromEntries(headers), errors: result.errors ?? [] },
    }
  }

  return {
    admit,
    answer: (request) => {
      const running = run(request)
      return inTime(deadlineMs, running).catch((error: unknown) => {
        // Nobody is there any more for a stream that is opened too late.
        void running.then(closed, () => undefined)
        return { kind: 'REFUSAL', refusal: refusalOf(error, maskOfRequest(mask, request.requestId)) }
      })
    },
    stop: () => {
      streams.closeAll()
      carrier.close()
    },
  }
}

function closed(answer: LiveAnswer): void {
  if (answer.kind === 'STREAM') answer.stream.close()
}

interface Desk extends LiveSetting, Pick<LiveRequests, 'admit'> {
  readonly carrier: Carrier
  readonly streams: OpenStreams
  readonly turns: Semaphore
}

/** @throws LIMIT_EXCEEDED when the caller has too many open. */
function open(desk: Desk, request: LiveRequest, ctx: Context, { cost, ...subscription }: Opened): LiveAnswer {
  const { streams, carrier, turns, admit, schema, deadlineMs, recheckMs = RECHECK_MS } = desk
  const self = callerOf(ctx)
  if (self === null) throw notSignedIn('NOT_VALID')
  const stream = streams.open(self)
  const renew = async () => {
    const fresh = await admit(request)
    // An e-mail address may have passed to somebody else.
    if (callerOf(fresh) !== self) throw notSignedIn('NOT_VALID')
    await fresh.spend(pointsOf(cost))
    return fresh
  }
  const live = { carrier, turns, signal: stream.signal, recheckMs, renew }
  const first = Object.assign(ctx, { live })
  const mask = maskOfRequest(desk.mask, request.requestId)
  const results = resultsOf({ schema, ...subscription }, first, { deadlineMs, mask })
  return { kind: 'STREAM', results, stream }
}
