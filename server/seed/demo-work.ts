import type { Chance } from './demo-chance.js'
import type { DemoType } from './demo-activity-types.js'
import type { DemoDepartment, DemoTeam } from './demo-organisation.js'

/** What comes of a piece of work. */
export interface Result {
  readonly type: DemoType
  readonly quantity?: string
  readonly amount?: string
  readonly label?: string
  readonly note?: string
}

export type Task =
  | Exclude<DemoType, 'DEAL_WON' | 'DEAL_LOST' | 'CUSTOMER_WON' | 'RENEWAL_DUE' | 'RENEWED' | 'CHURN'>
  | 'DECISION'
  | 'FURTHER_SALE'
  | 'RENEWAL'
type Rates = Partial<Record<Task, number>>
export type Work = readonly (readonly [Task, number])[]

/** How often an average person does what on an average working day. */
const OF_DEPARTMENT: Record<DemoDepartment, Rates> = {
  'New Business': {
    ...{ CALL: 0.4, MEETING: 0.25, DEMO: 0.11, OPPORTUNITY: 0.1, PROPOSAL: 0.08, DECISION: 0.07 },
  },
  'Account Management': {
    ...{ CALL: 0.35, MEETING: 0.28, OPPORTUNITY: 0.05, PROPOSAL: 0.08, FURTHER_SALE: 0.04 },
    ...{ RENEWAL: 0.05, EXPANSION: 0.02 },
  },
  'Customer Success': { MEETING: 0.25, HEALTH_CHECK: 0.35, RENEWAL: 0.05, EXPANSION: 0.015 },
  'Partner Sales': { MEETING: 0.3, OPPORTUNITY: 0.08, PARTNER_DEAL: 0.05 },
  'Sales Development': { CALL: 0.65, MEETING: 0.18, OPPORTUNITY: 0.16, FIRST_RESPONSE: 0.3 },
}

/** What a team does instead, or besides. */
const OF_TEAM: Partial<Record<DemoTeam, Rates>> = {
  Onboarding: { DEMO: 0.3, RENEWAL: 0 },
  Adoption: { HEALTH_CHECK: 0.5, RENEWAL: 0 },
  'Renewals North': { CALL: 0.5, RENEWAL: 0.12 },
  'Renewals South': { CALL: 0.4, RENEWAL: 0.12 },
  'Public Sector': { CALL: 0, PROPOSAL: 0.16 },
  Inbound: { FIRST_RESPONSE: 0.8, CALL: 0.3 },
  Events: { FAIR_CONTACT: 0.15, CALL: 0.2, FIRST_RESPONSE: 0 },
  'Sales Operations': { FIRST_RESPONSE: 0.6, MEETING: 0.15 },
  'Deal Desk': { PROPOSAL: 0.5, MEETING: 0.1 },
}

export function workOf(department: DemoDepartment | null, team: DemoTeam): Work {
  const work = { ...(department && OF_DEPARTMENT[department]), ...OF_TEAM[team] }
  return Object.entries(work) as [Task, number][]
}

/** What depends on customers, who decide when it suits them. */
export function isClosing(task: Task): boolean {
  return ['DECISION', 'FURTHER_SALE', 'RENEWAL', 'EXPANSION', 'PARTNER_DEAL'].includes(task)
}

/** What the campaign asks for. */
export function isProspecting(task: Task): boolean {
  return task === 'CALL' || task === 'OPPORTUNITY'
}

interface Product {
  readonly label: string
  /** Of a year. */
  readonly price: number
}

const PRODUCTS: readonly (readonly [Product, number])[] = [
  [{ label: 'Fjordlight Core', price: 16_000 }, 5],
  [{ label: 'Fjordlight Insights', price: 9_000 }, 4],
  [{ label: 'Fjordlight Connect', price: 12_000 }, 3],
  [{ label: 'Enterprise Suite', price: 48_000 }, 1],
]
const PARTNERS = [
  ['Nordvik Consulting', 4],
  ['Brightwater IT', 3],
  ['Delta Cloud', 2],
] as const
const REASONS = [
  ['', 5],
  ['Chose a competitor', 3],
  ['No budget this year', 3],
  ['Went silent', 2],
] as const

interface Hand {
  readonly chance: Chance
  /** 1 is average. */
  readonly skill: number
}

/** What comes of doing it once. */
const DOING: Record<Task, (hand: Hand) => Result[]> = {
  CALL: ({ chance, skill }) => [
    { type: 'CALL', quantity: String(Math.max(1, Math.round(chance.between(2, 11) * skill))) },
  ],
  MEETING: () => [{ type: 'MEETING' }],
  DEMO: () => [{ type: 'DEMO' }],
  OPPORTUNITY: ({ chance }) => [{ type: 'OPPORTUNITY', label: chance.pick(PRODUCTS).label }],
  PROPOSAL: ({ chance }) => [{ type: 'PROPOSAL', ...priced(chance) }],
  DECISION: (hand) => {
    const [deal] = decide(hand)
    const isNew = deal.type === 'DEAL_WON' && hand.chance.happens(0.6)
    return isNew ? [deal, { type: 'CUSTOMER_WON', label: deal.label }] : [deal]
  },
  FURTHER_SALE: decide,
  RENEWAL: renew,
  EXPANSION: ({ chance }) => [{ type: 'EXPANSION', ...priced(chance, 0.4) }],
  PARTNER_DEAL: ({ chance, skill }) =>
    chance.happens(0.6 * skill)
      ? [{ type: 'PARTNER_DEAL', ...priced(chance), label: chance.pick(PARTNERS) }]
      : [{ type: 'DEAL_LOST', ...priced(chance), note: chance.pick(REASONS) }],
  FIRST_RESPONSE: ({ chance, skill }) => [
    { type: 'FIRST_RESPONSE', amount: String(Math.max(1, Math.round((45 / skill) * chance.spread(0.7)))) },
  ],
  HEALTH_CHECK: () => [{ type: 'HEALTH_CHECK' }],
  FAIR_CONTACT: ({ chance }) => [{ type: 'FAIR_CONTACT', quantity: String(chance.between(3, 24)) }],
}

export function carryOut(task: Task, hand: Hand): Result[] {
  return DOING[task](hand)
}

function decide({ chance, skill }: Hand): [Result] {
  const deal = priced(chance)
  if (chance.happens(0.34 * skill)) return [{ type: 'DEAL_WON', ...deal }]
  return [{ type: 'DEAL_LOST', ...deal, note: chance.pick(REASONS) }]
}

function renew({ chance, skill }: Hand): Result[] {
  const contract = priced(chance)
  const isKept = chance.happens(Math.min(0.97, 0.8 + 0.1 * skill))
  return [
    { type: 'RENEWAL_DUE', ...contract },
    { type: isKept ? 'RENEWED' : 'CHURN', ...contract },
  ]
}

function priced(chance: Chance, share = 1): Required<Pick<Result, 'amount' | 'label'>> {
  const { label, price } = chance.pick(PRODUCTS)
  return { label, amount: String(Math.round((price * share * chance.spread(0.35)) / 100) * 100) }
}
