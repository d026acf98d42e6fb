import type { DataSource } from 'typeorm'

/** Every row a company has, in every table: equal before and after means that nothing at all was written. */
export async function rowsOf(database: DataSource, companyId: string): Promise<Record<string, unknown[]>> {
  const tables = database.entityMetadatas.map(({ tableName }) => tableName).sort()
  const rows = await Promise.all(tables.map((table) => rowsIn(database, table, companyId)))
  return Object.fromEntries(tables.map((table, index) => [table, rows[index]!]))
}

async function rowsIn(database: DataSource, table: string, companyId: string): Promise<unknown[]> {
  const rows = await database.query<{ row: unknown }[]>(
    `SELECT to_jsonb(t) AS row FROM ${table} t WHERE company_id = $1 ORDER BY to_jsonb(t)::text`,
    [companyId],
  )
  return rows.map(({ row }) => row)
}
