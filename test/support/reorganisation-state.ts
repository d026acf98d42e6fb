import type { Done } from './reorganisation-client.js'
import { ReorganisationModel } from './reorganisation-model.js'
import type { TestCompany } from './test-company.js'
import type { World } from './world.js'

/** The model after everything that was done, in the order of the log; what the log does not know was true already. */
export async function modelOf(
  world: World,
  acme: TestCompany,
  done: readonly Done[],
): Promise<ReorganisationModel> {
  const rows = await world.database.query<{ requestId: string; at: Date }[]>(
    `SELECT request_id AS "requestId", min(at) AS at FROM audit_entry WHERE company_id = $1 GROUP BY request_id ORDER BY min(at)`,
    [acme.id],
  )
  const model = new ReorganisationModel(acme.id)
  for (const [name, level, parent] of BEGINNING) {
    const id = acme.node(name)
    model.apply({ kind: 'create', level, parentId: acme.node(parent), name }, id)
  }
  model.apply({ kind: 'movePerson', userId: acme.person('mia@acme.test'), teamId: acme.node('OSLO') }, '')
  const byRequest = new Map(done.map((one) => [one.requestId, one]))
  for (const { requestId } of rows) {
    const one = byRequest.get(requestId)
    if (one) model.apply(one.operation, one.id)
  }
  const instants = new Set(rows.map(({ at }) => at.getTime()))
  if (instants.size < rows.filter(({ requestId }) => byRequest.has(requestId)).length)
    model.violations.push('two changes at one instant')
  return model
}

const BEGINNING = [
  ['SALES', 'DEPARTMENT', 'ACME'],
  ['OSLO', 'TEAM', 'SALES'],
  ['LONDON', 'TEAM', 'SALES'],
  ['CS', 'DEPARTMENT', 'ACME'],
  ['RENEW', 'TEAM', 'CS'],
  ['LABS', 'TEAM', 'ACME'],
] as const

export interface State {
  readonly nodes: readonly string[]
  readonly tombstones: readonly string[]
  readonly members: readonly string[]
  readonly roles: readonly string[]
  readonly hidden: readonly string[]
}

export function stateOf({ companyId, nodes, teams, roles, hidden }: ReorganisationModel): State {
  const listed = [...nodes].filter(([id]) => id !== companyId)
  return {
    nodes: listed
      .filter(([, { isDeleted }]) => !isDeleted)
      .map(([id, { level, name, parentId }]) => `${id} ${level} ${name} under ${parentId}`)
      .sort(),
    tombstones: listed.flatMap(([id, { isDeleted }]) => (isDeleted ? id : [])).sort(),
    members: [...teams].map(([user, team]) => `${user} in ${team}`).sort(),
    roles: [...roles].sort(),
    hidden: [...hidden].sort(),
  }
}

/** The same as the tables have it. */
export async function storedState(world: World, { id, admin }: TestCompany): Promise<State> {
  const read = async (sql: string) =>
    (await world.database.query<{ row: string }[]>(sql, [id])).map(({ row }) => row).sort()
  const open = `p.company_id = $1 AND p.valid_to = 'infinity'`
  return {
    nodes: await read(
      `SELECT n.id || ' ' || n.level || ' ' || n.name || ' under ' || p.parent_id AS row
         FROM org_node n JOIN org_node_placement p ON p.company_id = n.company_id AND p.node_id = n.id
        WHERE ${open} AND n.level <> 'COMPANY'`,
    ),
    tombstones: await read(
      `SELECT n.id::text AS row FROM org_node n
        WHERE n.company_id = $1 AND NOT EXISTS (SELECT FROM org_node_placement p WHERE p.node_id = n.id AND ${open})`,
    ),
    members: await read(`SELECT p.user_id || ' in ' || p.team_id AS row FROM membership p WHERE ${open}`),
    roles: (
      await read(
        `SELECT p.user_id || ' ' || p.role || ' ' || p.node_id AS row FROM role_assignment p WHERE ${open}`,
      )
    ).filter((row) => row !== `${admin.userId} ADMIN ${id}`),
    hidden: await read(
      `SELECT p.node_id || ' ' || p.metric_id AS row FROM key_metric_rule p WHERE ${open} AND p.effect = 'HIDE'`,
    ),
  }
}

/** What must hold at every instant there ever was, counted where it does not. */
export async function brokenRules(world: World, { id }: TestCompany): Promise<Record<string, number>> {
  const count = async (sql: string) =>
    (
      await world.database.query<[{ count: number }]>(`SELECT count(*)::int AS count FROM (${sql}) x`, [id])
    )[0].count
  const overlap = (table: string, key: string) =>
    `SELECT 1 FROM ${table} a JOIN ${table} b ON b.company_id = a.company_id AND b.${key} = a.${key}
        AND b.valid_from > a.valid_from AND b.valid_from < a.valid_to WHERE a.company_id = $1`
  return {
    'two parents at once': await count(overlap('org_node_placement', 'node_id')),
    'two teams at once': await count(overlap('membership', 'user_id')),
    'two versions at once': await count(overlap('org_node_version', 'node_id')),
    orphans: await count(heldByNothing('org_node_placement', 'parent_id')),
    'members of nothing': await count(heldByNothing('membership', 'team_id')),
    'roles on nothing': await count(heldByNothing('role_assignment', 'node_id')),
    cycles: await count(
      `WITH RECURSIVE up AS (
         SELECT node_id, parent_id, 1 AS steps FROM org_node_placement WHERE company_id = $1 AND valid_to = 'infinity'
         UNION ALL
         SELECT up.node_id, p.parent_id, steps + 1 FROM up
           JOIN org_node_placement p ON p.company_id = $1 AND p.node_id = up.parent_id AND p.valid_to = 'infinity'
          WHERE steps < 10)
       SELECT 1 FROM up WHERE steps = 10`,
    ),
  }
}

/** Rows whose node was not there for as long as they held. */
function heldByNothing(table: string, node: string): string {
  return `SELECT 1 FROM ${table} a WHERE a.company_id = $1 AND a.${node} IS NOT NULL AND NOT (
    tstzrange(a.valid_from, a.valid_to) <@ coalesce((
      SELECT range_agg(tstzrange(p.valid_from, p.valid_to)) FROM org_node_placement p
       WHERE p.company_id = a.company_id AND p.node_id = a.${node}), '{}'::tstzmultirange))`
}
