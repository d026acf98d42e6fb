import { sumOf, type Decimal } from '../../domain/decimal.js'
import type { MetricValue } from '../../domain/metric-value.js'
import { placesOf } from '../../domain/ranking.js'
import { isNothing, restOf } from '../../domain/value-parts.js'
import type { Context } from '../../platform/context.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import type { MetricRow } from '../metric/metric.loaders.js'
import type { ProgressRow } from '../progress/progress.loaders.js'
import { loadTarget } from '../target/target.loaders.js'
import { loadTargetAmounts } from '../target/target-amounts.loaders.js'
import type { TargetRow } from '../target/target.row.js'
import type { TeamPeople } from './team-people.loaders.js'

/** A key metric of a team; `progress` is null where it is not computed. */
export interface KeyMetricOfTeam {
  readonly keyMetric: EffectiveRow
  /** As it was asked for. */
  readonly period: AskedPeriod | null
  readonly progress: ProgressRow | null
}

type Standing = Pick<ProgressRow, 'actual' | 'target' | 'gap' | 'attainment' | 'status'>

type Added = Omit<MetricValue, 'value'>

/** What one person of the team has of a key metric: what they did for the team, and their own target. */
export interface TeamNumberRow extends Added, Standing {
  readonly metric: MetricRow
  readonly rank: number | null
}

/** What the others have of it together. */
export interface OthersNumberRow extends Added {
  readonly metric: MetricRow
  readonly actual: Decimal | null
  readonly target: Decimal | null
}

export interface TeamKeyMetricRow extends KeyMetricOfTeam {
  readonly target: TargetRow | null
  /** Of the people who are named, by id; empty where it is not computed. */
  readonly numbers: ReadonlyMap<string, TeamNumberRow>
  readonly others: OthersNumberRow | null
  /** How many of the people who are named have anything. */
  readonly withNumbers: number
}

/** One statement for all key metrics that are asked for in one go: the targets. */
export async function loadTeamKeyMetric(
  ctx: Context,
  people: TeamPeople,
  ofTeam: KeyMetricOfTeam,
): Promise<TeamKeyMetricRow> {
  const { keyMetric, progress } = ofTeam
  if (progress === null) return { ...ofTeam, target: null, numbers: new Map(), others: null, withNumbers: 0 }
  const { metricId, nodeId } = keyMetric
  const { period } = progress.figure.frame
  const amountsOf = await loadTargetAmounts(ctx, { ownerId: nodeId, period, asOf: null })
  const [amounts, target] = await Promise.all([
    amountsOf(metricId),
    loadTarget(ctx, { metricId, nodeId, userId: null, period }, null),
  ])
  const { members } = people.ofPeriod(period)
  const targetOf = (id: string) => (members.has(id) ? amounts.ofPerson(id) : null)
  const numbers = ranked(numbersOf(people, { ...ofTeam, progress }, targetOf), keyMetric.metric)
  const rest = people.ids.filter((id) => !numbers.has(id)).map(targetOf)
  return {
    ...ofTeam,
    target,
    numbers,
    others: othersOf(keyMetric.metric, progress, [...numbers.values()], rest),
    withNumbers: [...numbers.values()].filter((row) => !isNothing(row)).length,
  }
}

type Unranked = Omit<TeamNumberRow, 'rank'>

function numbersOf(
  { named, ofPeriod }: TeamPeople,
  { keyMetric: { metric }, progress: ofTeam }: KeyMetricOfTeam & { readonly progress: ProgressRow },
  targetOf: (userId: string) => Decimal | null,
): ReadonlyMap<string, Unranked> {
  const { frame, valueOf } = ofTeam.figure
  const { sums: sumsOfPeople } = ofPeriod(frame.period)
  const rows = named.map(({ id }): [string, Unranked] => {
    const sums = sumsOfPeople.get(id) ?? []
    const progress = ofTeam.ofPerson(id, { sums, target: targetOf(id) })
    const { numerator, denominator } = valueOf(sums)
    return [id, { metric, numerator, denominator, ...standingOf(progress) }]
  })
  return new Map(rows)
}

function standingOf(progress: ProgressRow): Standing {
  const { actual, target, gap, attainment } = progress
  return { actual, target, gap, attainment, status: () => progress.status() }
}

function ranked(
  rows: ReadonlyMap<string, Unranked>,
  { direction }: MetricRow,
): ReadonlyMap<string, TeamNumberRow> {
  const attainments = new Map([...rows].map(([id, { attainment }]) => [id, attainment]))
  const places = placesOf(attainments, direction)
  return new Map([...rows].map(([id, row]) => [id, { ...row, rank: places.get(id) ?? null }]))
}

function othersOf(
  metric: MetricRow,
  { figure, sums }: ProgressRow,
  named: readonly TeamNumberRow[],
  targets: readonly (Decimal | null)[],
): OthersNumberRow {
  const { value: actual, ...added } = restOf(figure.valueOf(sums), named)
  const amounts = figure.accumulates ? targets.flatMap((target) => target ?? []) : []
  return { metric, actual, ...added, target: amounts.length > 0 ? sumOf(amounts) : null }
}
