import type { NewMetric } from '../features/metric/metric.commands.js'

export const DEMO_COMPANY = 'Fjordlight Systems'
export const DEMO_CALENDAR = { timeZone: 'Europe/Oslo', currency: 'EUR' }
export const DEMO_DOMAIN = 'fjordlight.example'

/** Departments with their teams; the teams under '' hang straight under the company. */
export const DEMO_TEAMS = {
  'New Business': ['Benelux', 'DACH', 'France', 'Iberia', 'Nordics', 'UK & Ireland'],
  'Account Management': [
    'Enterprise North',
    'Enterprise South',
    'Mid-Market',
    'Public Sector',
    'Strategic Accounts',
  ],
  'Customer Success': ['Adoption', 'Onboarding', 'Renewals North', 'Renewals South'],
  'Partner Sales': ['Alliances', 'Distribution', 'Marketplace', 'Resellers'],
  'Sales Development': ['Events', 'Inbound', 'Outbound DACH', 'Outbound Nordics', 'Outbound UK'],
  '': ['Deal Desk', 'Sales Operations'],
} as const

export type DemoTeam = (typeof DEMO_TEAMS)[keyof typeof DEMO_TEAMS][number]
export type DemoDepartment = Exclude<keyof typeof DEMO_TEAMS, ''>

/** Where the team began. */
export function departmentOf(team: DemoTeam): DemoDepartment | null {
  const [department] = Object.entries(DEMO_TEAMS).find(([, teams]) => teams.some((one) => one === team))!
  return department === '' ? null : (department as DemoDepartment)
}

type DemoMetric = Pick<NewMetric, 'name' | 'description' | 'unit' | 'defaultKind'> & Partial<NewMetric>

export const DEMO_METRICS = {
  WON_REVENUE: metric('Won revenue', 'Value of the deals won, at signature.', 'CURRENCY', 'PRIMARY'),
  DEALS_WON: metric('Deals won', 'Number of deals signed.', 'COUNT', 'PRIMARY'),
  DEALS_DECIDED: metric('Deals decided', 'Number of deals won or lost.', 'COUNT', 'SECONDARY'),
  NEW_CUSTOMERS: metric('New customers', 'Companies that buy for the first time.', 'COUNT', 'PRIMARY'),
  RENEWALS_DUE: metric(
    'Renewals due',
    'Yearly value of the contracts up for renewal.',
    'CURRENCY',
    'SECONDARY',
  ),
  RENEWED_REVENUE: metric(
    'Renewed revenue',
    'Yearly value of the contracts renewed.',
    'CURRENCY',
    'SECONDARY',
  ),
  RETAINED_REVENUE: metric(
    'Retained revenue',
    'Renewed contracts, and what they grew by.',
    'CURRENCY',
    'SECONDARY',
  ),
  RENEWAL_RATE: metric(
    'Renewal rate',
    'Renewed contract value over the value up for renewal.',
    'PERCENT',
    'PRIMARY',
  ),
  NET_RETENTION: metric(
    'Net retention',
    'Revenue of a year ago, now, without new customers.',
    'PERCENT',
    'PRIMARY',
  ),
  CHURNED_REVENUE: less(
    'Churned revenue',
    'Yearly value of the contracts that ended.',
    'CURRENCY',
    'PRIMARY',
  ),
  PARTNER_REVENUE: metric('Partner revenue', 'Value of the deals a partner brought.', 'CURRENCY', 'PRIMARY'),
  WIN_RATE: metric('Win rate', 'Deals won over deals decided.', 'PERCENT', 'SECONDARY'),
  CALLS: metric('Calls', 'Conversations by phone, of a minute or more.', 'COUNT', 'SECONDARY'),
  MEETINGS: metric('Meetings', 'Meetings held with customers or prospects.', 'COUNT', 'SECONDARY'),
  DEMOS: metric('Product demos', 'Demonstrations held.', 'COUNT', 'SECONDARY'),
  OPPORTUNITIES: metric('Opportunities created', 'New entries in the pipeline.', 'COUNT', 'SECONDARY'),
  PROPOSALS: metric('Proposals sent', 'Offers with a price.', 'COUNT', 'SECONDARY'),
  RESPONSE_TIME: less(
    'First response',
    'From a lead’s request to our first answer, in minutes.',
    'DURATION',
    'SECONDARY',
  ),
  HEALTH_CHECKS: metric('Health checks', 'Reviews of how a customer uses the product.', 'COUNT', 'SECONDARY'),
  FAIR_CONTACTS: metric('Trade fair contacts', 'Business cards collected.', 'COUNT', 'SECONDARY'),
} satisfies Record<string, DemoMetric>

export type DemoMetricKey = keyof typeof DEMO_METRICS

function metric(
  name: string,
  description: string,
  unit: string,
  defaultKind: NewMetric['defaultKind'],
): DemoMetric {
  return { name, description, unit, defaultKind }
}

function less(...words: Parameters<typeof metric>): DemoMetric {
  return { ...metric(...words), direction: 'DECREASE' }
}
