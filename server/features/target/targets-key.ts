import DataLoader from 'dataloader'
import type { Period } from '../../domain/calendar.js'
import { addsUp } from '../../domain/metric-value.js'
import { rolledUpTargets, type ManualTargets, type RolledUpTargets } from '../../domain/target-rollup.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { eventuallyAll, Remembered, type Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { perRequest } from '../../platform/per-request.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import { loadHanging, type Hanging } from './past-tree.loaders.js'
import { mayHold } from './target.row.js'

/** The targets of the whole company for one metric and period, with the tree as it was at `asOf`. Null is the present. */
export interface TargetsKey {
  readonly metricId: string
  readonly period: Period
  readonly asOf: Date | null
}

/** In which period, with the tree of which instant. */
type TargetsPeriod = Pick<TargetsKey, 'period' | 'asOf'>

type OfMetric<T> = (metricId: string) => Eventually<T>

/**
 * What `readAll` says of the metrics of a period: one call for all that are asked for in one go, whatever the size of the
 * tree. It is given the instant of the tree and of who is in which team: the end of the period, or now while that lies
 * ahead.
 */
export function perTargetsKey<T extends object>(
  readAll: (ctx: Context, keys: readonly TargetsKey[]) => Promise<T[]>,
): (ctx: Context, of: TargetsPeriod) => OfMetric<T> {
  const ofRequest = perRequest((ctx) => ({
    periods: new Remembered<OfMetric<T>>(),
    loader: new DataLoader((keys: readonly TargetsKey[]) => readAll(ctx, keys), { cache: false }),
  }))
  return (ctx, { period, asOf }) => {
    const { periods, loader } = ofRequest(ctx)
    const at = Math.min(period.endsAt.getTime() - 1, instantOf(ctx, asOf).getTime())
    return periods.of([ctx.moment, at, period.frequency, period.start], () => {
      const known = new Remembered<T>()
      const key = { period, asOf: treeInstant(ctx, period, asOf) }
      return (metricId) => known.of([metricId], () => loader.load({ metricId, ...key }))
    }) as OfMetric<T>
  }
}

function treeInstant(ctx: Context, period: Period, asOf: Date | null): Date | null {
  const last = new Date(period.endsAt.getTime() - 1)
  return last < instantOf(ctx, asOf) ? last : asOf
}

/** SQL: the keys as `q`, each with its `place` (1 is the first), from the values of `keyValues` in the parameters $2 to $6. */
export const KEYS = `unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::timestamptz[])
  WITH ORDINALITY AS q(metric_id, frequency, start, finish, at, place)`

/**
 * SQL: what was set and holds for a key `q`: `columns` of the targets `t`, "userId" among them, and the membership `m` of
 * their people, if they are in a team.
 */
export function inForce(columns: string): string {
  return `(SELECT DISTINCT ON (t.node_id, t.user_id) ${columns}
             FROM target t
            WHERE t.company_id = $1 AND t.metric_id = q.metric_id AND ${mayHold('q.frequency', 'q.start', 'q.finish')}
            ORDER BY t.node_id, t.user_id, t.period_start DESC) t
     LEFT JOIN membership m ON m.company_id = $1 AND m.user_id = t."userId" AND ${holdsAt('m', 'q.at')}`
}

/** The company, and the columns of the keys. */
export function keyValues(ctx: Context, keys: readonly TargetsKey[]): unknown[] {
  return [
    ctx.companyId,
    keys.map(({ metricId }) => metricId),
    keys.map(({ period }) => period.frequency),
    keys.map(({ period }) => period.start),
    keys.map(({ period }) => period.end),
    keys.map(({ asOf }) => instantOf(ctx, asOf)),
  ]
}

/** The amounts that were set for a key. */
export interface SetAmounts extends Pick<ManualTargets, 'ofNode' | 'ofPerson'> {
  /** By the id of the person; null for who is in none. */
  readonly teamOf: ReadonlyMap<string, string | null>
}

/** How the amounts of each key roll up, in their order. */
export async function rollUpAll(
  ctx: Context,
  keys: readonly TargetsKey[],
  amounts: readonly SetAmounts[],
): Promise<{ readonly hanging: Hanging; readonly rolledUp: RolledUpTargets }[]> {
  const [formulas, trees] = await Promise.all([
    loadFormulas(ctx),
    eventuallyAll(keys.map(({ asOf }) => loadHanging(ctx, asOf))),
  ])
  return keys.map(({ metricId }, index) => {
    const { ofNode, ofPerson, teamOf } = amounts[index]!
    const hanging = trees[index]!
    const formula = formulas.get(metricId)
    const rolledUp = rolledUpTargets({
      ...{ ofNode, ofPerson, children: hanging.children, peopleOf: peopleByTeam(teamOf) },
      rollsUp: formula === undefined || addsUp(formula),
    })
    return { hanging, rolledUp }
  })
}

function peopleByTeam(teamOf: SetAmounts['teamOf']): Map<string, string[]> {
  const placed = [...teamOf].flatMap(([userId, teamId]) => (teamId === null ? [] : [{ userId, teamId }]))
  const byTeam = groupBy(placed, ({ teamId }) => teamId)
  return new Map([...byTeam].map(([teamId, people]) => [teamId, people.map(({ userId }) => userId)]))
}
