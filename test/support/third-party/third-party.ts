/** What a program that uses a client gets to know. */
export interface Outcome {
  readonly data: unknown
  readonly codes: readonly unknown[]
}

type Variables = Readonly<Record<string, unknown>>

/** A well-known client, used the way its manual says. */
export interface ThirdParty {
  query(name: keyof typeof QUERIES, variables: Variables): Promise<Outcome>
  hide(variables: Variables): Promise<Outcome>
  /** The names of what the client holds after the first page, and after it was asked for the next one. */
  members(variables: Variables): Promise<[first: readonly string[], both: readonly string[]]>
}

/** One that can subscribe. */
export interface Follower extends ThirdParty {
  /** Hands on what is told, until the function is called that it gives. */
  follow(variables: Variables, told: (data: unknown) => void): () => void
}

export type Connect<Kind extends ThirdParty = ThirdParty> = (url: string, token?: string) => Kind

export const QUERIES = {
  TeamQuery: 'query TeamQuery($id: ID!) { team(id: $id) { id name effectiveKeyMetrics { label } } }',
  PartialQuery:
    'query PartialQuery { company { id name effectiveKeyMetrics { label progress { actual } } } }',
} as const

export const HIDE = `mutation HideMutation($input: HideKeyMetricInput!) {
  hideKeyMetric(input: $input) { node { id name version } userErrors { code } } }`

export const FOLLOW = `subscription FollowSubscription($id: ID!) {
  effectiveKeyMetricsChanged(nodeId: $id) { isFirst node { id version } disappeared { metric { id key } } } }`

const PAGE = 'edges { cursor node { id name } } pageInfo { hasNextPage endCursor }'
export const membersWith = (directive = '') => `query MembersQuery($id: ID!, $first: Int!, $after: String) {
  team(id: $id) { id members(first: $first, after: $after) ${directive} { ${PAGE} } } }`

export interface Members {
  readonly edges: readonly { readonly node: { readonly name: string } }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

export interface MembersAnswer {
  readonly team: { readonly members: Members }
}

export const namesOf = ({ team }: MembersAnswer) => team.members.edges.map(({ node }) => node.name)

interface Fault {
  readonly extensions?: { readonly [key: string]: unknown }
}

export const codesOf = (faults: readonly Fault[] = []) => faults.map(({ extensions }) => extensions?.code)
