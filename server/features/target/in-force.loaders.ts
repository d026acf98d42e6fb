import type { Period } from '../../domain/calendar.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { groupBy } from '../../platform/group-by.js'
import { mayHold, setTargetOf, TARGET_COLUMNS, type SetTarget, type StoredTarget } from './target.row.js'

/** The targets of the whole company for one metric and period, with the tree as it was at `asOf`. Null is the present. */
export interface TargetsKey {
  readonly metricId: string
  readonly period: Period
  readonly asOf: Date | null
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

/** A target that holds, with the team its person was in. */
export interface TargetInForce extends SetTarget {
  readonly teamId: string | null
}

/** What was set and holds, for each key in its order: with and without an amount. `asOf` says who was in which team. */
export async function readInForce(ctx: Context, keys: readonly TargetsKey[]): Promise<TargetInForce[][]> {
  const rows = await ctx.manager.query<
    (StoredTarget & { readonly place: string; readonly teamId: string | null })[]
  >(
    `SELECT q.place, t.*, m.team_id AS "teamId"
       FROM ${KEYS}
      CROSS JOIN LATERAL ${inForce(TARGET_COLUMNS)}`,
    keyValues(ctx, keys),
  )
  const byPlace = groupBy(rows, ({ place }) => place)
  return keys.map((_, index) =>
    (byPlace.get(String(index + 1)) ?? []).map(({ place: _place, ...row }) => ({
      ...setTargetOf(row),
      teamId: row.teamId,
    })),
  )
}
