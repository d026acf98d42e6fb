import { cacheExchange, Client, type CombinedError, fetchExchange, subscriptionExchange } from '@urql/core'
import { createClient } from 'graphql-sse'
import {
  codesOf,
  type Connect,
  FOLLOW,
  type Follower,
  HIDE,
  type MembersAnswer,
  membersWith,
  namesOf,
  QUERIES,
} from './third-party.js'

export const urql: Connect<Follower> = (url, token) => {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const stream = createClient({ url, headers, retryAttempts: 0 })
  const subscriptions = subscriptionExchange({
    forwardSubscription: ({ query = '', variables }) => ({
      subscribe: (sink) => ({
        unsubscribe: stream.subscribe(
          { query, variables: variables as Record<string, unknown> },
          sink as never,
        ),
      }),
    }),
  })
  const client = new Client({
    ...{ url, fetchOptions: { headers } },
    exchanges: [cacheExchange, fetchExchange, subscriptions],
  })
  const outcome = ({ data, error }: { data?: unknown; error?: CombinedError }) => {
    if (error?.networkError && !error.graphQLErrors.length) throw error
    return { data, codes: codesOf(error?.graphQLErrors) }
  }
  return {
    query: async (name, variables) => outcome(await client.query(QUERIES[name], variables)),
    hide: async (variables) => outcome(await client.mutation(HIDE, variables)),
    follow(variables, told) {
      const following = client.subscription(FOLLOW, variables).subscribe(({ data }) => told(data))
      return () => {
        following.unsubscribe()
        stream.dispose()
      }
    },
    async members(variables) {
      const first = await client.query<MembersAnswer>(membersWith(), variables)
      const after = first.data!.team.members.pageInfo.endCursor
      const second = await client.query<MembersAnswer>(membersWith(), { ...variables, after })
      return [namesOf(first.data!), [...namesOf(first.data!), ...namesOf(second.data!)]]
    },
  }
}
