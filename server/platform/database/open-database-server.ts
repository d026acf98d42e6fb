import { join } from 'node:path'
import pg from 'pg'
import type { Config } from '../config.js'
import { hasCode } from '../has-code.js'
import { startEmbeddedPostgres } from './embedded-postgres/start-embedded-postgres.js'

export interface DatabaseServer {
  url: string
  stop(): Promise<void>
}

const DATABASE = 'key_metrics'

/** The database of the configuration, or one of our own that is created on first use. */
export async function openDatabaseServer(
  { databaseUrl, dataDir }: Pick<Config, 'databaseUrl' | 'dataDir'>,
  onProgress?: (text: string) => void,
): Promise<DatabaseServer> {
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: async () => undefined }
  const { url, stop } = await startEmbeddedPostgres(join(dataDir, 'postgres'), { onProgress })
  await createDatabase(url)
  return { url: Object.assign(new URL(url), { pathname: DATABASE }).href, stop }
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`)
  } catch (error) {
    // Another server made it in between: 42P04 after its commit, 23505 before.
    if (!hasCode(error, '42P04', '23505')) throw error
  } finally {
    await client.end()
  }
}
