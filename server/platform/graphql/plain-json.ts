import type { ApolloServerPlugin } from '@apollo/server'
import type { ErrorCode } from './request-error.js'

/** What is wrong with a request that is well-formed as far as HTTP goes. */
const OF_DOCUMENT: readonly ErrorCode[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
]

/**
 * GraphQL over HTTP: whoever takes application/json alone cannot tell a GraphQL answer from one of a proxy by its type,
 * so that a status other than 200 says that no GraphQL server was reached. Refusals at the door and limits keep theirs.
 */
export const okForPlainJson: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response: { http, body } }) => {
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : []
        const isOfDocument = errors.every(({ extensions }) =>
          OF_DOCUMENT.includes(extensions?.code as ErrorCode),
        )
        if (http.status === 400 && isOfDocument && takesPlainJsonOnly(request.http?.headers.get('accept')))
          http.status = 200
        return Promise.resolve()
      },
    }),
}

function takesPlainJsonOnly(accept = ''): boolean {
  const types = accept.split(',').map((range) => range.split(';')[0]!.trim())
  return types.every((type) => type === 'application/json')
}
