import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { fingerprint } from './fingerprint.mjs'
import { withoutIndexes } from './without-indexes.mjs'
import { NEIGHBOUR, NEIGHBOURS } from './sizes.mjs'

/** In the order in which they need each other. */
const STEPS = ['companies', 'organisation', 'people', 'key-metrics', 'activities', 'targets', 'plain']

const FILLED_WITHOUT_INDEXES = ['activity', 'activity_person_rollup', 'activity_node_rollup']

/**
 * The data set in a database of its own beside the one at `serverUrl`: built when it is not there, when it was made by
 * another generator, or `again`. Answers where it is and who may see all of it.
 */
export async function buildDataset(serverUrl, size, { again = false } = {}) {
  const name = `key_metrics_bench_${size.name.toLowerCase()}`
  const url = Object.assign(new URL(serverUrl), { pathname: name }).href
  const made = fingerprint(size)
  const known = await on(serverUrl, (server) => commentOf(server, name))
  if (again || known !== made) {
    await on(serverUrl, (server) => create(server, name))
    await fill(url, size)
    await on(serverUrl, (server) => server.query(`COMMENT ON DATABASE ${name} IS '${made}'`))
  }
  await on(serverUrl, (server) => adjust(server, name))
  return { size: size.name, url, ...(await on(url, describe)) }
}

/** For everybody alike: workers in parallel would escape the count of processor time, and compiling helps no statement here. */
async function adjust(server, name) {
  await server.query(`ALTER DATABASE ${name} SET max_parallel_workers_per_gather = 0`)
  await server.query(`ALTER DATABASE ${name} SET jit = off`)
}

async function on(connectionString, work) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return work(client).finally(() => client.end())
}

async function commentOf(server, name) {
  const { rows } = await server.query(
    `SELECT shobj_description(oid, 'pg_database') AS made FROM pg_database WHERE datname = $1`,
    [name],
  )
  return rows[0]?.made
}

async function create(server, name) {
  await server.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await server.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`)
}

async function fill(url, size) {
  migrate(url)
  await on(url, async (db) => {
    await hasten(db)
    await listCompanies(db, size)
    await withoutIndexes(db, FILLED_WITHOUT_INDEXES, async () => {
      for (const step of STEPS) await timed(`${size.name}: ${step}`, () => db.query(statementsOf(step)))
    })
    await timed(`${size.name}: vacuum`, () => db.query('VACUUM ANALYZE'))
  })
}

function migrate(url) {
  const env = { ...process.env, DATABASE_URL: url }
  const { status } = spawnSync('npm', ['run', '--silent', 'db:migrate'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (status !== 0) throw new Error(`npm run db:migrate failed on ${new URL(url).pathname.slice(1)}`)
}

/** What is made here fits together by how it is made; a superuser may spare the database to check it row by row. */
async function hasten(db) {
  await db.query(`SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'; SET synchronous_commit = off`)
  await db.query(`SET session_replication_role = replica`).catch(() => undefined)
}

const COLUMNS = ['departments', 'teams', 'people', 'metrics', 'reserve', 'activities']

/** One row for each company; number 0 is the one that is measured. Every step makes its part for all of them. */
async function listCompanies(db, size) {
  const companies = size.companies ?? [size, ...Array.from({ length: NEIGHBOURS }, () => NEIGHBOUR)]
  await db.query(
    `CREATE TEMP TABLE asked (number integer, ${COLUMNS.map((column) => `${column} integer`).join(', ')})`,
  )
  await db.query(
    `INSERT INTO asked SELECT number - 1, ${COLUMNS.join(', ')}
       FROM unnest($1::int[], $2::int[], $3::int[], $4::int[], $5::int[], $6::int[])
            WITH ORDINALITY AS c(${COLUMNS.join(', ')}, number)`,
    COLUMNS.map((column) => companies.map((company) => company[column])),
  )
}

function statementsOf(step) {
  return readFileSync(new URL(`${step}.sql`, import.meta.url), 'utf8')
}

async function timed(what, work) {
  const start = performance.now()
  await work()
  console.error(`${what} took ${((performance.now() - start) / 1_000).toFixed(1)} s`)
}

async function describe(db) {
  const { rows } = await db.query(`SELECT * FROM plain.measured`)
  return rows[0]
}
