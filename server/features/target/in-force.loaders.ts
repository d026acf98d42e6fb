import type { Period } from '../../domain/calendar.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { groupBy } from '../../platform/group-by.js'
import { mayHold, setTargetOf, TARGET_COLUMNS, type SetTarget, type StoredTarget } from './target.row.js'

/** The ids of a node and of all that is below it. */
export type Branch = readonly string[]

/** The targets for one metric and period, with the tree as it was at `asOf`. Null is the present. */
export interface TargetsKey {
  readonly metricId: string
  readonly period: Period
  readonly asOf: Date | null
  /** Those of these nodes, and of whoever was ever in them. Null: of the whole company. */
  readonly branch: Branch | null
}

/** Whether keys are of the company or of branches: to PostgreSQL they are different questions. */
export type Whose = 'COMPANY' | 'BRANCHES'

export function whose({ branch }: Pick<TargetsKey, 'branch'>): Whose {
  return branch === null ? 'COMPANY' : 'BRANCHES'
}

const KEYS = `unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::timestamptz[])
  WITH ORDINALITY AS q(metric_id, frequency, start, finish, at, place)`

/** The people of a branch are found once, for all of its keys. */
const KEYS_OF_BRANCHES = `unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::timestamptz[], $7::bigint[])
  WITH ORDINALITY AS q(metric_id, frequency, start, finish, at, branch, place)
  JOIN (SELECT b.place, b.nodes::uuid[] AS nodes,
               ARRAY(SELECT DISTINCT m.user_id FROM membership m
                      WHERE m.company_id = $1 AND m.team_id = ANY(b.nodes::uuid[])) AS people
          FROM unnest($8::text[]) WITH ORDINALITY AS b(nodes, place) OFFSET 0) b ON b.place = q.branch`

/** SQL: the keys as `q`, each with its `place` (1 is the first), from the parameters that `keyValues` begins with. */
export function keysOf(of: Whose): string {
  return of === 'COMPANY' ? KEYS : KEYS_OF_BRANCHES
}

/**
 * SQL: what was set and holds for a key `q`: `columns` of the targets `t`, "userId" among them, and the membership `m` of
 * their people, if they are in a team.
 */
export function inForce(columns: string, of: Whose): string {
  const setFor = (owner = 'true') => `
             SELECT t.* FROM target t
              WHERE t.company_id = $1 AND t.metric_id = q.metric_id AND ${owner}
                AND ${mayHold('q.frequency', 'q.start', 'q.finish')}`
  // Each has an index of its own.
  const inBranch = `${setFor('t.node_id = ANY(b.nodes)')} UNION ALL ${setFor('t.user_id = ANY(b.people)')}`
  return `(SELECT DISTINCT ON (t.node_id, t.user_id) ${columns}
             FROM (${of === 'COMPANY' ? setFor() : inBranch}) t
            ORDER BY t.node_id, t.user_id, t.period_start DESC) t
     LEFT JOIN membership m ON m.company_id = $1 AND m.user_id = t."userId" AND ${holdsAt('m', 'q.at')}`
}

/** The company, the columns of the keys, and their branches. */
export function keyValues(ctx: Context, keys: readonly TargetsKey[], of: Whose): unknown[] {
  const values = [
    ctx.companyId,
    keys.map(({ metricId }) => metricId),
    keys.map(({ period }) => period.frequency),
    keys.map(({ period }) => period.start),
    keys.map(({ period }) => period.end),
    keys.map(({ asOf }) => instantOf(ctx, asOf)),
  ]
  if (of === 'COMPANY') return values
  const branches = [...new Set(keys.map(({ branch }) => branch!))]
  const places = new Map(branches.map((branch, index) => [branch, index + 1]))
  return [
    ...values,
    keys.map(({ branch }) => places.get(branch!)),
    branches.map((branch) => `{${branch.join()}}`),
  ]
}

/** A target that holds, with the team its person was in. */
export interface TargetInForce extends SetTarget {
  readonly teamId: string | null
}

/**
 * What was set and holds, for each key in its order, all of one kind: with and without an amount. `asOf` says who was in
 * which team.
 */
export async function readInForce(
  ctx: Context,
  keys: readonly TargetsKey[],
  of: Whose,
): Promise<TargetInForce[][]> {
  const rows = await ctx.manager.query<
    (StoredTarget & { readonly place: string; readonly teamId: string | null })[]
  >(
    `SELECT q.place, t.*, m.team_id AS "teamId"
       FROM ${keysOf(of)}
      CROSS JOIN LATERAL ${inForce(TARGET_COLUMNS, of)}`,
    keyValues(ctx, keys, of),
  )
  const byPlace = groupBy(rows, ({ place }) => place)
  return keys.map((_, index) =>
    (byPlace.get(String(index + 1)) ?? []).map(({ place: _place, ...row }) => ({
      ...setTargetOf(row),
      teamId: row.teamId,
    })),
  )
}
