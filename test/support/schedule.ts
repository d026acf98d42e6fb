import { performing } from '../../server/app/effective-at.js'
import { apiSchema } from '../../server/app/schema.js'
import { carryOutDue } from '../../server/features/schedule/carry-out.commands.js'
import type { UserError } from './mutation.js'
import { overview } from './overview.js'
import type { TestCompany } from './test-company.js'
import type { Viewer, World } from './world.js'

export interface ShownScheduled {
  readonly id: string
  readonly mutation: string
  readonly status: string
  readonly failure: string | null
  readonly version: number
}

/** A mutation with a date, as a person asks for it. */
export async function dated(world: World, who: Viewer, mutation: string, input: object) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const answer = await world.run<Record<
    string,
    { scheduledChange: ShownScheduled | null; userErrors: UserError[] }
  > | null>(
    who,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) {
       scheduledChange { id mutation status failure version } userErrors { code message path } } }`,
    { input },
  )
  if (!answer.data) throw new Error(answer.text)
  const { scheduledChange, userErrors } = answer.data[mutation]!
  return { scheduledChange, userErrors }
}

/** What is scheduled, as 'hideKeyMetric UPCOMING', by date. */
export async function scheduled(world: World, who: Viewer, statuses?: readonly string[]): Promise<string[]> {
  const { data } = await world.run<{ scheduledChanges: { nodes: ShownScheduled[] } }>(
    who,
    `query ($filter: ScheduledChangeFilter) { scheduledChanges(filter: $filter) { nodes { mutation status } } }`,
    { filter: { statuses } },
  )
  return data.scheduledChanges.nodes.map(({ mutation, status }) => `${mutation} ${status}`)
}

/** Makes what was planned, as the server does. */
export const perform = performing(apiSchema())

/** Lets time pass: all that is scheduled in the company becomes due, in its order, and is made. */
export async function timePasses({ database }: World, { id }: TestCompany): Promise<void> {
  await database.query(
    `UPDATE scheduled_change s SET effective_at = o.effective_at
       FROM (SELECT id, clock_timestamp() - interval '1 minute' + row_number() OVER (ORDER BY effective_at) * interval '1 millisecond'
                    AS effective_at
               FROM scheduled_change WHERE company_id = $1 AND status = 'UPCOMING') o
      WHERE s.company_id = $1 AND s.id = o.id`,
    [id],
  )
  await carryOutDue(database, perform)
}

const HOUR = 3_600_000

/** What its admin plans in the company, so many hours from now, and what that leads to. */
export function planningIn(world: World, acme: TestCompany) {
  const later = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString()
  const hide = async (node: string, metric: string, hours: number) =>
    dated(world, acme.admin, 'hideKeyMetric', {
      ...{ nodeId: acme.node(node), metricId: acme.metric(metric) },
      ...{ expectedVersion: await acme.versionOf(node), effectiveAt: later(hours) },
    })
  const keys = async (node: string) =>
    (await overview(world, acme.admin))[node]!.shows.map((line) => line.split(' ')[1])
  return { hide, keys, later }
}
