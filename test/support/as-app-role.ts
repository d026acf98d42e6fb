import type { DataSource } from 'typeorm'
import { actingFor } from '../../server/platform/database/row-level-security.js'

const WITHOUT_COMPANY = 'SET LOCAL ROLE key_metrics_app'

/** What a statement of the application answers while it works for a company, or for none. Nothing of it is kept. */
export async function asAppRole<T>(
  database: DataSource,
  companyId: string | null,
  statement: string,
): Promise<T> {
  const runner = database.createQueryRunner()
  try {
    await runner.query(`START TRANSACTION; ${companyId === null ? WITHOUT_COMPANY : actingFor(companyId)}`)
    return await runner.manager.query<T>(statement)
  } finally {
    await runner.query('ROLLBACK')
    await runner.release()
  }
}

/** Every table that holds something of a company. */
export async function tenantTables(database: DataSource): Promise<string[]> {
  const rows = await database.query<{ name: string }[]>(
    `SELECT c.table_name AS name FROM information_schema.columns c
       JOIN information_schema.tables t USING (table_schema, table_name)
      WHERE table_schema = 'public' AND column_name = 'company_id' AND table_type = 'BASE TABLE' ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}
