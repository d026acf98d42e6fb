import { fileURLToPath } from 'node:url'
import pg from 'pg'

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres'
const EMBEDDED = '../../../dist/server/platform/database/embedded-postgres/start-embedded-postgres.js'
const EMBEDDED_DATA = fileURLToPath(new URL('../../../.data/bench-postgres', import.meta.url))

/** The server that DATABASE_URL names, else the one on this machine, else one of our own, kept for the next time. */
export async function findPostgres() {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => undefined }
  if (await answers(LOCAL)) return { url: LOCAL, stop: async () => undefined }
  const { startEmbeddedPostgres } = await import(EMBEDDED)
  return startEmbeddedPostgres(EMBEDDED_DATA)
}

async function answers(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3_000 })
  try {
    await client.connect()
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => undefined)
  }
}
