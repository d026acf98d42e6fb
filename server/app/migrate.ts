import { migrate as runMigrations } from '../platform/database/migrate.js'
import { createLog } from '../platform/log.js'
import { openAppDatabase } from './database.js'

/** Brings the schema of the database at `url` up to date. */
export async function migrate(url: string): Promise<void> {
  const database = await openAppDatabase(url, createLog('warn'), 2)
  try {
    await runMigrations(database)
  } finally {
    await database.destroy()
  }
}
