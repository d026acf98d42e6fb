import type { DataSource } from 'typeorm'
import { buildCompany, type CompanyBuilder } from './company-builder.js'

export const WORKED_EXAMPLE = 'ACME'

const METRICS = ['REV', 'REN', 'EBITDA', 'CALLS', 'MTG', 'OLD', 'OPPS', 'NPS'] as const
type MetricKey = (typeof METRICS)[number]

const NAMES: Record<MetricKey, string> = {
  REV: 'Revenue',
  REN: 'Renewals',
  EBITDA: 'EBITDA',
  CALLS: 'Calls',
  MTG: 'Meetings',
  OLD: 'Old metric',
  OPPS: 'Opportunities',
  NPS: 'Net promoter score',
}

/**
 * The small company in which every rule of inheritance shows: ACME{ SALES{OSLO, LONDON}, CS{RENEW}, LABS }. The rules
 * are made in the order in which they could be made, since a rule that would do nothing is refused: what is dormant
 * in the end was alive when it was written.
 */
export async function seedWorkedExample(database: DataSource, foundedAt?: Date): Promise<CompanyBuilder> {
  const acme = await buildCompany(database, { name: WORKED_EXAMPLE, foundedAt })
  const { companyId } = acme.ctx
  const sales = await acme.department('SALES')
  const cs = await acme.department('CS')
  const oslo = await acme.team('OSLO', sales)
  const london = await acme.team('LONDON', sales)
  const renew = await acme.team('RENEW', cs)
  const labs = await acme.team('LABS')
  const metric = await catalogue(acme)

  for (const key of ['REV', 'REN'] as const) await acme.add(companyId, metric[key], { kind: 'PRIMARY' })
  await acme.add(companyId, metric.EBITDA, { kind: 'PRIMARY', reach: 'NODE_ONLY' })
  for (const key of ['CALLS', 'MTG', 'OLD'] as const)
    await acme.add(companyId, metric[key], { kind: 'SECONDARY' })

  await acme.hide(oslo, metric.REV)
  await acme.lock(companyId, metric.REV, 'MANDATORY')
  await acme.override(london, metric.REN, { kind: 'SECONDARY' })
  await acme.override(london, metric.MTG, { kind: 'PRIMARY' })
  await acme.hide(london, metric.CALLS)
  await acme.hide(sales, metric.REN)
  await acme.add(sales, metric.OPPS)
  await acme.add(oslo, metric.REN)
  await acme.add(renew, metric.CALLS, { kind: 'PRIMARY', pin: true })
  await acme.lock(cs, metric.CALLS, 'FORBIDDEN')
  await acme.add(labs, metric.NPS, { kind: 'PRIMARY' })
  await acme.inherit(labs, false)

  await acme.people([
    { email: 'ada@acme.example', name: 'Ada Admin', roles: [{ role: 'ADMIN', nodeId: companyId }] },
    { email: 'sam@acme.example', name: 'Sam Sales', roles: [{ role: 'MANAGER', nodeId: sales }] },
    {
      email: 'olga@acme.example',
      name: 'Olga Oslo',
      teamId: oslo,
      roles: [{ role: 'MANAGER', nodeId: oslo }],
    },
    { email: 'liam@acme.example', name: 'Liam London', teamId: london },
    { email: 'rita@acme.example', name: 'Rita Renew', teamId: renew },
    { email: 'lea@acme.example', name: 'Lea Labs', teamId: labs },
  ])
  return acme
}

async function catalogue(acme: CompanyBuilder): Promise<Record<MetricKey, string>> {
  const ids: Partial<Record<MetricKey, string>> = {}
  for (const key of METRICS) ids[key] = await acme.metric({ key, name: NAMES[key] })
  return ids as Record<MetricKey, string>
}
