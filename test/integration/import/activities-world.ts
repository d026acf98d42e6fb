import { writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import type { DataSource } from 'typeorm'
import { readActivityMapping } from '../../../server/import/activities/activity-mapping.js'
import { importActivities, type ActivityOrder } from '../../../server/import/activities/import-activities.js'
import type { Listener } from '../../../server/import/activities/listener.js'
import { rowsOf } from '../../support/rows.js'
import { fileOf } from '../../unit/import/people-file.js'
import { companiesNamed, importing, openTestDatabase } from './import-world.js'

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

/** What is imported of PEOPLE, and what is counted then. */
export const ROWS = [
  HEADER,
  'Anna,call,,2026-02-01,1',
  'anna,deal,10.50,2026-02-02,2',
  'Bo,call,,2026-02-03,3',
  'Cid,deal,4,2026-02-04,4',
]
export const COUNTED = [
  'Labs DEAL 1 4',
  'Oslo CALL 1 0',
  'Oslo DEAL 1 10.5',
  'Rome CALL 1 0',
  'Sales CALL 2 0',
  'Sales DEAL 1 10.5',
]
const PEOPLE = ['name,department,team', 'Anna,Sales,Oslo', 'Bo,Sales,Rome', 'Cid,,Labs']

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

/** A company of PEOPLE anew before each test, named by the word and a number, where nobody has done anything yet. */
export function inImportedCompany(word: string) {
  let database: DataSource
  let company: { readonly name: string }
  let id: string
  let made = 0
  beforeAll(async () => {
    database = await openTestDatabase()
  })
  beforeEach(async () => {
    company = { name: `${word} ${(made += 1)}` }
    await importing(database, PEOPLE, { company: company.name, founded: '2026-01-01' })
    id = (await companiesNamed(database, company.name))[0]!.id
  })
  afterAll(() => database.destroy())
  return {
    get database() {
      return database
    },
    get name() {
      return company.name
    },
    get id() {
      return id
    },
    rows: () => rowsOf(database, id),
    imports: (path: string, order: Partial<ActivityOrder> = {}, listener?: Partial<Listener>) =>
      importingActivities(database, path, { company, ...order }, listener),
    /** Below the company, whose sums are those of its parts. */
    counted: async () => (await countedIn(database, id)).filter((line) => !line.startsWith(company.name)),
  }
}
