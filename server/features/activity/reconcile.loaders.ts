import { decimal, ZERO, type Decimal } from '../../domain/decimal.js'
import type { Context } from '../../platform/context.js'
import { requestError } from '../../platform/graphql/request-error.js'
import { groupBy } from '../../platform/group-by.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { isWhole } from '../org/sight.loaders.js'
import type { Days } from './asked-days.js'

export interface Total {
  readonly quantity: Decimal
  readonly amount: Decimal
}

/** Three tellings of one number. */
export interface ReconciledSum {
  readonly activityTypeId: string
  readonly label: string
  /** From the activities one by one. */
  readonly raw: Total
  /** From the sums kept for the node. */
  readonly rollup: Total
  /** From the sums kept for what the node is made of. */
  readonly parts: Total
  readonly agrees: boolean
}

export interface ReconciliationRow extends Days {
  readonly node: OrgNodeRow
  readonly sums: readonly ReconciledSum[]
  readonly agrees: boolean
}

const TELLINGS = ['raw', 'rollup', 'parts'] as const

interface Row extends Record<'quantity' | 'amount', string> {
  readonly telling: (typeof TELLINGS)[number]
  readonly activityTypeId: string
  readonly label: string
}

/** One statement, so that all three tell of one instant, whatever is logged meanwhile. $2 is the node, $3 and $4 the days. */
const STATEMENT = `
  SELECT t.telling, t.activity_type_id AS "activityTypeId", t.label, sum(t.quantity) AS quantity, sum(t.amount) AS amount
    FROM (
      SELECT 'raw' AS telling, activity_type_id, label, quantity, coalesce(amount, 0) AS amount
        FROM activity
       WHERE company_id = $1 AND day >= $3 AND day < $4 AND voided_at IS NULL AND user_id IS NOT NULL
         AND ($2::uuid = $1::uuid OR team_id = $2 OR department_id = $2)
       UNION ALL
      SELECT 'rollup', activity_type_id, label, quantity, amount
        FROM activity_node_rollup WHERE company_id = $1 AND node_id = $2 AND day >= $3 AND day < $4
       UNION ALL
      SELECT 'parts', activity_type_id, label, quantity, amount
        FROM activity_node_rollup
       WHERE company_id = $1 AND parent_id = $2 AND node_id <> $2 AND day >= $3 AND day < $4
       UNION ALL
      SELECT 'parts', activity_type_id, label, quantity, amount
        FROM activity_person_rollup WHERE company_id = $1 AND node_id = $2 AND day >= $3 AND day < $4) t
   GROUP BY t.telling, t.activity_type_id, t.label
  HAVING sum(t.quantity) <> 0 OR sum(t.amount) <> 0
   ORDER BY t.activity_type_id, t.label COLLATE "C"`

export const MAX_DAYS = 400
const [FIRST_DAY, LAST_DAY] = ['1900-01-01', '2200-01-01']
const DAY = 86_400_000

/**
 * Null for a node whose numbers the viewer does not see. @throws FORBIDDEN for an API key without the scope,
 * BAD_USER_INPUT, LIMIT_EXCEEDED for more than 400 days.
 */
export async function reconcile(
  ctx: Context,
  nodeId: string,
  { from, to }: Days,
): Promise<ReconciliationRow | null> {
  assertDays({ from, to })
  if (!(await isWhole(ctx, 'see numbers of nodes', { id: nodeId, asOf: null }))) return null
  const node = await loadOrgNode(ctx, nodeId, null)
  if (!node) return null
  const rows = await ctx.manager.query<Row[]>(STATEMENT, [ctx.companyId, nodeId, from, to])
  const sums = [...groupBy(rows, (row) => JSON.stringify([row.activityTypeId, row.label])).values()].map(
    reconciled,
  )
  return { node, from, to, sums, agrees: sums.every(({ agrees }) => agrees) }
}

function reconciled(rows: readonly Row[]): ReconciledSum {
  const { activityTypeId, label } = rows[0]!
  const [raw, rollup, parts] = TELLINGS.map((telling) => totalOf(rows.find((row) => row.telling === telling)))
  const agrees = [rollup!, parts!].every(
    ({ quantity, amount }) => quantity === raw!.quantity && amount === raw!.amount,
  )
  return { activityTypeId, label, raw: raw!, rollup: rollup!, parts: parts!, agrees }
}

function totalOf(row: Row | undefined): Total {
  return row
    ? { quantity: decimal(row.quantity), amount: decimal(row.amount) }
    : { quantity: ZERO, amount: ZERO }
}

function assertDays({ from, to }: Days): void {
  if (from < FIRST_DAY || to > LAST_DAY) {
    const message = `from is ${from} and to is ${to}; expected days of the years 1900 to 2199.`
    throw requestError('BAD_USER_INPUT', message)
  }
  const days = (Date.parse(to) - Date.parse(from)) / DAY
  if (days < 1)
    throw requestError('BAD_USER_INPUT', `from is ${from} and to is ${to}; expected from before to.`)
  if (days <= MAX_DAYS) return
  throw requestError(
    'LIMIT_EXCEEDED',
    `From ${from} to ${to} there are ${days} days; at most ${MAX_DAYS} are reconciled at once.`,
  )
}
