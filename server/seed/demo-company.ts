import type { DataSource } from 'typeorm'
import { buildCompany, type CompanyBuilder, type Person } from './company-builder.js'
import {
  DEMO_COMPANY,
  DEMO_METRICS,
  DEMO_TEAMS,
  type DemoDepartment,
  type DemoMetricKey,
  type DemoTeam,
} from './demo-organisation.js'
import { demoPerson } from './demo-people.js'

const DAY_MS = 86_400_000
const MEMBERS = [6, 7, 8, 7, 9, 6, 8]

interface Demo {
  readonly company: string
  readonly node: Record<DemoDepartment | DemoTeam, string>
  readonly metric: Record<DemoMetricKey, string>
}

/**
 * A believable company: what a sales organisation of 200 people follows, and a year of it changing its mind. Founded
 * 400 days before `now`; the same every time but for the ids.
 */
export async function seedDemoCompany(database: DataSource, now: Date): Promise<CompanyBuilder> {
  const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS)
  const founded = daysAgo(400)
  const builder = (await buildCompany(database, { name: DEMO_COMPANY, foundedAt: founded })).at(founded)
  const demo = await organise(builder)
  await employ(builder, demo)
  await configureCompany(builder, demo)
  await configureDepartments(builder, demo)
  await configureTeams(builder, demo)
  await changeMind(builder, demo, daysAgo)
  return builder
}

async function organise(builder: CompanyBuilder): Promise<Demo> {
  const node: Record<string, string> = {}
  const metric: Record<string, string> = {}
  const { companyId: company } = builder.ctx
  for (const [department, teams] of Object.entries(DEMO_TEAMS)) {
    const parent = department === '' ? company : await builder.department(department)
    if (department !== '') node[department] = parent
    for (const team of teams) node[team] = await builder.team(team, parent)
  }
  for (const [key, content] of Object.entries(DEMO_METRICS))
    metric[key] = await builder.metric({ key, ...content })
  return { company, node, metric }
}

/** The first two are company admins, then a manager for each department, then the teams, each led by its first. */
async function employ(builder: CompanyBuilder, { company, node }: Demo): Promise<void> {
  const people: Person[] = []
  const hire = (person: Omit<Person, 'name' | 'email'>) =>
    people.push({ ...demoPerson(people.length), ...person })
  for (let admins = 0; admins < 2; admins++) hire({ roles: [{ role: 'ADMIN', nodeId: company }] })
  for (const [department, teams] of Object.entries(DEMO_TEAMS)) {
    const nodeId = node[department as DemoDepartment]
    if (nodeId) hire({ roles: [{ role: 'MANAGER', nodeId }] })
    for (const team of teams) {
      const teamId = node[team]
      hire({ teamId, roles: [{ role: 'MANAGER', nodeId: teamId }] })
      for (let members = MEMBERS[people.length % MEMBERS.length]!; members > 0; members--) hire({ teamId })
    }
  }
  await builder.people(people)
}

async function configureCompany(builder: CompanyBuilder, { company, metric }: Demo): Promise<void> {
  await builder.add(company, metric.WON_REVENUE, { position: 1 })
  await builder.lock(company, metric.WON_REVENUE, 'MANDATORY')
  await builder.add(company, metric.NET_RETENTION, { position: 2 })
  await builder.add(company, metric.CHURNED_REVENUE, { reach: 'NODE_ONLY' })
  for (const key of ['CALLS', 'MEETINGS', 'OPPORTUNITIES', 'FAIR_CONTACTS'] as const) {
    await builder.add(company, metric[key])
  }
}

async function configureDepartments(builder: CompanyBuilder, { node, metric }: Demo): Promise<void> {
  const own: Record<DemoDepartment, readonly DemoMetricKey[]> = {
    'New Business': ['NEW_CUSTOMERS', 'DEALS_WON', 'DEMOS', 'WIN_RATE'],
    'Account Management': ['RENEWAL_RATE', 'PROPOSALS'],
    'Customer Success': ['RENEWAL_RATE', 'CHURNED_REVENUE', 'HEALTH_CHECKS'],
    'Partner Sales': ['PARTNER_REVENUE'],
    'Sales Development': ['RESPONSE_TIME'],
  }
  for (const [department, keys] of Object.entries(own)) {
    for (const key of keys) await builder.add(node[department as DemoDepartment], metric[key])
  }
  await builder.hide(node['New Business'], metric.NET_RETENTION)
  await builder.hide(node['Customer Success'], metric.OPPORTUNITIES)
  await builder.hide(node['Customer Success'], metric.CALLS)
  await builder.lock(node['Partner Sales'], metric.CALLS, 'FORBIDDEN')
  await builder.override(node['Partner Sales'], metric.MEETINGS, { label: 'Partner meetings' })
  await builder.override(node['Sales Development'], metric.OPPORTUNITIES, { kind: 'PRIMARY', position: 1 })
  await builder.override(node['Sales Development'], metric.MEETINGS, {
    kind: 'PRIMARY',
    label: 'Meetings booked',
  })
}

async function configureTeams(builder: CompanyBuilder, { node, metric }: Demo): Promise<void> {
  await builder.add(node['Onboarding'], metric.DEMOS, { label: 'Training sessions' })
  await builder.add(node['Renewals North'], metric.CALLS, { label: 'Renewal calls' })
  await builder.hide(node['Inbound'], metric.FAIR_CONTACTS)
  await builder.override(node['Nordics'], metric.DEMOS, { kind: 'PRIMARY' })
  await builder.add(node['DACH'], metric.MEETINGS, { pin: true })
  await builder.hide(node['Public Sector'], metric.CALLS)
  await builder.add(node['Public Sector'], metric.WIN_RATE, { label: 'Tenders won' })
  await builder.add(node['Sales Operations'], metric.RESPONSE_TIME, { label: 'Time to answer a colleague' })
  await builder.inherit(node['Sales Operations'], false)
}

/** The year as it went: what `asOf` has to tell. */
async function changeMind(
  builder: CompanyBuilder,
  { company, node, metric }: Demo,
  daysAgo: (days: number) => Date,
): Promise<void> {
  await builder.at(daysAgo(300)).track('SECONDARY', 'DAILY')
  await builder.at(daysAgo(240)).move(node['Strategic Accounts'], node['New Business'])
  await builder.at(daysAgo(180)).track('SECONDARY', 'WEEKLY')
  await builder.at(daysAgo(150)).move(node['Strategic Accounts'], node['Account Management'])
  await builder.at(daysAgo(90)).archive(metric.FAIR_CONTACTS)
  await builder.at(daysAgo(60)).track('PRIMARY', 'QUARTERLY')
  await builder.at(daysAgo(30)).add(company, metric.WIN_RATE, { label: 'Win rate, all deals' })
  await builder.at(daysAgo(14)).hide(node['Events'], metric.CALLS)
}
