import type { DataSource } from 'typeorm'
import { buildCompany, type CompanyBuilder } from './company-builder.js'
import { configureActivities } from './demo-activity-types.js'
import type { Demo } from './demo-nodes.js'
import {
  DEMO_CALENDAR,
  DEMO_COMPANY,
  DEMO_METRICS,
  DEMO_TEAMS,
  type DemoDepartment,
  type DemoMetricKey,
} from './demo-organisation.js'
import { FOUNDED_DAYS_AGO } from './demo-staff.js'
import { employ } from './demo-staff-changes.js'
import { DAY_MS } from './demo-season.js'
import { liveThrough } from './demo-year.js'

/**
 * A believable company: what a sales organisation of 200 people follows and does, and a year of it changing its mind.
 * Founded 400 days before `now`; the same every time but for the ids.
 */
export async function seedDemoCompany(database: DataSource, now: Date): Promise<CompanyBuilder> {
  const founded = new Date(now.getTime() - FOUNDED_DAYS_AGO * DAY_MS)
  const builder = (await buildCompany(database, { name: DEMO_COMPANY, foundedAt: founded })).at(founded)
  await builder.calendar(DEMO_CALENDAR)
  const demo = await organise(builder)
  const people = await employ(builder, demo)
  await configureCompany(builder, demo)
  await configureDepartments(builder, demo)
  await configureTeams(builder, demo)
  const types = await configureActivities(builder, demo)
  await liveThrough(builder, { ...demo, people, types }, now)
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
  return { company, node, metric } as Demo
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
