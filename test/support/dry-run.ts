import type { GraphQLFormattedError } from 'graphql'
import { nodeLines } from './impact.js'
import { CHANGED, type Mutation, type Outcome } from './mutation.js'
import type { Viewer, World } from './world.js'

const METRIC = 'metric { key } aspects before { ...Side } after { ...Side }'
const RULE = 'effect metric { key } dormancy { reason by { name } }'

/** Everything an impact tells. */
export const IMPACT = `
  fragment Impact on Impact {
    isTruncated
    totals { nodes appears disappears changes wakes goesDormant homes rolesGained rolesLost targetsLosingOwner targetsRegainingOwner }
    nodes {
      fate node { id name version }
      appears { ${METRIC} } disappears { ${METRIC} } changes { ${METRIC} } wakes { ${RULE} } goesDormant { ${RULE} }
    }
    people { affected homes { id name } }
    roles { gained { ...Role } lost { ...Role } }
    targets { losesOwner { ...Target } regainsOwner { ...Target } }
  }
  fragment Side on ShownKeyMetric { kind label place status definedAt { name } locks }
  fragment Role on RoleImpact { role node { name } user { name } }
  fragment Target on TargetImpact { metric { key } frequency amount node { name } user { name } }`

interface Side {
  readonly kind: string
  readonly label: string
  readonly place: number
}

interface KeyMetricImpact {
  readonly metric: { readonly key: string }
  readonly aspects: readonly string[]
  readonly before: Side | null
  readonly after: Side | null
}

interface RuleImpact {
  readonly effect: string
  readonly metric: { readonly key: string }
  readonly dormancy: { readonly reason: string; readonly by: { readonly name: string } | null }
}

interface RoleImpact {
  readonly role: string
  readonly node: { readonly name: string }
  readonly user: { readonly name: string } | null
}

interface TargetImpact {
  readonly metric: { readonly key: string }
  readonly frequency: string
  readonly amount: string
  readonly node: { readonly name: string } | null
  readonly user: { readonly name: string } | null
}

export interface Impact {
  readonly isTruncated: boolean
  readonly totals: Readonly<Record<string, number | null>>
  readonly nodes:
    | readonly {
        readonly fate: string
        readonly node: { readonly id: string; readonly name: string; readonly version: number }
        readonly appears: readonly KeyMetricImpact[]
        readonly disappears: readonly KeyMetricImpact[]
        readonly changes: readonly KeyMetricImpact[]
        readonly wakes: readonly RuleImpact[]
        readonly goesDormant: readonly RuleImpact[]
      }[]
    | null
  readonly people: { readonly affected: number; readonly homes: readonly { readonly name: string }[] } | null
  readonly roles: { readonly gained: readonly RoleImpact[]; readonly lost: readonly RoleImpact[] } | null
  readonly targets: {
    readonly losesOwner: readonly TargetImpact[]
    readonly regainsOwner: readonly TargetImpact[]
  } | null
}

type Answer = Pick<Outcome, 'changed' | 'userErrors'> & { readonly impact: Impact | null }

export interface Rehearsed extends Answer {
  readonly statements: readonly string[]
  readonly errors: readonly GraphQLFormattedError[]
}

/** Tries a mutation without making it. */
export async function dryRun(
  { run }: World,
  viewer: Viewer,
  mutation: Mutation,
  input: object,
): Promise<Rehearsed> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) {
    changed: ${CHANGED[mutation]} { id } userErrors { code message path } impact { ...Impact } } } ${IMPACT}`
  const { data, statements, errors } = await run<Record<string, Answer> | null>(viewer, document, {
    input: { ...input, dryRun: true },
  })
  const answer = data?.[mutation] ?? { changed: null, userErrors: [], impact: null }
  return { ...answer, statements, errors }
}

/** What is told of nodes, a line each, as `toldOf` of the domain says it. */
export function linesOf({ nodes }: Pick<Impact, 'nodes'>): string[] {
  return (nodes ?? []).flatMap(({ node, ...impact }) =>
    nodeLines({ ...impact, name: node.name }, shown, said),
  )
}

function shown({ metric, before, after }: KeyMetricImpact): string {
  return `${(after ?? before)!.kind} ${metric.key}`
}

function said({ effect, metric, dormancy: { reason, by } }: RuleImpact): string {
  return `${effect} ${metric.key}: ${[reason, by?.name].join(' ').trim()}`
}
