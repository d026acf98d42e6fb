import type { Period } from '../../domain/calendar.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { groupBy } from '../../platform/group-by.js'
import { mayHold, setTargetOf, TARGET_COLUMNS, type SetTarget, type StoredTarget } from './target.row.js'

/** A part of a company. */
export interface Branch {
  /** The node, or the person who is in none, and the nodes below it; of a top those straight below it only. */
  readonly ids: readonly string[]
  /** Whether what is further below is left out, where it does not count. */
  readonly isTop: boolean
}

/** The targets for one metric and period, with the tree as it was at `asOf`. Null is the present. */
export interface TargetsKey {
  readonly metricId: string
  readonly period: Period
  readonly asOf: Date | null
  /** Those of its nodes, and of whoever was ever in them. Null: of the whole company. */
  readonly branch: Branch | null
}

/** To PostgreSQL these are different questions. */
export type Whose = 'COMPANY' | 'BRANCHES' | 'TOPS'

export function whose({ branch }: Pick<TargetsKey, 'branch'>): Whose {
  if (branch === null) return 'COMPANY'
  return branch.isTop ? 'TOPS' : 'BRANCHES'
}

const KEYS = `unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::timestamptz[])
  WITH ORDINALITY AS q(metric_id, frequency, start, finish, at, place)`

/**
 * The people of a branch are found once, for all of its keys; the text of its nodes is read before that, as it would
 * otherwise be read for each row.
 */
const KEYS_OF_BRANCHES = `unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::timestamptz[], $7::bigint[])
  WITH ORDINALITY AS q(metric_id, frequency, start, finish, at, branch, place)
  JOIN (SELECT b.place, b.nodes,
               b.nodes || ARRAY(SELECT DISTINCT m.user_id FROM membership m
                                 WHERE m.company_id = $1 AND m.team_id = ANY(b.nodes)) AS people
          FROM (SELECT b.place, b.nodes::uuid[] AS nodes
                  FROM unnest($8::text[]) WITH ORDINALITY AS b(nodes, place) OFFSET 0) b OFFSET 0) b ON b.place = q.branch`

/** SQL: the keys as `q`, each with its `place` (1 is the first), from the parameters that `keyValues` begins with. */
export function keysOf(of: Whose): string {
  return of === 'COMPANY' ? KEYS : KEYS_OF_BRANCHES
}

/**
 * SQL: what was set and holds for a key `q`: `columns` of the targets `t`, "userId" among them, and the membership `m` of
 * their people, if they are in a team.
 */
export function inForce(columns: string, of: Whose): string {
  return `(${latest(columns, OWNERS[of].map(setFor).join(' UNION ALL '))}) t
     LEFT JOIN membership m ON m.company_id = $1 AND m.user_id = t."userId" AND ${holdsAt('m', 'q.at')}`
}

function latest(columns: string, set: string): string {
  return `SELECT DISTINCT ON (t.node_id, t.user_id) ${columns}
            FROM (${set}) t ORDER BY t.node_id, t.user_id, t.period_start DESC`
}

function setFor(owner: string): string {
  return `SELECT t.* FROM target t
           WHERE t.company_id = $1 AND t.metric_id = q.metric_id AND ${owner}
             AND ${mayHold('q.frequency', 'q.start', 'q.finish')}`
}

/** Whether each of the nodes straight below the top has a target of its own: what is further below does not count then. */
const IS_COVERED = `(
  SELECT count(*) = cardinality(b.nodes) - 1
    FROM (${latest('t.amount', setFor('t.node_id = ANY(b.nodes[2:])'))}) t WHERE t.amount IS NOT NULL)`

/** In parts, each of which has an index of its own. What is met twice counts once. */
const OWNERS: Record<Whose, readonly string[]> = {
  COMPANY: ['true'],
  BRANCHES: ['t.node_id = ANY(b.nodes)', 't.user_id = ANY(b.people)'],
  TOPS: ['t.node_id = ANY(b.nodes)', `NOT ${IS_COVERED}`],
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
    branches.map(({ ids }) => `{${ids.join()}}`),
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
