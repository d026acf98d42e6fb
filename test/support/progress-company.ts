import { logActivities } from '../../server/features/activity/log-activities.commands.js'
import { buildCompany } from '../../server/seed/company-builder.js'
import { existingCompany, furnish, type TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

/** The day by the clocks of that company. */
export function dayInOslo(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Oslo' }).format(instant)
}

/**
 * ACME{ SALES{OSLO, LONDON}, LABS } since 2025, its clocks those of Oslo, all key metrics tracked by month: CALLS and
 * DEALS count, REV sums the amounts of deals, SIZE is their average, RATE is DEALS over CALLS, COST is a limit; nobody
 * says how NPS is computed. Mia, then Pia, Lea (who leads) and Hal (who is hidden) came to OSLO, Lon to LONDON, Nia is
 * in no team; Dan manages SALES. `past` is what happened to it before the present.
 */
export async function progressCompany(
  world: World,
  past: (acme: TestCompany) => Promise<void> = async () => {},
): Promise<TestCompany> {
  const build = await buildCompany(world.database, {
    name: 'ACME',
    foundedAt: new Date('2025-01-01T00:00:00Z'),
  })
  build.at(new Date('2025-01-02T00:00:00Z'))
  const { node } = await furnish(build, { departments: { SALES: ['OSLO', 'LONDON'] }, teams: ['LABS'] })
  await build.track('PRIMARY', 'MONTHLY')
  await build.track('SECONDARY', 'MONTHLY')
  await addMetrics(build)
  const [oslo, london, sales] = [node('OSLO'), node('LONDON'), node('SALES')]
  await build.people([{ email: 'pia@acme.test', name: 'Pia', teamId: oslo }])
  await build.people([
    { email: 'dan@acme.test', name: 'Dan', roles: [{ role: 'MANAGER', nodeId: sales }] },
    { email: 'hal@acme.test', name: 'Hal', teamId: oslo },
    { email: 'lea@acme.test', name: 'Lea', teamId: oslo, roles: [{ role: 'MANAGER', nodeId: oslo }] },
    { email: 'lon@acme.test', name: 'Lon', teamId: london },
    { email: 'nia@acme.test', name: 'Nia' },
  ])
  await hide(world, build.ctx.companyId, 'hal')
  await past(await existingCompany(build))
  delete build.ctx.writesAt
  const acme = await existingCompany(build)
  const expectedVersion = await acme.versionOf('ACME')
  await world.mutate(acme.admin, 'setCalendar', { timeZone: 'Europe/Oslo', expectedVersion })
  return acme
}

async function addMetrics(build: TestCompany['build']): Promise<void> {
  const { companyId } = build.ctx
  const metric = async (key: string, direction: 'INCREASE' | 'DECREASE' = 'INCREASE') => {
    const id = await build.metric({ key, direction })
    await build.add(companyId, id)
    return id
  }
  const type = async (key: string) => {
    const id = await build.activityType({ key })
    await build.enable(companyId, id)
    return id
  }
  const [call, deal] = [await type('CALL'), await type('DEAL')]
  const [calls, deals] = [await metric('CALLS'), await metric('DEALS')]
  await build.formula(calls, { kind: 'COUNT', activityTypeIds: [call] })
  await build.formula(deals, { kind: 'COUNT', activityTypeIds: [deal] })
  await build.formula(await metric('REV'), { kind: 'SUM', activityTypeIds: [deal] })
  await build.formula(await metric('SIZE'), { kind: 'AVERAGE', activityTypeIds: [deal] })
  await build.formula(await metric('COST', 'DECREASE'), { kind: 'COUNT', activityTypeIds: [call] })
  const ratio = { numeratorMetricId: deals, denominatorMetricId: calls }
  await build.formula(await metric('RATE'), { kind: 'RATIO', ...ratio })
  await metric('NPS')
}

export async function hide(world: World, companyId: string, name: string, as = 'HIDDEN'): Promise<void> {
  await world.database.query(
    `UPDATE app_user SET data_visibility = $3 WHERE company_id = $1 AND email = $2`,
    [companyId, `${name}@acme.test`, as],
  )
}

/** Who, what, when (a day is its noon in UTC), how much of it, for how much. */
export type Logged = readonly [who: string, type: string, when: string, quantity?: string, amount?: string]

/** 20 calls of OSLO, 5 of LONDON, 3 of nobody's team. */
export const CALLS_OF_MARCH: readonly Logged[] = [
  ['mia', 'CALL', '2026-03-02', '10'],
  ['pia', 'CALL', '2026-03-03', '6'],
  ['hal', 'CALL', '2026-03-03', '4'],
  ['lon', 'CALL', '2026-03-10', '5'],
  ['nia', 'CALL', '2026-03-05', '3'],
]

/** What people did, in whatever team they were or in none. @throws unless all of it is taken. */
export async function log(company: TestCompany, ...all: readonly Logged[]): Promise<void> {
  const items = all.map(([who, type, when, quantity = '1', amount]) => ({
    ...{ email: `${who}@acme.test`, activityTypeId: company.activityType(type), quantity, amount },
    occurredAt: new Date(when.length === 10 ? `${when}T12:00:00Z` : when),
  }))
  const batch = { source: 'test', mode: 'ATOMIC', dryRun: false, items } as const
  const { isWritten, results } = await logActivities(company.build.ctx, batch)
  if (!isWritten) throw new Error(JSON.stringify(results))
}

/** What is to be reached, for all periods from the one that holds the day. */
export async function setTarget(
  world: World,
  { admin, metric }: TestCompany,
  key: string,
  {
    from,
    ...target
  }: { from: string; nodeId?: string; userId?: string; amount: string; expectedVersion?: number },
): Promise<void> {
  const document = `mutation ($input: SetTargetInput!) { setTarget(input: $input) { userErrors { message } } }`
  const input = { metricId: metric(key), period: { containing: from }, ...target }
  const { text } = await world.run(admin, document, { input })
  if (!text.includes('"userErrors":[]')) throw new Error(text)
}

export interface Asked {
  readonly node: string
  readonly period?: object
  readonly userId?: string
  readonly asOf?: string
}

/** What is selected of the progress of every key metric of a node, by the key of the metric; null without the node's. */
export async function progress<P>(
  world: World,
  who: Viewer,
  company: TestCompany,
  asked: Asked,
  selection: string,
) {
  const { node, ...variables } = asked
  const document = `query ($id: ID!, $period: PeriodInput, $userId: ID, $asOf: DateTime) {
    orgNode(id: $id, asOf: $asOf) { effectiveKeyMetrics { metric { key }
      progress(period: $period, userId: $userId) { ${selection} } } } }`
  const answer = await world.run<{
    orgNode: { effectiveKeyMetrics: { metric: { key: string }; progress: P | null }[] | null } | null
  }>(who, document, { id: company.node(node), ...variables })
  const rows = answer.data?.orgNode?.effectiveKeyMetrics ?? null
  const byKey = rows && Object.fromEntries(rows.map(({ metric, progress }) => [metric.key, progress]))
  return { ...answer, byKey: byKey as Record<string, P | null> | null }
}

/** The clock of the server, and of nothing else: whatever waits goes on waiting in its own time. */
export function freeze(instant: string): void {
  jest.useFakeTimers({
    now: new Date(instant),
    doNotFake: [
      ...(['hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate'] as const),
      ...(['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] as const),
    ],
  })
}
