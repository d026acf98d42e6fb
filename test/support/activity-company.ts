import { decimal } from '../../server/domain/decimal.js'
import { addSums, type Sums } from '../../server/domain/metric-value.js'
import { logActivities } from '../../server/features/activity/log-activities.commands.js'
import { onCompany } from '../../server/features/org/permission.js'
import { assignTeams } from '../../server/features/people/people.commands.js'
import { change } from '../../server/platform/database/change.js'
import { buildCompany } from '../../server/seed/company-builder.js'
import type { UserError } from './mutation.js'
import { existingCompany, furnish, type TestCompany } from './test-company.js'
import { untilAnswered } from './until-answered.js'
import type { Viewer, World } from './world.js'

export const FOUNDED = new Date('2026-01-05T00:00:00.000Z')
/** When the company of `activityCompany` is furnished: all of it is there from then on. */
export const FURNISHED = new Date('2026-01-10T00:00:00.000Z')

/**
 * ACME{ SALES{OSLO, LONDON}, LABS } since January 2026, with somebody of every kind. CALL and DEAL are logged
 * everywhere, DEMO on OSLO alone, VISIT nowhere; FAX is archived.
 */
export async function activityCompany(world: World): Promise<TestCompany> {
  const build = await buildCompany(world.database, { name: 'ACME', foundedAt: FOUNDED })
  build.at(FURNISHED)
  const { node } = await furnish(build, { departments: { SALES: ['OSLO', 'LONDON'] }, teams: ['LABS'] })
  for (const [key, on] of [
    ['CALL', 'ACME'],
    ['DEAL', 'ACME'],
    ['DEMO', 'OSLO'],
  ] as const)
    await build.enable(node(on), await build.activityType({ key }))
  await build.activityType({ key: 'VISIT' })
  await build.archiveType(await build.activityType({ key: 'FAX' }))
  const [oslo, london, sales] = [node('OSLO'), node('LONDON'), node('SALES')]
  await build.people([
    { email: 'dan@acme.test', name: 'Dan Department', roles: [{ role: 'MANAGER', nodeId: sales }] },
    { email: 'hal@acme.test', name: 'Hal Hidden', teamId: oslo },
    { email: 'lea@acme.test', name: 'Lea Lead', teamId: oslo, roles: [{ role: 'MANAGER', nodeId: oslo }] },
    { email: 'lon@acme.test', name: 'Lon London', teamId: london },
    { email: 'nia@acme.test', name: 'Nia Nowhere' },
    { email: 'pia@acme.test', name: 'Pia Peer', teamId: oslo },
  ])
  await world.database.query(
    `UPDATE app_user SET data_visibility = 'HIDDEN' WHERE company_id = $1 AND email = 'hal@acme.test'`,
    [build.ctx.companyId],
  )
  delete build.ctx.writesAt
  return existingCompany(build)
}

/** Somebody of the company, by the first part of the e-mail address. */
export function viewer(company: TestCompany, name: string): Viewer {
  return { companyId: company.id, userId: company.person(`${name}@acme.test`) }
}

/** One CALL of each person, now, whatever they are in; answers its id by theirs. */
export async function oneActivityEach(
  { build, person, activityType }: TestCompany,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const items = emails.map((email) => ({ userId: person(email), activityTypeId: activityType('CALL') }))
  const batch = { source: 'crm', mode: 'ATOMIC', dryRun: false, items } as const
  const { results } = await logActivities(build.ctx, batch)
  return new Map(
    results.flatMap((one): [string, string][] =>
      one.status === 'REJECTED' ? [] : [[one.activity.userId!, one.activity.id]],
    ),
  )
}

/** Puts somebody into another team, or into none, from an instant on; each later than all changes before it. */
export async function moveUser(
  { build: { ctx } }: TestCompany,
  userId: string,
  teamId: string | null,
  at?: Date,
): Promise<void> {
  const system = { ...ctx, ...(at && { writesAt: at }) }
  await change(system, onCompany('move people'), (tx) => assignTeams(tx, [{ userId, teamId }]))
}

export interface ShownActivity {
  readonly id: string
  readonly version: number
  readonly quantity: string
  readonly amount: string | null
  readonly label: string
  readonly note: string
  readonly occurredAt: string
  readonly recordedAt: string
  readonly source: string
  readonly externalId: string | null
  readonly isVoided: boolean
  readonly isUnlinked: boolean
  readonly type: { readonly key: string }
  readonly user: { readonly name: string } | null
  readonly team: { readonly name: string } | null
}

export const SHOWN = `fragment Shown on Activity { id version quantity amount label note occurredAt recordedAt source
  externalId isVoided isUnlinked type { key } user { name } team { name } }`

export type ActivityMutation = 'logActivity' | 'correctActivity' | 'voidActivity'

/** One of the three changes of an activity, as a person makes it. */
export async function changeActivity(world: World, who: Viewer, mutation: ActivityMutation, input: object) {
  const answer = await world.run<Record<
    string,
    { activity: ShownActivity | null; userErrors: UserError[] }
  > | null>(who, activityDocument(mutation), { input })
  const { activity = null, userErrors = [] } = answer.data?.[mutation] ?? {}
  return { ...answer, activity, userErrors }
}

export function activityDocument(mutation: ActivityMutation): string {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  return `mutation ($input: ${type}!) {
    ${mutation}(input: $input) { activity { ...Shown } userErrors { code message path } } } ${SHOWN}`
}

export interface ShownResult {
  readonly status: string
  readonly isUnlinked: boolean
  readonly activity: ShownActivity | null
  readonly userErrors: readonly UserError[]
}

export interface BatchAnswer {
  readonly results: readonly ShownResult[]
  readonly isWritten: boolean
  readonly userErrors: readonly UserError[]
}

export const LOG_ACTIVITIES = `mutation ($input: LogActivitiesInput!) { logActivities(input: $input) {
  results { status isUnlinked activity { ...Shown } userErrors { code message path } }
  isWritten userErrors { code message path } } } ${SHOWN}`

/** What a person delivers in a batch. */
export async function deliver(world: World, who: Viewer, input: object) {
  const batch = { source: 'crm', mode: 'PER_ITEM', ...input }
  const answer = await untilAnswered(() =>
    world.run<{ logActivities: BatchAnswer } | null>(who, LOG_ACTIVITIES, { input: batch }),
  )
  if (!answer.data) throw new Error(answer.text)
  return { ...answer, ...answer.data.logActivities }
}

export interface Reconciliation {
  readonly agrees: boolean
  readonly sums: readonly {
    readonly activityType: { readonly key: string }
    readonly label: string
    readonly agrees: boolean
    readonly raw: Total
    readonly rollup: Total
    readonly parts: Total
  }[]
}
interface Total {
  readonly quantity: string
  readonly amount: string
}

const RECONCILE = `query ($nodeId: ID!, $from: Date, $to: Date) { reconcile(nodeId: $nodeId, from: $from, to: $to) {
  node { name } from to agrees
  sums { activityType { key } label agrees raw { quantity amount } rollup { quantity amount } parts { quantity amount } } } }`

export async function reconcile(
  world: World,
  who: Viewer,
  nodeId: string,
  days: { from?: string; to?: string } = {},
) {
  const variables = { nodeId, from: '2026-01-01', to: '2027-01-20', ...days }
  const answer = await world.run<{ reconcile: Reconciliation | null } | null>(who, RECONCILE, variables)
  return { ...answer, reconciliation: answer.data?.reconcile ?? null }
}

/** From the first day that tests name to the end of the present year; more than 400 days are not told at once. */
const YEARS = Array.from({ length: new Date().getUTCFullYear() - 2025 }, (_, n) => 2026 + n)

/** What a node counts, as 'TYPE label: quantity/amount', once all three tellings of it agree. */
export async function counted(world: World, company: TestCompany, name: string): Promise<string[]> {
  const told = YEARS.map(async (year): Promise<Sums> => {
    const days = { from: `${year}-01-01`, to: `${year + 1}-01-${year === YEARS.at(-1) ? '20' : '01'}` }
    const { reconciliation, text } = await reconcile(world, company.admin, company.node(name), days)
    if (!reconciliation?.agrees) throw new Error(text)
    return reconciliation.sums.map(({ activityType, label, rollup }) => ({
      activityTypeId: activityType.key,
      label,
      quantity: decimal(rollup.quantity),
      amount: decimal(rollup.amount),
    }))
  })
  return addSums(await Promise.all(told))
    .map(({ activityTypeId, label, quantity, amount }) => `${activityTypeId} ${label}: ${quantity}/${amount}`)
    .sort()
}
