import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

export interface NumberOfTeam {
  readonly metric: { readonly key: string }
  readonly actual: string | null
  readonly numerator: string
  readonly denominator: string | null
  readonly target: string | null
}

export interface NumberOfMember extends NumberOfTeam {
  readonly gap: string | null
  readonly attainment: string | null
  readonly status: string
  readonly rank: number | null
}

export interface TeamPage {
  readonly team: { readonly name: string }
  readonly keyMetrics: readonly {
    readonly keyMetric: { readonly metric: { readonly key: string } }
    readonly progress: { readonly actual: string | null; readonly target: string | null } | null
    readonly target: { readonly rollup: string | null; readonly coverage: string | null } | null
    readonly withNumbers: number
  }[]
  readonly members: {
    readonly totalCount: number
    readonly nodes: readonly {
      readonly user: { readonly name: string }
      readonly isMember: boolean
      readonly numbers: readonly NumberOfMember[]
    }[]
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  }
  readonly others: { readonly count: number; readonly numbers: readonly NumberOfTeam[] } | null
  readonly coverage: { readonly members: number; readonly withNumbers: number; readonly share: string | null }
}

export const TEAM_PAGE = `query ($id: ID!, $period: PeriodInput, $first: Int = 50, $after: String) {
  teamPage(id: $id, period: $period) {
    team { name }
    keyMetrics { keyMetric { metric { key } } progress { actual target } target { rollup coverage } withNumbers }
    members(first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { user { name } isMember numbers { metric { key } actual numerator denominator target gap attainment status rank } } }
    others { count numbers { metric { key } actual numerator denominator target } }
    coverage { members withNumbers share } } }`

export interface AskedPage {
  readonly node: string
  readonly period?: object
  readonly first?: number
  readonly after?: string | null
}

/** A team page as somebody reads it; null where there is none for them. */
export async function teamPage(
  world: World,
  who: Viewer,
  company: TestCompany,
  { node, ...asked }: AskedPage,
) {
  const variables = { id: company.node(node), ...asked }
  const answer = await world.run<{ teamPage: TeamPage | null }>(who, TEAM_PAGE, variables)
  expect(answer.errors).toEqual([])
  return { ...answer, page: answer.data.teamPage }
}

/** The rows for one metric: 'Name: what they have', what the others have coming last. */
export function rowsOf({ members, others }: TeamPage, key: string): string[] {
  const ofMetric = <N extends NumberOfTeam>(numbers: readonly N[]) =>
    numbers.find(({ metric }) => metric.key === key)!
  const text = ({ numerator, denominator }: NumberOfTeam) =>
    denominator === null ? numerator : `${numerator}/${denominator}`
  const named = members.nodes.map(({ user, numbers }) => `${user.name}: ${text(ofMetric(numbers))}`)
  return others === null ? named : [...named, `${others.count} others: ${text(ofMetric(others.numbers))}`]
}
