import { writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { DataSource } from 'typeorm'
import { readActivityMapping } from '../../../server/import/activities/activity-mapping.js'
import { importActivities, type ActivityOrder } from '../../../server/import/activities/import-activities.js'
import type { Listener } from '../../../server/import/activities/listener.js'
import { fileOf } from '../../unit/import/people-file.js'

/** Calls and deals of the source crm, as `who,what,worth,day,id`. */
export const RULE = {
  person: { column: 'who', kind: 'name' },
  occurredAt: { column: 'day' },
  externalId: '{id}',
}
export const CALL = { ...RULE, when: { column: 'what', equals: 'call' }, type: 'CALL' }
export const DEAL = {
  ...RULE,
  when: { column: 'what', equals: 'deal' },
  type: 'DEAL',
  amount: { column: 'worth' },
}
export const HEADER = 'who,what,worth,day,id'

const TYPES = [
  { key: 'CALL', name: 'Call' },
  { key: 'DEAL', name: 'Deal' },
]

/** The path of a mapping for a new file with these lines, which lies beside it. */
export function mappingOf(
  lines: readonly string[],
  changes: { file?: object; mapping?: object } = {},
): string {
  const csv = fileOf(lines)
  const file = { file: basename(csv), rows: [CALL, DEAL], ...changes.file }
  const mapping = { source: 'crm', activityTypes: TYPES, files: [file], ...changes.mapping }
  const path = `${csv}.mapping.json`
  writeFileSync(path, JSON.stringify(mapping))
  return path
}

export async function importingActivities(
  database: DataSource,
  path: string,
  order: Partial<ActivityOrder> & Pick<ActivityOrder, 'company'>,
  listener?: Partial<Listener>,
) {
  const mapping = await readActivityMapping(path)
  const rest = { folder: dirname(path), dryRun: false, skipInvalid: false }
  return importActivities(database, { mapping, ...rest, ...order }, listener)
}

/** `Oslo CALL 2 0`: what the nodes and people count of each type, from the sums kept of them. */
export async function countedIn(database: DataSource, companyId: string): Promise<string[]> {
  const rows = await database.query<{ line: string }[]>(
    `SELECT concat_ws(' ', n.name, t.key, sum(r.quantity)::float, sum(r.amount)::float) AS line
       FROM activity_node_rollup r
       JOIN org_node n ON n.company_id = r.company_id AND n.id = r.node_id
       JOIN activity_type t ON t.company_id = r.company_id AND t.id = r.activity_type_id
      WHERE r.company_id = $1 GROUP BY n.name, t.key ORDER BY n.name, t.key`,
    [companyId],
  )
  return rows.map(({ line }) => line)
}
