import type { Frequency } from '../domain/metric.js'
import { setTargets } from '../features/target/set-targets.commands.js'
import type { CompanyBuilder } from './company-builder.js'
import { chanceOf } from './demo-chance.js'
import type { Demo } from './demo-nodes.js'
import {
  DEMO_TEAMS,
  departmentOf,
  type DemoDepartment,
  type DemoMetricKey,
  type DemoTeam,
} from './demo-organisation.js'
import { demoStaff, FOUNDED_DAYS_AGO } from './demo-staff.js'

/** What is to be reached, by whom, in every period of this length. */
interface Goal {
  readonly metric: DemoMetricKey
  readonly frequency: Frequency
  readonly amount: number
  readonly of: { readonly nodeId: string } | { readonly userId: string }
}

interface Employed extends Demo {
  /** By e-mail address. */
  readonly people: ReadonlyMap<string, string>
}

/** What each person of a department adds to its teams, rounded to `step`. */
interface PerHead {
  readonly metric: DemoMetricKey
  readonly frequency: Frequency
  readonly step: number
  readonly heads: Partial<Record<DemoDepartment, number>>
}

const REVENUE = { 'New Business': 25_000, 'Account Management': 13_000, 'Partner Sales': 24_000 }
const MONTHLY_REVENUE = { 'New Business': 8_300, 'Account Management': 4_300, 'Partner Sales': 8_000 }
const CALLS = { 'Sales Development': 16, 'New Business': 10, 'Account Management': 8 }
const MEETINGS = {
  'New Business': 1.2,
  'Account Management': 1.3,
  'Customer Success': 1.2,
  'Partner Sales': 1.4,
}

const OF_TEAMS: readonly PerHead[] = [
  { metric: 'WON_REVENUE', frequency: 'QUARTERLY', step: 1_000, heads: REVENUE },
  { metric: 'WON_REVENUE', frequency: 'MONTHLY', step: 1_000, heads: MONTHLY_REVENUE },
  { metric: 'CALLS', frequency: 'WEEKLY', step: 5, heads: CALLS },
  { metric: 'MEETINGS', frequency: 'WEEKLY', step: 1, heads: MEETINGS },
  { metric: 'MEETINGS', frequency: 'QUARTERLY', step: 5, heads: { 'Sales Development': 11 } },
  { metric: 'OPPORTUNITIES', frequency: 'QUARTERLY', step: 5, heads: { 'Sales Development': 10 } },
  { metric: 'HEALTH_CHECKS', frequency: 'WEEKLY', step: 1, heads: { 'Customer Success': 1.7 } },
]

/** Here each person has a target of their own, and the team what they add up to. */
const PERSONAL: readonly DemoTeam[] = ['Benelux', 'Nordics']
/** Here nobody set any. */
const WITHOUT: readonly DemoTeam[] = ['Public Sector']

type OfNode = readonly [DemoDepartment | DemoTeam | 'company', DemoMetricKey, Frequency, number]

/** What is not, or not only, what the teams add up to. */
const OF_NODES: readonly OfNode[] = [
  ['New Business', 'WON_REVENUE', 'QUARTERLY', 1_450_000],
  ['New Business', 'WON_REVENUE', 'MONTHLY', 480_000],
  ['New Business', 'WIN_RATE', 'WEEKLY', 0.35],
  ['Partner Sales', 'WON_REVENUE', 'QUARTERLY', 1_000_000],
  ['company', 'RENEWAL_RATE', 'QUARTERLY', 0.92],
  ['Customer Success', 'CHURNED_REVENUE', 'QUARTERLY', 150_000],
  ['Sales Development', 'RESPONSE_TIME', 'WEEKLY', 45],
  ['Inbound', 'RESPONSE_TIME', 'WEEKLY', 40],
]

/** From the first weeks on, until somebody says otherwise. */
export function plan(builder: CompanyBuilder, demo: Employed): Promise<void> {
  const nodeIds: Readonly<Record<string, string>> = { ...demo.node, company: demo.company }
  const goals = OF_NODES.map(([node, metric, frequency, amount]): Goal => {
    return { metric, frequency, amount, of: { nodeId: nodeIds[node]! } }
  })
  return set(builder, demo, [...OF_TEAMS.flatMap((one) => goalsOfTeams(demo, one)), ...goals], true)
}

/** New Business is asked for more, in the quarter of this instant alone. */
export function raise(builder: CompanyBuilder, demo: Demo): Promise<void> {
  const of = { nodeId: demo.node['New Business'] }
  return set(builder, demo, [{ metric: 'WON_REVENUE', frequency: 'QUARTERLY', amount: 1_550_000, of }], false)
}

function goalsOfTeams(demo: Employed, { metric, frequency, step, heads }: PerHead): Goal[] {
  const { employees } = demoStaff()
  const rounded = (amount: number) => Math.max(1, Math.round(amount / step)) * step
  return Object.values<readonly DemoTeam[]>(DEMO_TEAMS)
    .flat()
    .flatMap((team): Goal[] => {
      const perHead = heads[departmentOf(team)!]
      if (perHead === undefined || WITHOUT.includes(team)) return []
      const members = employees.filter(
        ({ stints: [first] }) => first!.team === team && first!.since === FOUNDED_DAYS_AGO,
      )
      // More is asked of some than of others.
      const asked = (name: string) => perHead * chanceOf(`target ${name}`).spread(0.15)
      if (!PERSONAL.includes(team))
        return [
          {
            metric,
            frequency,
            amount: rounded(asked(team) * members.length),
            of: { nodeId: demo.node[team] },
          },
        ]
      return members.map(({ email }) => {
        return { metric, frequency, amount: rounded(asked(email)), of: { userId: demo.people.get(email)! } }
      })
    })
}

async function set(
  { ctx }: CompanyBuilder,
  { metric }: Demo,
  goals: readonly Goal[],
  carryForward: boolean,
): Promise<void> {
  const containing = ctx.writesAt!.toISOString().slice(0, 10)
  const items = goals.map(({ of, frequency, amount, ...goal }) => {
    const period = { frequency, containing }
    return { ...of, period, metricId: metric[goal.metric], amount: String(amount), carryForward }
  })
  const { results } = await setTargets(ctx, { mode: 'ATOMIC', dryRun: false, items })
  for (const result of results)
    if (result.status === 'REJECTED') throw new RangeError('The demo is refused.', { cause: result.error })
}
