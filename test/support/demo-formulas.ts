import type { DataSource } from 'typeorm'

// A second telling of how the metrics of the demo are computed, from activities and in SQL: it shares nothing with the
// server, neither its formulas nor its sums by day.

type Sum = readonly ['COUNT' | 'SUM', ...types: string[]]
type Formula = Sum | readonly ['AVERAGE', type: string] | readonly ['RATIO', of: Sum, over: Sum]

const DEALS: Sum = ['COUNT', 'DEAL_WON', 'PARTNER_DEAL']
const DUE: Sum = ['SUM', 'RENEWAL_DUE']

const FORMULAS: Readonly<Record<string, Formula>> = {
  WON_REVENUE: ['SUM', 'DEAL_WON', 'PARTNER_DEAL'],
  DEALS_WON: DEALS,
  WIN_RATE: ['RATIO', DEALS, ['COUNT', 'DEAL_WON', 'PARTNER_DEAL', 'DEAL_LOST']],
  NEW_CUSTOMERS: ['COUNT', 'CUSTOMER_WON'],
  RENEWAL_RATE: ['RATIO', ['SUM', 'RENEWED'], DUE],
  NET_RETENTION: ['RATIO', ['SUM', 'RENEWED', 'EXPANSION'], DUE],
  CHURNED_REVENUE: ['SUM', 'CHURN'],
  CALLS: ['COUNT', 'CALL'],
  MEETINGS: ['COUNT', 'MEETING'],
  DEMOS: ['COUNT', 'DEMO'],
  OPPORTUNITIES: ['COUNT', 'OPPORTUNITY'],
  PROPOSALS: ['COUNT', 'PROPOSAL'],
  RESPONSE_TIME: ['AVERAGE', 'FIRST_RESPONSE'],
  HEALTH_CHECKS: ['COUNT', 'HEALTH_CHECK'],
}

/** Whose activities: all that agree with what is given. */
export interface Whose {
  readonly userId?: string
  readonly teamId?: string
  readonly departmentId?: string
}

/** From an instant, up to but without another. */
export type Between = readonly [from: string, to: string]

/** What the activities come to, as decimals are written. Null: an average or ratio of nothing. */
export async function valueByHand(
  database: DataSource,
  companyId: string,
  metric: string,
  { userId = null, teamId = null, departmentId = null }: { readonly [K in keyof Whose]: string | null },
  [from, to]: Between,
): Promise<string | null> {
  const rows = await database.query<{ value: string | null }[]>(
    `SELECT trim_scale(${expressionOf(FORMULAS[metric]!)})::text AS value
       FROM activity a JOIN activity_type t ON t.company_id = a.company_id AND t.id = a.activity_type_id
      WHERE a.company_id = $1 AND a.voided_at IS NULL AND a.user_id IS NOT NULL
        AND ($2::uuid IS NULL OR a.user_id = $2) AND ($3::uuid IS NULL OR a.team_id = $3)
        AND ($4::uuid IS NULL OR a.department_id = $4) AND a.occurred_at >= $5 AND a.occurred_at < $6`,
    [companyId, userId, teamId, departmentId, from, to],
  )
  return rows[0]!.value
}

function expressionOf(formula: Formula): string {
  switch (formula[0]) {
    case 'RATIO':
      return `round(${sumOf(formula[1])} / nullif(${sumOf(formula[2])}, 0), 6)`
    case 'AVERAGE':
      return `round(${sumOf(['SUM', formula[1]])} / nullif(${sumOf(['COUNT', formula[1]])}, 0), 6)`
    default:
      return sumOf(formula)
  }
}

function sumOf([kind, ...types]: Sum): string {
  const names = types.map((type) => `'${type}'`).join(', ')
  return `coalesce(sum(a.${kind === 'COUNT' ? 'quantity' : 'amount'}) FILTER (WHERE t.key IN (${names})), 0)`
}
