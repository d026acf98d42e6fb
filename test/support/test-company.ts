import { randomUUID } from 'node:crypto'
import { onCompany } from '../../server/features/org/permission.js'
import { createNodes, type NewNode } from '../../server/features/org/org.commands.js'
import { change } from '../../server/platform/database/change.js'
import type { CompanyBuilder } from '../../server/seed/company-builder.js'
import type { Viewer } from './world.js'

export interface CompanyPlan {
  readonly name?: string
  /** The teams of each department, by name. */
  readonly departments?: Readonly<Record<string, readonly string[]>>
  /** Straight under the company: their names, or how many. */
  readonly teams?: number | readonly string[]
  /** The catalogue, by key. */
  readonly metrics?: readonly string[]
  /** Which of the catalogue the company itself adds. */
  readonly keyMetrics?: readonly string[]
}

/** A company with an admin and a member, whose parts are spoken of by name. */
export interface TestCompany {
  readonly id: string
  /** Sets up more of it, as the system: without HTTP and without permissions. */
  readonly build: CompanyBuilder
  readonly admin: Viewer
  readonly member: Viewer
  /** The ids, by name of node, key of metric or of activity type, e-mail of person. @throws for what is not there. */
  node(name: string): string
  metric(key: string): string
  activityType(key: string): string
  person(email: string): string
  /**
   * What a change of a node, of a metric, of an activity type or of a person (by e-mail) has to send as its version at
   * present.
   */
  versionOf(name: string): Promise<number>
  /** The actions of the audit log, oldest first, apart from those that set the company up. */
  audit(): Promise<string[]>
}

export async function furnish(build: CompanyBuilder, plan: CompanyPlan): Promise<TestCompany> {
  const { companyId } = build.ctx
  const nodes = nodesOf(companyId, plan)
  if (nodes.length > 0) await change(build.ctx, onCompany('organise nodes'), (tx) => createNodes(tx, nodes))
  for (const key of plan.metrics ?? plan.keyMetrics ?? []) {
    const metricId = await build.metric({ key })
    if (plan.keyMetrics?.includes(key)) await build.add(companyId, metricId)
  }
  const team = nodes.find(({ level }) => level === 'TEAM')?.id
  await build.people([
    { email: 'ada@acme.test', name: 'Ada Admin', roles: [{ role: 'ADMIN', nodeId: companyId }] },
    { email: 'mia@acme.test', name: 'Mia Member', teamId: team },
  ])
  return existingCompany(build)
}

function nodesOf(companyId: string, { departments = {}, teams = [] }: CompanyPlan): NewNode[] {
  const team = (parentId: string) => (name: string) => ({
    level: 'TEAM' as const,
    parentId,
    name,
    id: randomUUID(),
  })
  const names = typeof teams === 'number' ? numbered(teams) : teams
  const below = Object.entries(departments).flatMap(([name, itsTeams]): NewNode[] => {
    const id = randomUUID()
    return [{ level: 'DEPARTMENT', parentId: companyId, name, id }, ...itsTeams.map(team(id))]
  })
  return [...below, ...names.map(team(companyId))]
}

/** TEAM 1, TEAM 2, … */
export function numbered(count: number, word = 'TEAM'): string[] {
  return Array.from({ length: count }, (_, index) => `${word} ${index + 1}`)
}

interface Entry {
  readonly table: 'org_node' | 'metric' | 'activity_type' | 'app_user'
  readonly name: string
  readonly id: string
}

/** A company that is set up already: the first person is its admin, the last a member. */
export async function existingCompany(build: CompanyBuilder): Promise<TestCompany> {
  const { companyId, manager } = build.ctx
  const entries = await manager.query<Entry[]>(
    `SELECT 'org_node' AS table, name, id FROM org_node WHERE company_id = $1
     UNION ALL SELECT 'metric', key, id FROM metric WHERE company_id = $1
     UNION ALL SELECT 'activity_type', key, id FROM activity_type WHERE company_id = $1
     UNION ALL SELECT 'app_user', email, id FROM (SELECT * FROM app_user WHERE company_id = $1 ORDER BY email) u`,
    [companyId],
  )
  const people = entries
    .filter(({ table }) => table === 'app_user')
    .map(({ id }) => ({ userId: id, companyId }))
  const logged = (await auditOf(build)).length
  return {
    ...{ id: companyId, build, admin: people[0]!, member: people.at(-1)! },
    node: (name) => idOf(entries, 'org_node', name),
    metric: (key) => idOf(entries, 'metric', key),
    activityType: (key) => idOf(entries, 'activity_type', key),
    person: (email) => idOf(entries, 'app_user', email),
    versionOf: async (name) => versionOf(build, named(entries, name)),
    audit: async () => (await auditOf(build)).slice(logged),
  }
}

/** Whichever company there is when it is asked. */
export function standIn(present: () => TestCompany): TestCompany {
  return {
    get id() {
      return present().id
    },
    get build() {
      return present().build
    },
    get admin() {
      return present().admin
    },
    get member() {
      return present().member
    },
    node: (name) => present().node(name),
    metric: (key) => present().metric(key),
    activityType: (key) => present().activityType(key),
    person: (email) => present().person(email),
    versionOf: (name) => present().versionOf(name),
    audit: () => present().audit(),
  }
}

function idOf(entries: readonly Entry[], table: Entry['table'], name: string): string {
  const ofTable = entries.filter((entry) => entry.table === table)
  return named(ofTable, name, table).id
}

/** @throws RangeError saying what there is none of. */
function named(
  entries: readonly Entry[],
  name: string,
  what = 'node, metric, activity type or person',
): Entry {
  const found = entries.find((entry) => entry.name === name)
  if (!found) throw new RangeError(`The company has no ${what} named ${name}.`)
  return found
}

async function versionOf({ ctx }: CompanyBuilder, { table, id }: Entry): Promise<number> {
  const [row] = await ctx.manager.query<[{ version: number }]>(VERSION[table], [ctx.companyId, id])
  return row.version
}

const VERSION = {
  metric: `SELECT version FROM metric_state WHERE company_id = $1 AND metric_id = $2 AND valid_to = 'infinity'`,
  org_node: `SELECT version FROM org_node_version WHERE company_id = $1 AND node_id = $2 AND valid_to = 'infinity'`,
  activity_type: `SELECT version FROM activity_type WHERE company_id = $1 AND id = $2`,
  app_user: `SELECT version FROM app_user WHERE company_id = $1 AND id = $2`,
}

async function auditOf({ ctx }: CompanyBuilder): Promise<string[]> {
  const rows = await ctx.manager.query<{ action: string }[]>(
    `SELECT action FROM audit_entry WHERE company_id = $1 ORDER BY at`,
    [ctx.companyId],
  )
  return rows.map(({ action }) => action)
}
