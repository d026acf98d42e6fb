import pg from 'pg'

/** A migrated database without rows, one per worker: test files of one worker share it in turn. */
export async function testDatabaseUrl(): Promise<string> {
  const name = `${template()}_${process.env.JEST_WORKER_ID}`
  await createUnlessPresent(name, template())
  return urlOf(name)
}

/** A database of one's own without any table, for tests of the migrations themselves. */
export async function emptyDatabaseUrl(purpose: string): Promise<string> {
  const name = `${template()}_${process.env.JEST_WORKER_ID}_${purpose}`
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await onServer(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
  return urlOf(name)
}

async function createUnlessPresent(name: string, source: string): Promise<void> {
  const { rowCount } = await onServer('SELECT FROM pg_database WHERE datname = $1', [name])
  if (rowCount === 0) await onServer(`CREATE DATABASE ${name} TEMPLATE ${source}`)
}

async function onServer(statement: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: given('TEST_SERVER_URL') })
  await client.connect()
  try {
    return await client.query(statement, values)
  } finally {
    await client.end()
  }
}

function urlOf(name: string): string {
  return Object.assign(new URL(given('TEST_SERVER_URL')), { pathname: name }).href
}

function template(): string {
  return given('TEST_TEMPLATE')
}

function given(name: 'TEST_SERVER_URL' | 'TEST_TEMPLATE'): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`${name} is missing: it is set by test/support/global-setup.mjs`)
  return value
}
