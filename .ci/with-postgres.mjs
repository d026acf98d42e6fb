// Runs a command with DATABASE_URL set to a PostgreSQL that is not the one tests start by themselves:
// the given one, one on this machine, one from Debian's packages, or a separate cluster of our own
// binaries, whichever comes first. Usage: node .ci/with-postgres.mjs <command> [argument]...
import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

const EMBEDDED = '../dist/server/platform/database/embedded-postgres/start-embedded-postgres.js'
const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres'
const DEBIAN_PORT = 54_329

const server = (await given()) ?? (await local()) ?? (await fromDebian()) ?? (await separate())
try {
  console.log(`Testing on ${server.name}: ${await versionAt(server.url)}`)
  const [command, ...args] = process.argv.slice(2)
  const env = { ...process.env, DATABASE_URL: server.url }
  process.exitCode = spawnSync(command, args, { stdio: 'inherit', env }).status ?? 1
} finally {
  await server.stop?.()
}

async function given() {
  return process.env.DATABASE_URL && { name: 'the PostgreSQL of DATABASE_URL', url: process.env.DATABASE_URL }
}

async function local() {
  const version = await versionAt(LOCAL).catch((error) =>
    console.log(`No PostgreSQL at 127.0.0.1:5432: ${error.message}`),
  )
  return version && { name: 'the PostgreSQL at 127.0.0.1:5432', url: LOCAL }
}

async function fromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return undefined
  try {
    if (!debianPrograms()) installDebianPackage()
    return startDebianCluster(debianPrograms())
  } catch (error) {
    console.log(`No PostgreSQL from Debian's packages: ${error.message}`)
    return undefined
  }
}

async function separate() {
  const { startEmbeddedPostgres } = await import(EMBEDDED)
  const folder = mkdtempSync(join(tmpdir(), 'separate-postgres-'))
  const { url, stop } = await startEmbeddedPostgres(join(folder, 'postgres'))
  const stopAndRemove = async () => {
    await stop()
    rmSync(folder, { recursive: true })
  }
  return { name: 'a separate cluster of the embedded PostgreSQL', url, stop: stopAndRemove }
}

function installDebianPackage() {
  execute('apt-get', 'update', '-q')
  execute('apt-get', 'install', '-yq', '--no-install-recommends', 'postgresql')
}

/** The folder of the newest installed version. */
function debianPrograms() {
  const versions = existsSync('/usr/lib/postgresql') ? readdirSync('/usr/lib/postgresql') : []
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  return newest && `/usr/lib/postgresql/${newest}/bin`
}

/** A cluster of its own leaves the one of the package, and its passwords, alone. */
function startDebianCluster(programs) {
  const folder = mkdtempSync(join(tmpdir(), 'debian-postgres-'))
  const { uid, gid } = ownerOfDebianData()
  chownSync(folder, uid, gid)
  const asPostgres = (program, ...args) =>
    execute('runuser', '-u', 'postgres', '--', join(programs, program), ...args)
  const data = join(folder, 'data')
  asPostgres('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C.UTF-8')
  const settings = `-p ${DEBIAN_PORT} -c listen_addresses=127.0.0.1 -c unix_socket_directories=`
  asPostgres('pg_ctl', 'start', '-w', '-D', data, '-l', join(folder, 'log'), '-o', settings)
  const stop = async () => {
    asPostgres('pg_ctl', 'stop', '-w', '-m', 'fast', '-D', data)
    rmSync(folder, { recursive: true })
  }
  return {
    name: "a PostgreSQL of Debian's packages",
    url: `postgres://postgres@127.0.0.1:${DEBIAN_PORT}/postgres`,
    stop,
  }
}

function ownerOfDebianData() {
  return statSync('/var/lib/postgresql')
}

function execute(command, ...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const { status, error } = spawnSync(command, args, { stdio: 'inherit', env, cwd: '/' })
  if (status !== 0) throw new Error(`${command} ${args[0]} failed (${error?.message ?? status})`)
}

async function versionAt(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 3000 })
  await client.connect()
  const { rows } = await client.query('SELECT version()').finally(() => client.end())
  return rows[0].version
}
