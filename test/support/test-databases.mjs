import { randomInt } from 'node:crypto'
import { rmSync } from 'node:fs'
import pg from 'pg'

const FOLDER = '.data/test-postgres'
const PREFIX = 'key_metrics_test_'

/**
 * One migrated template for this run, on the server of DATABASE_URL or on our own. The names are
 * the run's own, so runs may share a server; databases of runs that were killed are removed.
 */
export async function prepareTestDatabases() {
  const server = await openServer()
  const template = `${PREFIX}${randomInt(2 ** 31)}`
  // While the run lives, its connection shows its name to all others.
  const client = new pg.Client({ connectionString: server.url, application_name: template })
  await client.connect()
  const close = async () => {
    await dropDatabases(client, template)
    await client.end()
    await server.stop()
  }
  try {
    await dropAbandoned(client)
    await createTemplate(client, server.url, template)
  } catch (error) {
    await close()
    throw error
  }
  return { environment: { TEST_SERVER_URL: server.url, TEST_TEMPLATE: template }, close }
}

async function openServer() {
  const url = process.env.DATABASE_URL
  if (url) return { url, stop: async () => undefined }
  return startOwnServer().catch(() => {
    // Its data is not safe from a crash of the machine, and worth nothing.
    rmSync(FOLDER, { recursive: true, force: true })
    return startOwnServer()
  })
}

async function startOwnServer() {
  const { startEmbeddedPostgres } =
    await import('../../dist/server/platform/database/embedded-postgres/start-embedded-postgres.js')
  return startEmbeddedPostgres(FOLDER, { durable: false, onProgress: console.log })
}

async function createTemplate(client, serverUrl, name) {
  const { migrate } = await import('../../dist/server/app/migrate.js')
  await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  await migrate(Object.assign(new URL(serverUrl), { pathname: name }).href)
  // A template can be copied only while nobody is connected to it.
  await client.query(`ALTER DATABASE ${name} WITH ALLOW_CONNECTIONS false`)
}

async function dropAbandoned(client) {
  const { rows } = await client.query(
    `SELECT DISTINCT substring(datname FROM '^${PREFIX}\\d+') AS template FROM pg_database
     WHERE datname ~ '^${PREFIX}\\d'
     EXCEPT SELECT application_name FROM pg_stat_activity`,
  )
  for (const { template } of rows) await dropDatabases(client, template)
}

/** The template and its copies. */
async function dropDatabases(client, template) {
  const { rows } = await client.query('SELECT datname FROM pg_database WHERE datname ~ $1', [
    `^${template}(_|$)`,
  ])
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
}
