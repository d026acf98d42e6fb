import type { Viewer, World } from './world.js'

interface Named {
  readonly name: string
}

export interface Overview {
  readonly metrics: readonly { readonly key: string }[]
  readonly notice: { readonly verdict: string } | null
  readonly nodes: {
    readonly totalCount: number
    readonly nodes: readonly {
      readonly node: Named
      readonly mayEdit: boolean
      readonly editors: readonly { readonly role: string; readonly node: Named; readonly user: Named }[]
      readonly notice: {
        readonly verdict: string
        readonly fixes: readonly { readonly fix: string }[]
      } | null
      readonly keyMetrics: readonly {
        readonly metric: { readonly key: string }
        readonly status: string
        readonly at: Named | null
        readonly effective: {
          readonly kind: string
          readonly label: string
          readonly definedAt: Named
          readonly locks: readonly { readonly lock: string; readonly setAt: Named }[]
        } | null
        readonly rule: {
          readonly effect: string
          readonly dormancy: { readonly reason: string } | null
        } | null
      }[]
    }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
}

export const OVERVIEW = `query ($nodeId: ID, $metricIds: [ID!], $asOf: DateTime, $first: Int! = 50, $after: String) {
  organizationOverview(nodeId: $nodeId, metricIds: $metricIds, asOf: $asOf) {
    metrics { key } notice { verdict }
    nodes(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes {
      node { name } mayEdit editors { role node { name } user { name } } notice { verdict fixes { fix } }
      keyMetrics { metric { key } status at { name } rule { effect dormancy { reason } }
        effective { kind label definedAt { name } locks { lock setAt { name } } } } } } } }`

type Node = Overview['nodes']['nodes'][number]

/** What holds of each metric: 'P REV OWN', 'REN HIDDEN_AT SALES', in the order of the keys. */
export const cells = ({ keyMetrics }: Node) =>
  keyMetrics.map(({ metric, status, at, effective }) =>
    [effective?.kind.charAt(0), metric.key, status, at?.name].filter(Boolean).join(' '),
  )

/** The page as people of a world read it: as a whole, one of its nodes, the names of all. */
export function overviewIn(world: World) {
  const overview = async (who: Viewer, asked: object = {}): Promise<Overview> => {
    const { data, errors } = await world.run<{ organizationOverview: Overview }>(who, OVERVIEW, asked)
    expect(errors).toEqual([])
    return data.organizationOverview
  }
  const nodesOf = async (who: Viewer, asked: object = {}) => (await overview(who, asked)).nodes.nodes
  return {
    overview,
    nodeOf: async (who: Viewer, name: string, asked: object = {}) =>
      (await nodesOf(who, asked)).find(({ node }) => node.name === name)!,
    names: async (who: Viewer, asked: object = {}) =>
      (await nodesOf(who, asked)).map(({ node }) => node.name),
  }
}
