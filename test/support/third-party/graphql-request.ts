import { ClientError, GraphQLClient } from 'graphql-request'
import {
  codesOf,
  type Connect,
  HIDE,
  type MembersAnswer,
  membersWith,
  namesOf,
  QUERIES,
} from './third-party.js'

export const graphqlRequest: Connect = (url, token) => {
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const client = new GraphQLClient(url, { headers })
  const ask = async (document: string, variables: object) => {
    try {
      const data: unknown = await client.request(document, variables)
      return { data, codes: [] }
    } catch (error) {
      if (!(error instanceof ClientError)) throw error
      return { data: error.response.data, codes: codesOf(error.response.errors) }
    }
  }
  return {
    query: (name, variables) => ask(QUERIES[name], variables),
    hide: (variables) => ask(HIDE, variables),
    async members(variables) {
      const first = await client.request<MembersAnswer>(membersWith(), variables)
      const after = first.team.members.pageInfo.endCursor
      const second = await client.request<MembersAnswer>(membersWith(), { ...variables, after })
      return [namesOf(first), [...namesOf(first), ...namesOf(second)]]
    },
  }
}
