import { getOperationAST, OperationTypeNode, parse } from 'graphql'
import type { GraphiQLProps } from 'graphiql'
import { answersIn } from './event-stream.js'
import { lastAnswer } from './last-answer.js'

export type Fetcher = GraphiQLProps['fetcher']
type Params = Parameters<Fetcher>[0]

export interface Asker {
  label: string
  authorization: string | null
}

const JSON_TYPES = 'application/graphql-response+json, application/json;q=0.9'
const STREAM_TYPE = 'text/event-stream'

/**
 * Asks the server as whoever `asker` names at that moment. The Headers editor has the last word.
 * @param onChanged called when a mutation was answered
 */
export function createFetcher(url: string, asker: () => Asker, onChanged: () => void): Fetcher {
  return (given, options) => {
    const params = ofThisDocument(given)
    const kind = kindOf(params)
    const streaming = kind === OperationTypeNode.SUBSCRIPTION
    const request = buildRequest(params, asker(), streaming ? STREAM_TYPE : JSON_TYPES, options?.headers)
    const label = params.operationName === 'IntrospectionQuery' ? null : asker().label
    if (streaming) return subscribe(url, request, label)
    const answer = ask(url, request, label)
    return kind === OperationTypeNode.MUTATION ? answer.finally(onChanged) : answer
  }
}

/** GraphiQL reads a document a moment after it was put there: until then it names the operation of the one before. */
function ofThisDocument(params: Params): Params {
  const { operationName, query } = params
  const isThere = !operationName || new RegExp(`\\b${operationName}\\b`).test(query)
  return isThere ? params : { ...params, operationName: undefined }
}

function buildRequest(
  params: Params,
  asker: Asker,
  accept: string,
  extra: Record<string, unknown> = {},
): RequestInit {
  const headers = new Headers({ accept, 'content-type': 'application/json' })
  if (asker.authorization !== null) headers.set('authorization', asker.authorization)
  for (const [name, value] of Object.entries(extra)) headers.set(name, String(value))
  return { method: 'POST', headers, body: JSON.stringify(params), credentials: 'omit', cache: 'no-store' }
}

async function ask(url: string, request: RequestInit, label: string | null): Promise<object> {
  const started = performance.now()
  const response = await send(url, request)
  const text = await response.text()
  if (label !== null) report(response, started, new Blob([text]).size, label)
  return parseAnswer(response, text)
}

function subscribe(url: string, request: RequestInit, label: string | null): AsyncIterable<object> {
  const controller = new AbortController()
  const answers = readAnswers(url, { ...request, signal: controller.signal }, label)
  const stop = () => {
    controller.abort()
    return answers.return(undefined)
  }
  return { [Symbol.asyncIterator]: () => ({ next: () => answers.next(), return: stop }) }
}

async function* readAnswers(url: string, request: RequestInit, label: string | null): AsyncGenerator<object> {
  const started = performance.now()
  try {
    const response = await send(url, request)
    report(response, started, 0, label ?? '')
    if (response.body === null || !response.headers.get('content-type')?.startsWith(STREAM_TYPE)) {
      yield parseAnswer(response, await response.text())
      return
    }
    const isComplete = yield* answersIn(response.body)
    if (!isComplete && !request.signal?.aborted) report(response, started, 0, label ?? '', true)
  } catch (error) {
    if (!request.signal?.aborted) throw error
  }
}

async function send(url: string, request: RequestInit): Promise<Response> {
  return fetch(url, request).catch((error: unknown) => {
    if (request.signal?.aborted) throw error
    throw new Error(`No answer from ${url}. Is the server running?`)
  })
}

function parseAnswer(response: Response, text: string): object {
  try {
    return JSON.parse(text) as object
  } catch {
    const type = response.headers.get('content-type') ?? 'no content type'
    return { errors: [{ message: `The server answered ${response.status} with ${type} instead of JSON.` }] }
  }
}

function report(response: Response, started: number, bytes: number, askedAs: string, isCut = false): void {
  const milliseconds = performance.now() - started
  const requestId = response.headers.get('x-request-id')
  lastAnswer.set({ status: response.status, milliseconds, bytes, requestId, askedAs, isCut })
}

/** Of the text itself: what GraphiQL has read may still be the document before. */
function kindOf({ query, operationName }: Params): OperationTypeNode | undefined {
  try {
    return getOperationAST(parse(query), operationName)?.operation
  } catch {
    return undefined
  }
}
