import type { AskedFormula } from '../features/activity/asked-formula.js'
import type { CompanyBuilder } from './company-builder.js'
import type { Demo } from './demo-nodes.js'
import type { DemoDepartment, DemoMetricKey, DemoTeam } from './demo-organisation.js'

export const DEMO_TYPES = {
  CALL: 'Call',
  MEETING: 'Meeting',
  DEMO: 'Product demo',
  OPPORTUNITY: 'Opportunity created',
  PROPOSAL: 'Proposal sent',
  DEAL_WON: 'Deal won',
  DEAL_LOST: 'Deal lost',
  CUSTOMER_WON: 'New customer',
  RENEWAL_DUE: 'Renewal due',
  RENEWED: 'Contract renewed',
  EXPANSION: 'Contract expanded',
  CHURN: 'Contract ended',
  PARTNER_DEAL: 'Partner deal won',
  FIRST_RESPONSE: 'First response',
  HEALTH_CHECK: 'Health check',
  FAIR_CONTACT: 'Trade fair contact',
} as const

export type DemoType = keyof typeof DEMO_TYPES
export type DemoTypes = Readonly<Record<DemoType, string>>

const CONTRACTS = ['RENEWAL_DUE', 'RENEWED', 'EXPANSION', 'CHURN'] as const
const DEALS = ['OPPORTUNITY', 'PROPOSAL', 'DEAL_WON', 'DEAL_LOST'] as const

/** What is logged where, and below. The strategic accounts keep theirs wherever they move. */
const ENABLED: Partial<Record<DemoDepartment | DemoTeam | 'company', readonly DemoType[]>> = {
  company: ['CALL', 'MEETING'],
  'New Business': ['DEMO', ...DEALS, 'CUSTOMER_WON'],
  'Account Management': [...DEALS, ...CONTRACTS],
  'Strategic Accounts': CONTRACTS,
  'Customer Success': ['HEALTH_CHECK', ...CONTRACTS],
  Onboarding: ['DEMO'],
  'Partner Sales': ['OPPORTUNITY', 'PARTNER_DEAL', 'DEAL_LOST'],
  'Sales Development': ['OPPORTUNITY', 'FIRST_RESPONSE'],
  Events: ['FAIR_CONTACT'],
  'Sales Operations': ['FIRST_RESPONSE'],
  'Deal Desk': ['PROPOSAL'],
}

const count = (...types: DemoType[]) => ({ kind: 'COUNT' as const, types })
const sum = (...types: DemoType[]) => ({ kind: 'SUM' as const, types })
const ratio = (of: DemoMetricKey, over: DemoMetricKey) => ({ kind: 'RATIO' as const, of, over })

/** How each metric of the demo is computed; what a ratio is made of comes before it. */
const FORMULAS: Record<
  DemoMetricKey,
  ReturnType<typeof ratio> | { kind: 'COUNT' | 'SUM' | 'AVERAGE'; types: DemoType[] }
> = {
  WON_REVENUE: sum('DEAL_WON', 'PARTNER_DEAL'),
  DEALS_WON: count('DEAL_WON', 'PARTNER_DEAL'),
  DEALS_DECIDED: count('DEAL_WON', 'PARTNER_DEAL', 'DEAL_LOST'),
  WIN_RATE: ratio('DEALS_WON', 'DEALS_DECIDED'),
  NEW_CUSTOMERS: count('CUSTOMER_WON'),
  RENEWALS_DUE: sum('RENEWAL_DUE'),
  RENEWED_REVENUE: sum('RENEWED'),
  RETAINED_REVENUE: sum('RENEWED', 'EXPANSION'),
  RENEWAL_RATE: ratio('RENEWED_REVENUE', 'RENEWALS_DUE'),
  NET_RETENTION: ratio('RETAINED_REVENUE', 'RENEWALS_DUE'),
  CHURNED_REVENUE: sum('CHURN'),
  PARTNER_REVENUE: sum('PARTNER_DEAL'),
  CALLS: count('CALL'),
  MEETINGS: count('MEETING'),
  DEMOS: count('DEMO'),
  OPPORTUNITIES: count('OPPORTUNITY'),
  PROPOSALS: count('PROPOSAL'),
  RESPONSE_TIME: { kind: 'AVERAGE', types: ['FIRST_RESPONSE'] },
  HEALTH_CHECKS: count('HEALTH_CHECK'),
  FAIR_CONTACTS: count('FAIR_CONTACT'),
}

/** Makes the activity types, offers them, and computes the metrics from them; answers the ids of the types. */
export async function configureActivities(builder: CompanyBuilder, demo: Demo): Promise<DemoTypes> {
  const types: Partial<Record<DemoType, string>> = {}
  for (const [key, name] of Object.entries(DEMO_TYPES))
    types[key as DemoType] = await builder.activityType({ key, name })
  const nodes: Readonly<Record<string, string>> = { ...demo.node, company: demo.company }
  for (const [node, enabled] of Object.entries(ENABLED))
    for (const type of enabled) await builder.enable(nodes[node]!, types[type]!)
  for (const [metric, formula] of Object.entries(FORMULAS)) {
    const asked: AskedFormula =
      formula.kind === 'RATIO'
        ? {
            kind: formula.kind,
            numeratorMetricId: demo.metric[formula.of],
            denominatorMetricId: demo.metric[formula.over],
          }
        : { kind: formula.kind, activityTypeIds: formula.types.map((type) => types[type]!) }
    await builder.formula(demo.metric[metric as DemoMetricKey], asked)
  }
  return types as DemoTypes
}
