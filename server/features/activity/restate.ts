import type { Counted } from '../../domain/activity.js'
import { assertFew, bitesOf, type Hour } from '../../domain/bites.js'
import { decimal } from '../../domain/decimal.js'
import type { Context } from '../../platform/context.js'
import { assertWholeHistory } from '../people/whole-history.js'
import { creditOf } from './credit.loaders.js'
import { post } from './rollup.js'

/**
 * So many activities are credited anew in one statement, so that one ends within the time limit of statements also on a
 * machine that is a hundred times slower than it should be. All bites are of one transaction.
 */
const BITE = 500

/** The company is locked meanwhile: for so many, a minute or two. What is asked of it then is told to come back. */
const MAX_RESTATED = 1_000_000

/** The activities of the people, and in the teams, $2. Two arms, each by its own index. */
function touchedIn(stretch: string): string {
  const arm = (column: string) =>
    `SELECT a.id, a.occurred_at FROM activity a WHERE a.company_id = $1 AND a.${column} = ANY($2::uuid[]) AND ${stretch}`
  return `${arm('user_id')} UNION ALL ${arm('team_id')}`
}

const HOURS = `
  SELECT date_trunc('hour', t.occurred_at, 'UTC') AS hour, count(*)::int AS count
    FROM (${touchedIn('a.occurred_at >= $3')}) t GROUP BY 1 ORDER BY 1`

/**
 * What was done in the stretch from $3 to $4 by the people that were touched, and in the teams, counts to the team and
 * department of its instant as they are known now. Answers what that takes from and adds to the sums; few rows, as it
 * is added up. Each activity is looked up by itself: of a large company a plain join would read all there are.
 */
const RECREDIT = `
  WITH touched AS MATERIALIZED (
    SELECT DISTINCT t.id FROM (${touchedIn('a.occurred_at >= $3 AND a.occurred_at < $4')}) t),
  credited AS MATERIALIZED (
    SELECT a.*, m.team_id AS new_team_id, nullif(p.parent_id, $1::uuid) AS new_department_id
      FROM touched t
     CROSS JOIN LATERAL (
           SELECT a.* FROM activity a WHERE a.company_id = $1 AND a.id = t.id AND a.user_id IS NOT NULL OFFSET 0) a
      ${creditOf('a.user_id', 'a.occurred_at')}
     WHERE (a.team_id, a.department_id) IS DISTINCT FROM (m.team_id, nullif(p.parent_id, $1::uuid))),
  moved AS (
    UPDATE activity a
       SET team_id = c.new_team_id, department_id = c.new_department_id, version = a.version + 1
      FROM credited c
     WHERE a.company_id = $1 AND a.id = c.id)
  SELECT c.user_id AS "userId", s.team_id AS "teamId", s.department_id AS "departmentId",
         c.activity_type_id AS "activityTypeId", c.label, c.day::text AS day,
         sum(s.sign * c.quantity) AS quantity, sum(s.sign * coalesce(c.amount, 0)) AS amount
    FROM credited c
   CROSS JOIN LATERAL (VALUES (c.team_id, c.department_id, -1), (c.new_team_id, c.new_department_id, 1))
         AS s(team_id, department_id, sign)
   WHERE c.voided_at IS NULL
   GROUP BY 1, 2, 3, 4, 5, 6`

/**
 * What follows from a change of the organisation that is dated back: the history is whole, and what was recorded since
 * counts as if it had been so then. @throws DomainError INVALID when something would be in what was not there,
 * LIMIT_EXCEEDED when too much was recorded since.
 */
export async function restate(tx: Context, touched: readonly string[], since: Date): Promise<void> {
  await assertWholeHistory(tx, since)
  const { manager, companyId } = tx
  const hours = await manager.query<Hour[]>(HOURS, [companyId, touched, since])
  assertFew(hours, MAX_RESTATED)
  for (const { from, to } of bitesOf(hours, since, BITE)) {
    const rows = await manager.query<Counted[]>(RECREDIT, [companyId, touched, from, to ?? 'infinity'])
    await post(
      tx,
      rows.map((row) => ({ ...row, quantity: decimal(row.quantity), amount: decimal(row.amount) })),
    )
  }
}
