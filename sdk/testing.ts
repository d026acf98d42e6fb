import { type Client, createClient } from './client.js'
import type { KnownErrorCode } from './generated/error-codes.js'
import type { Documented } from './operation.js'
import type { Fetch } from './options.js'

/** What a mock client says to one operation; made by `given`. */
export interface Given {
  readonly document: string
  readonly answerTo: (variables: unknown) => unknown
}

export interface MockClient extends Client {
  /** With which variables the operation was called, the first call first. */
  variablesOf<Variables>(operation: Documented<unknown, Variables>): Variables[]
}

/** In place of an answer: the server refuses the request, or fails. Made by `fault`. */
export class Fault {
  constructor(readonly code: string) {}
}

export const fault = (code: KnownErrorCode | (string & {})): Fault => new Fault(code)

type AnswerOf<Data> = Data[keyof Data] | Fault

/** What the root field of the operation gives, or a function that makes it of the variables of the call. */
export function given<Data, Variables>(
  { document }: Documented<Data, Variables>,
  answer: AnswerOf<Data> | ((variables: Variables) => AnswerOf<Data> | Promise<AnswerOf<Data>>),
): Given {
  return { document, answerTo: typeof answer === 'function' ? (answer as Given['answerTo']) : () => answer }
}

/**
 * A client without a network: everything but the wire is real, so that errors are thrown and lists are read as ever.
 * Of two answers to one operation the last one counts.
 */
export function mockClient(...givens: Given[]): MockClient {
  const asked: { readonly query: string; readonly variables: unknown }[] = []
  const fetch: Fetch = (_, { body }) => {
    const { query, variables } = JSON.parse(body as string) as (typeof asked)[number]
    asked.push({ query, variables })
    const found = givens.filter(({ document }) => document === query).pop()
    // Thrown at once, not as a failure of the network: it is the test that is incomplete.
    if (!found)
      throw new Error(`No answer is given for: ${query.slice(0, 60)}… Add given(theOperation, itsAnswer).`)
    return respond(found, variables)
  }
  return {
    ...createClient({ url: 'https://mock.invalid/graphql', fetch, retries: 0 }),
    variablesOf: <Variables>({ document }: Documented<unknown, Variables>) =>
      asked.filter(({ query }) => query === document).map(({ variables }) => variables as Variables),
  }
}

async function respond({ document, answerTo }: Given, variables: unknown): Promise<Response> {
  const answer = await answerTo(variables)
  const [, root] = /\{(\w+)/.exec(document)!
  const body =
    answer instanceof Fault
      ? { data: null, errors: [{ message: 'As given.', extensions: { code: answer.code } }] }
      : { data: { [root!]: answer } }
  return new Response(JSON.stringify(body))
}
