import type { Viewer, World } from './world.js'

/** The whole tree with what is in force at each of the three levels, and with what is dormant. */
export const OVERVIEW = `
  query Overview($asOf: DateTime) {
    company(asOf: $asOf) { ...Said departments { ...Said teams { ...Said } } teams { ...Said } }
  }
  fragment Said on OrgNode {
    name
    effectiveKeyMetrics { kind metric { key } definedAt { name } status }
    keyMetricRules { effect metric { key } dormancy { reason by { name } } }
  }`

interface Said {
  readonly name: string
  readonly effectiveKeyMetrics: readonly {
    readonly kind: string
    readonly metric: { readonly key: string }
    readonly definedAt: { readonly name: string }
    readonly status: string
  }[]
  readonly keyMetricRules: readonly {
    readonly effect: string
    readonly metric: { readonly key: string }
    readonly dormancy: { readonly reason: string; readonly by: { readonly name: string } | null } | null
  }[]
  readonly departments?: readonly Said[]
  readonly teams?: readonly Said[]
}

export interface Shown {
  /** In display order: 'PRIMARY REV @ACME INHERITED'. */
  readonly shows: string[]
  /** Rules that do nothing at the moment: 'HIDE REV: LOCKED_BY ACME'. */
  readonly dormant: string[]
}

/** What every node shows, by its name, in one request. */
export async function overview(world: World, viewer: Viewer, asOf?: Date): Promise<Record<string, Shown>> {
  const { data, errors } = await world.run<{ company: Said }>(viewer, OVERVIEW, { asOf })
  expect(errors).toEqual([])
  return Object.fromEntries(everyNode(data.company).map((node) => [node.name, shown(node)]))
}

function everyNode(node: Said): Said[] {
  return [node, ...[...(node.departments ?? []), ...(node.teams ?? [])].flatMap(everyNode)]
}

function shown({ effectiveKeyMetrics, keyMetricRules }: Said): Shown {
  return {
    shows: effectiveKeyMetrics.map(
      ({ kind, metric, definedAt, status }) => `${kind} ${metric.key} @${definedAt.name} ${status}`,
    ),
    dormant: keyMetricRules.flatMap(({ effect, metric, dormancy }) =>
      dormancy ? [`${effect} ${metric.key}: ${[dormancy.reason, dormancy.by?.name].join(' ').trim()}`] : [],
    ),
  }
}

/** The keys of what a node shows, in display order. */
export function keysOn(nodes: Readonly<Record<string, Shown>>, name: string): string[] {
  return nodes[name]!.shows.map((line) => line.split(' ')[1]!)
}
