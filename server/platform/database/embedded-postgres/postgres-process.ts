import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { exitOf, spawnAs } from './account.js'
import type { Cluster } from './cluster.js'
import { removeStalePidFile } from './postmaster.js'

/** Without these a crash of the machine may lose or break the data: for tests only. */
const FORGETFUL = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']

export interface Wish {
  durable: boolean
  /** Absent: any free one. */
  port?: number
}

export interface PostgresProcess {
  hasExited(): boolean
  /** What it wrote to the log since it was started. */
  lastWords(): string
}

/**
 * Starts PostgreSQL on the folder, for this machine only. It fails, harmlessly, when another one
 * is already there. It gets a session of its own, for Ctrl-C reaches every process of a terminal
 * and would close the database while requests are still being answered.
 */
export async function spawnPostgres(cluster: Cluster, wish: Wish): Promise<PostgresProcess> {
  removeStalePidFile(cluster.dataDir)
  const place = [
    `port=${wish.port ?? (await freePort())}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
  ]
  const settings = wish.durable ? place : [...place, ...FORGETFUL]
  const log = openSync(cluster.logFile, 'a', 0o600)
  const start = statSync(cluster.logFile).size
  const args = ['-D', cluster.dataDir, ...settings.flatMap((setting) => ['-c', setting])]
  const child = spawnAs(cluster.account, cluster.binaries.postgres, args, {
    detached: true,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  child.unref()
  let exited = false
  void exitOf(child).then(() => (exited = true))
  return {
    hasExited: () => exited,
    lastWords: () => readFileSync(cluster.logFile).subarray(start).toString().trim(),
  }
}

/** Ends PostgreSQL at once but in order: open transactions are rolled back, the rest is on disk. */
export async function shutDownPostgres({ account, binaries, dataDir }: Cluster): Promise<void> {
  const args = ['stop', '--pgdata', dataDir, '--mode=fast', '--wait', '--silent']
  const code = await exitOf(spawnAs(account, binaries.pgCtl, args, { stdio: 'ignore' }))
  if (code !== 0) throw new Error(`PostgreSQL in ${dataDir} did not stop (pg_ctl ended with ${code}).`)
}

/** A port nobody uses now. Somebody may take it first; then the start fails and is repeated. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
