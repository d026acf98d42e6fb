import type { GraphQLFormattedError } from 'graphql'

export interface Answer<T> {
  readonly data: T
  readonly errors: readonly GraphQLFormattedError[]
  readonly status: number
  readonly headers: Headers
  /** The body byte for byte. */
  readonly text: string
}

export interface Request {
  readonly document: string
  readonly variables?: object
  readonly token?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** One GraphQL request over real HTTP, as any client sends it. */
export async function runDocument<T = unknown>(url: string, request: Request): Promise<Answer<T>> {
  const { document, variables, token, headers } = request
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    body: JSON.stringify({ query: document, variables }),
  })
  const text = await response.text()
  const body = JSON.parse(text) as { data: T; errors?: GraphQLFormattedError[] }
  return {
    data: body.data,
    errors: body.errors ?? [],
    status: response.status,
    headers: response.headers,
    text,
  }
}

/** `extensions.code` of each error: what a program goes by. */
export function codesOf({ errors }: Pick<Answer<unknown>, 'errors'>): unknown[] {
  return errors.map(({ extensions }) => extensions?.code)
}
