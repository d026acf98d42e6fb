import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client'
import { GraphQLWsLink } from '@apollo/client/link/subscriptions'
import { relayStylePagination } from '@apollo/client/utilities'
import { OperationTypeNode } from 'graphql'
import { createClient } from 'graphql-ws'
import { filter, firstValueFrom } from 'rxjs'
import WebSocket from 'ws'
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

export const apollo: Connect<Follower> = (uri, token) => {
  const headers = token ? { authorization: `Bearer ${token}` } : undefined
  const socket = createClient({
    ...{ url: uri.replace('http', 'ws'), webSocketImpl: WebSocket, connectionParams: headers },
    retryAttempts: 0,
  })
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(socket),
      new HttpLink({ uri, headers }),
    ),
    // As for any Relay connection; the rest of the schema needs no settings.
    cache: new InMemoryCache({ typePolicies: { Team: { fields: { members: relayStylePagination() } } } }),
  })
  const outcome = ({ data, error }: { data?: unknown; error?: unknown }) => {
    if (CombinedGraphQLErrors.is(error)) return { data, codes: codesOf(error.errors) }
    if (error) throw error as Error
    return { data, codes: [] }
  }
  const errorPolicy = 'all'
  return {
    query: async (name, variables) =>
      outcome(await client.query({ query: gql(QUERIES[name]), variables, errorPolicy })),
    hide: async (variables) => outcome(await client.mutate({ mutation: gql(HIDE), variables, errorPolicy })),
    follow(variables, told) {
      const following = client
        .subscribe({ query: gql(FOLLOW), variables })
        .subscribe(({ data }) => told(data))
      return () => {
        following.unsubscribe()
        void socket.dispose()
      }
    },
    async members(variables) {
      const watched = client.watchQuery<MembersAnswer>({ query: gql(membersWith()), variables })
      const page = watched.subscribe(() => undefined)
      const first = (await firstValueFrom(watched.pipe(filter(({ loading }) => !loading))))
        .data as MembersAnswer
      await watched.fetchMore({ variables: { after: first.team.members.pageInfo.endCursor } })
      page.unsubscribe()
      return [namesOf(first), namesOf(watched.getCurrentResult().data as MembersAnswer)]
    },
  }
}
