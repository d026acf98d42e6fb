import type { DataSource } from 'typeorm'
import { openAppDatabase } from '../../../server/app/database.js'
import { importPeople } from '../../../server/import/import-people.js'
import { importOrder, type Flags } from '../../../server/import/import-order.js'
import { createLog } from '../../../server/platform/log.js'
import { testDatabaseUrl } from '../../support/database.js'
import { fileOf } from '../../unit/import/people-file.js'

export function openTestDatabase(): Promise<DataSource> {
  return testDatabaseUrl().then((url) => openAppDatabase(url, createLog('silent')))
}

/** Imports these lines, or the file of that path. */
export function importing(
  database: DataSource,
  content: readonly string[] | string,
  flags: Partial<Flags>,
  onProgress?: Parameters<typeof importPeople>[2],
) {
  const org = typeof content === 'string' ? content : fileOf(content)
  return importPeople(database, importOrder({ org, ...flags }, {}), onProgress)
}

interface Company {
  readonly id: string
  readonly version: number
  readonly entries: number
}

/** The companies of that name, each with the version of its configuration and the length of its audit log. */
export function companiesNamed(database: DataSource, name: string): Promise<Company[]> {
  return database.query(
    `SELECT c.company_id AS id, c.config_version::int AS version,
            (SELECT count(*)::int FROM audit_entry a WHERE a.company_id = c.company_id) AS entries
       FROM company c JOIN org_node n ON n.company_id = c.company_id AND n.id = c.company_id
      WHERE n.name = $1`,
    [name],
  )
}

/** `Sales / Oslo: Anna, Bo; led by Cid`, by path; teams at present, with the names of their people. */
export async function overview(database: DataSource, companyId: string): Promise<string[]> {
  const rows = await database.query<{ path: string; members: string; leads: string }[]>(
    `SELECT concat_ws(' / ', CASE WHEN p.level = 'DEPARTMENT' THEN p.name END, n.name) AS path,
            (SELECT coalesce(string_agg(u.name, ', ' ORDER BY u.name), '') FROM membership m
               JOIN app_user u ON u.company_id = m.company_id AND u.id = m.user_id
              WHERE m.company_id = n.company_id AND m.team_id = n.id AND m.valid_to = 'infinity') AS members,
            (SELECT coalesce(string_agg(u.name, ', ' ORDER BY u.name), '') FROM role_assignment r
               JOIN app_user u ON u.company_id = r.company_id AND u.id = r.user_id
              WHERE r.company_id = n.company_id AND r.node_id = n.id AND r.role = 'MANAGER'
                AND r.valid_to = 'infinity') AS leads
       FROM org_node n
       JOIN org_node_placement o ON o.company_id = n.company_id AND o.node_id = n.id AND o.valid_to = 'infinity'
       JOIN org_node p ON p.company_id = o.company_id AND p.id = o.parent_id
      WHERE n.company_id = $1 AND n.level = 'TEAM' ORDER BY 1`,
    [companyId],
  )
  return rows.map(
    ({ path, members, leads }) => `${path}: ${members}${leads === '' ? '' : `; led by ${leads}`}`,
  )
}
