import type { DataSource } from 'typeorm'
import { prepared } from '../../server/platform/database/client.js'
import type { Outcome } from './mutation.js'
import type { TestCompany } from './test-company.js'
import type { World } from './world.js'

/** Every row a company has, in every table: equal before and after means that nothing at all was written. */
export async function rowsOf(database: DataSource, companyId: string): Promise<Record<string, unknown[]>> {
  statement ??= prepared(ofEachTable(database).join(' UNION ALL '))
  const tables = await database.query<{ name: string; rows: unknown[] }[]>(statement, [companyId])
  return Object.fromEntries(tables.map(({ name, rows }) => [name, inOneOrder(rows)]))
}

/** Not by the database, whose collation makes sorting the activities of an import take longer than a request may. */
function inOneOrder(rows: readonly unknown[]): unknown[] {
  const texts = rows.map((row) => JSON.stringify(row)).sort()
  return texts.map((text) => JSON.parse(text) as unknown)
}

/** One for all tables, and planned once: tests ask it more often than anything else. */
let statement: string | undefined

function ofEachTable({ entityMetadatas }: DataSource): string[] {
  const tables = entityMetadatas.map(({ tableName }) => tableName).sort()
  return tables.map(
    (table) =>
      `SELECT '${table}' AS name, coalesce(json_agg(t), '[]') AS rows FROM ${table} t WHERE company_id = $1`,
  )
}

export type Change = () => Promise<Pick<Outcome, 'changed' | 'userErrors'>>

/** What is said to a change that is refused; nothing may have been written. */
export async function unwritten(
  { database }: World,
  { id }: TestCompany,
  change: Change,
): Promise<Outcome['userErrors']> {
  const before = await rowsOf(database, id)
  const { changed, userErrors } = await change()
  expect(await rowsOf(database, id)).toEqual(before)
  expect(changed).toBeNull()
  return userErrors
}
