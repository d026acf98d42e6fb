import { createHash } from 'node:crypto'
import {
  createSourceEventStream,
  execute,
  type GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  type GraphQLSchema,
} from 'graphql'
import { asGraphQLError, toldOf, type Mask } from '../graphql/refusal.js'
import { requestError } from '../graphql/request-error.js'
import { inTime } from '../http/deadline.js'
import type { LiveContext, Occasion } from './occasion.js'

/** A subscription that was found to be in order. */
export interface Subscription {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName: string | undefined
  readonly variableValues: Record<string, unknown>
}

export interface Telling {
  readonly deadlineMs: number
  readonly mask: Mask
}

/** After these there is nothing more to tell: the client has to come again, later or with another credential. */
const LAST = ['UNAUTHENTICATED', 'RATE_LIMITED', 'OVERLOADED']

/**
 * The answers of a subscription: for each occasion the document is run in a context of its own, within the time any
 * request has. Ends when there is no occasion any more, with the error that ended it, or with the signal.
 */
export async function* resultsOf(
  subscription: Subscription,
  ctx: LiveContext,
  telling: Telling,
): AsyncGenerator<FormattedExecutionResult, void> {
  const { signal } = ctx.live
  try {
    const source = await createSourceEventStream({ ...subscription, contextValue: ctx })
    if (!(Symbol.asyncIterator in source)) {
      yield failed(source.errors ?? [], telling)
      return
    }
    let told: Told | null = null
    for await (const occasion of source as AsyncIterable<Occasion>) {
      const answer = await answerTo(subscription, occasion, { ...telling, told })
      occasion.finish()
      if (signal.aborted) return
      if (answer === null) continue
      told = answer
      yield answer.result
      if (answer.result.errors?.some(({ extensions }) => LAST.includes(String(extensions?.code)))) return
    }
  } catch (error) {
    if (!signal.aborted) yield { errors: [toldOf(asGraphQLError(error), telling.mask)] }
  }
}

interface Told {
  readonly occasion: Occasion
  readonly result: FormattedExecutionResult
  /** Of the data, which may be large. */
  readonly hash: string
}

/** Null: nothing that the document asks for has changed. */
async function answerTo(
  subscription: Subscription,
  occasion: Occasion,
  { told, ...telling }: Telling & { readonly told: Told | null },
): Promise<Told | null> {
  // A change of the configuration may be of what the subscriber does not even see: then nothing is said of it.
  const isQuiet = told !== null && occasion.topics.every((topic) => topic === 'CONFIGURATION')
  if (isQuiet) {
    const { topics, isFirst, at } = told.occasion
    const again = await run(subscription, { ...occasion, topics, isFirst, at }, telling)
    if (again.hash === told.hash) return null
  }
  return run(subscription, occasion, telling)
}

async function run(subscription: Subscription, occasion: Occasion, telling: Telling): Promise<Told> {
  const work = execute({ ...subscription, rootValue: occasion, contextValue: occasion.ctx })
  const { data, errors } = await inTime<ExecutionResult>(telling.deadlineMs, Promise.resolve(work))
  const result = {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => toldOf(error, telling.mask)) }),
  }
  const hash = createHash('sha256').update(JSON.stringify(result)).digest('base64')
  return { occasion, result, hash }
}

function failed(errors: readonly GraphQLError[], { mask }: Telling): FormattedExecutionResult {
  return { errors: errors.map((error) => toldOf(withCode(error), mask)) }
}

/** What graphql-js says of variables before anything runs is about the caller's input. */
function withCode(error: GraphQLError): GraphQLError {
  const isOfVariables = error.path === undefined && error.extensions.code === undefined
  return isOfVariables ? requestError('BAD_USER_INPUT', error.message) : error
}
