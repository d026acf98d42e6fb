import { decimal, divide, type Decimal } from '../../domain/decimal.js'
import { isNothing } from '../../domain/value-parts.js'
import type { Context } from '../../platform/context.js'
import { connectionOfAll, type Connection, type Page } from '../../platform/graphql/connection.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { loadEffectiveKeyMetrics } from '../key-metric/key-metric.loaders.js'
import { loadNodeOfLevel, type OrgNodeRow } from '../org/org.loaders.js'
import type { UserRow } from '../people/user.loaders.js'
import { seesNumbersOfNode } from '../progress/numbers-sight.js'
import { loadProgress } from '../progress/progress.loaders.js'
import {
  loadTeamKeyMetric,
  type OthersNumberRow,
  type TeamKeyMetricRow,
  type TeamNumberRow,
} from './team-numbers.loaders.js'
import { loadTeamPeople, type TeamPeople } from './team-people.loaders.js'

export interface TeamPageRow {
  readonly team: OrgNodeRow
  /** As it was asked for. */
  readonly period: AskedPeriod | null
  readonly keyMetrics: readonly TeamKeyMetricRow[]
  readonly others: OthersRow | null
  readonly coverage: CoverageRow
  readonly people: TeamPeople
}

export interface OthersRow {
  readonly count: number
  readonly numbers: readonly OthersNumberRow[]
}

export interface CoverageRow {
  readonly members: number
  readonly withNumbers: number
  readonly share: Decimal | null
}

export interface MemberRow {
  readonly user: UserRow
  readonly isMember: boolean
  readonly numbers: readonly TeamNumberRow[]
}

/**
 * Null for what is no team, or none whose numbers the viewer sees.
 * @throws FORBIDDEN for an API key without the scopes, BAD_USER_INPUT or LIMIT_EXCEEDED for the period.
 */
export async function loadTeamPage(
  ctx: Context,
  { id, period }: { readonly id: string; readonly period: AskedPeriod | null },
): Promise<TeamPageRow | null> {
  const team = await loadNodeOfLevel(ctx, 'TEAM', id, null)
  if (team === null || !(await seesNumbersOfNode(ctx, team))) return null
  const effective = (await loadEffectiveKeyMetrics(ctx, team, null)) ?? []
  const ofTeam = await Promise.all(
    effective.map(async (keyMetric) => ({
      ...{ keyMetric, period },
      progress: await loadProgress(ctx, keyMetric, { period }),
    })),
  )
  const periods = new Set(ofTeam.flatMap(({ progress }) => progress?.figure.frame.period ?? []))
  const people = await loadTeamPeople(ctx, id, [...periods])
  const keyMetrics = await Promise.all(ofTeam.map((one) => loadTeamKeyMetric(ctx, people, one)))
  return {
    ...{ team, period, keyMetrics, people },
    others: othersOf(people, keyMetrics),
    coverage: coverageOf(people, keyMetrics),
  }
}

function othersOf({ ids, named }: TeamPeople, keyMetrics: readonly TeamKeyMetricRow[]): OthersRow | null {
  const count = ids.length - named.length
  return count === 0 ? null : { count, numbers: keyMetrics.flatMap(({ others }) => others ?? []) }
}

function coverageOf({ named, wasMember }: TeamPeople, keyMetrics: readonly TeamKeyMetricRow[]): CoverageRow {
  const members = named.filter(({ id }) => wasMember(id))
  const hasNumbers = ({ id }: UserRow) =>
    keyMetrics.some(({ numbers }) => numbers.has(id) && !isNothing(numbers.get(id)!))
  const withNumbers = members.filter(hasNumbers).length
  const share = divide(decimal(`${withNumbers}`), decimal(`${members.length}`))
  return { members: members.length, withNumbers, share }
}

/** Those of the team who are named, by name, a page of them. */
export function membersOfPage({ people, keyMetrics }: TeamPageRow, page: Page): Connection<MemberRow> {
  const rows = people.named.map((user) => ({
    user,
    isMember: people.isMember(user.id),
    numbers: keyMetrics.flatMap(({ numbers }) => numbers.get(user.id) ?? []),
  }))
  return connectionOfAll(rows, page, ({ user }) => [user.name, user.id])
}
