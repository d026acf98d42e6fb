import type { Period } from '../../domain/calendar.js'
import { measuresOf, type Formula, type Formulas, type Measure } from '../../domain/metric-value.js'
import { subtreeOf } from '../../domain/org-node.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { MetricRow } from '../metric/metric.loaders.js'
import { loadWholeTree } from '../org/tree.loaders.js'
import { loadCover } from '../people/cover.loaders.js'
import { isInSight, loadPeopleSight } from '../people/people-sight.js'
import type { Page } from '../../platform/graphql/connection.js'
import { loadTargetAmounts } from '../target/target-amounts.loaders.js'

export const LEADERBOARD_ORDERS = ['ACTUAL', 'ATTAINMENT'] as const
export type LeaderboardOrder = (typeof LEADERBOARD_ORDERS)[number]

export interface StoredEntry {
  readonly userId: string
  readonly rank: string | null
  readonly actual: string | null
  readonly numerator: string
  readonly denominator: string | null
  readonly target: string | null
  readonly attainment: string | null
}

interface Board {
  readonly node: { readonly id: string }
  readonly metric: MetricRow
  readonly period: Period
  readonly by: LeaderboardOrder
  readonly formula: Formula
  readonly formulas: Formulas
}

/** A statement in the making: its parameters are numbered as they come. */
class Parameters {
  readonly values: unknown[] = []

  /** Answers the place of the first. */
  add(...values: readonly unknown[]): number {
    return this.values.push(...values) - values.length + 1
  }
}

/** One more than the page holds, if there is a next one. */
export async function readEntries(
  ctx: Context,
  board: Board,
  { first, after }: Page,
): Promise<StoredEntry[]> {
  const parameters = new Parameters()
  const scored = await scoresOf(ctx, board, parameters)
  const isLess = board.metric.direction === 'DECREASE'
  const [order, isBehind] = isLess ? ['ASC', '>'] : ['DESC', '<']
  const place = parameters.add(after?.[0] ?? '', after?.[1] ?? null, first + 1)
  const [score, id] = [`nullif($${place}::text, '')::numeric`, `$${place + 1}::uuid`]
  return ctx.manager.query(
    `${scored},
     ranked AS (
       SELECT s.*, CASE WHEN s.score IS NOT NULL THEN rank() OVER (ORDER BY s.score ${order} NULLS LAST) END AS rank
         FROM scored s)
     SELECT r.id AS "userId", r.rank, r.actual, r.numerator, r.denominator, r.target, r.attainment
       FROM ranked r
      WHERE ${id} IS NULL OR (r.score IS NOT DISTINCT FROM ${score} AND r.id > ${id})
         OR (${score} IS NOT NULL AND (r.score IS NULL OR r.score ${isBehind} ${score}))
      ORDER BY r.score ${order} NULLS LAST, r.id
      LIMIT $${place + 2}`,
    parameters.values,
  )
}

export async function countEntries(ctx: Context, board: Board): Promise<number> {
  const parameters = new Parameters()
  const statement = `${await scoresOf(ctx, board, parameters)} SELECT count(*)::int AS count FROM scored`
  const [row] = await ctx.manager.query<[{ count: number }]>(statement, parameters.values)
  return row.count
}

/**
 * Who was in a team of the node at the end of the period, or is in it now while that lies ahead, and whoever else did
 * something that counts; as far as the viewer may be told, by the rules of `namedAmong`.
 */
async function scoresOf(ctx: Context, board: Board, parameters: Parameters): Promise<string> {
  const { start, end, endsAt } = board.period
  const instant = instantOf(ctx, new Date(endsAt.getTime() - 1))
  const { children } = await loadWholeTree(ctx, null)
  const nodes = parameters.add(ctx.companyId, subtreeOf(children, board.node.id), start, end, instant) + 1
  const ofPeople = `r.company_id = $1 AND r.node_id = ANY($${nodes}::uuid[])`
  const { numerator, denominator } = measuresOf(board.formula, board.formulas)
  return `
    WITH done AS (
      SELECT r.user_id AS id, ${totalOf(numerator, parameters)} AS numerator,
             ${denominator ? totalOf(denominator, parameters) : 'NULL::numeric'} AS denominator
        FROM activity_person_rollup r
       WHERE ${ofPeople} AND r.day >= $${nodes + 1}::date AND r.day < $${nodes + 2}::date
         AND (r.quantity <> 0 OR r.amount <> 0)
       GROUP BY r.user_id),
    members AS (
      SELECT m.user_id AS id FROM membership m
       WHERE m.company_id = $1 AND m.team_id = ANY($${nodes}::uuid[]) AND ${holdsAt('m', `$${nodes + 3}::timestamptz`)}),
    ${await toldOf(ctx, board.node.id, parameters)},
    valued AS (
      SELECT t.id, t.numerator, ${denominator ? 'coalesce(t.denominator, 0)' : 't.denominator'} AS denominator,
             ${denominator ? 'round(t.numerator / nullif(t.denominator, 0), 6)' : 't.numerator'} AS actual
        FROM told t),
    compared AS (
      SELECT v.*, g.target, CASE WHEN g.target > 0 THEN round(v.actual / g.target, 6) END AS attainment
        FROM valued v LEFT JOIN ${await targetsOf(ctx, board, parameters)} ON g.id = v.id),
    scored AS (SELECT c.*, ${board.by === 'ACTUAL' ? 'c.actual' : 'c.attainment'} AS score FROM compared c)`
}

function totalOf({ of, activityTypeIds, label }: Measure, parameters: Parameters): string {
  const types = parameters.add(activityTypeIds, label)
  return `coalesce(sum(r.${of}) FILTER (WHERE r.activity_type_id = ANY($${types}::uuid[])
             AND ($${types + 1}::text IS NULL OR r.label = $${types + 1})), 0)`
}

async function toldOf(ctx: Context, nodeId: string, parameters: Parameters): Promise<string> {
  const cover = await loadCover(ctx, nodeId)
  const sight = parameters.add(...(await loadPeopleSight(ctx, null)))
  const isPeer = parameters.add(cover !== null, cover?.userId ?? null, cover?.isForHidden ?? false)
  const isShown = `u.data_visibility = 'VISIBLE' OR u.id = $${sight + 2}::uuid`
  return `
    people AS (
      SELECT u.id, ${isInSight(sight)} AND (NOT $${isPeer}::boolean OR ${isShown}) AS is_told
        FROM (SELECT id FROM done UNION SELECT id FROM members) p
        JOIN app_user u ON u.company_id = $1 AND u.id = p.id),
    told AS (
      SELECT p.id, coalesce(d.numerator, 0) AS numerator, d.denominator
        FROM people p
        LEFT JOIN done d ON d.id = p.id
       WHERE p.is_told AND (p.id IN (SELECT id FROM members) OR d.numerator <> 0 OR d.denominator <> 0)
         AND (p.id IS DISTINCT FROM $${isPeer + 1}::uuid
              OR NOT ($${isPeer + 2}::boolean OR EXISTS (SELECT FROM people o WHERE NOT o.is_told))))`
}

async function targetsOf(ctx: Context, { metric, period }: Board, parameters: Parameters): Promise<string> {
  // Of the company: who hangs below the node now may have hung elsewhere when the period ended.
  const amountsOf = await loadTargetAmounts(ctx, { ownerId: null, period, asOf: null })
  const { ofPeople } = await amountsOf(metric.id)
  const columns = parameters.add([...ofPeople.keys()], [...ofPeople.values()])
  return `unnest($${columns}::uuid[], $${columns + 1}::numeric[]) AS g(id, target)`
}
