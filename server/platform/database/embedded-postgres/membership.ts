import { setTimeout as sleep } from 'node:timers/promises'
import { hasCode } from '../../has-code.js'
import type { Cluster } from './cluster.js'
import { takeLease, type Lease } from './lease.js'
import { shutDownPostgres, spawnPostgres, type PostgresProcess, type Wish } from './postgres-process.js'
import { findPostmaster } from './postmaster.js'

export interface Membership {
  port: number
  lease: Lease
}

const START_LIMIT_MS = 60_000
const PAUSE_MS = 10
const RETRY_MS = 100
const ATTEMPTS = 5

/** Seen when the server is not there yet, is leaving or has just left: worth another try. */
const PASSING = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P02', '57P03']

/** Joins the PostgreSQL that serves the cluster, and starts it when there is none. */
export async function joinPostgres(cluster: Cluster, wish: Wish): Promise<Membership> {
  const attempts: PostgresProcess[] = []
  for (const end = Date.now() + START_LIMIT_MS; Date.now() < end; await sleep(PAUSE_MS)) {
    const membership = await joinReady(cluster)
    if (membership) return membership
    if (findPostmaster(cluster.dataDir) || isRunning(attempts.at(-1))) continue
    if (attempts.length === ATTEMPTS) break
    // What made it fail, such as a process of the last run that is still going, may pass.
    if (attempts.length > 0) await sleep(attempts.length * RETRY_MS)
    attempts.push(await spawnPostgres(cluster, wish))
  }
  throw new Error(`PostgreSQL in ${cluster.dataDir} did not start:\n${attempts.at(-1)?.lastWords() ?? ''}`)
}

function isRunning(attempt: PostgresProcess | undefined): boolean {
  return attempt !== undefined && !attempt.hasExited()
}

/** Shuts PostgreSQL down when nobody else holds a lease. */
export async function leavePostgres(cluster: Cluster, lease: Lease): Promise<void> {
  const last = await lease.giveBack().catch(() => false)
  // The lock of the last one is kept meanwhile, so that nobody joins a server about to go.
  if (last) await shutDownPostgres(cluster)
  await lease.close()
}

export function urlOf({ password }: Cluster, port: number): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}

async function joinReady(cluster: Cluster): Promise<Membership | undefined> {
  const postmaster = findPostmaster(cluster.dataDir)
  if (!postmaster?.ready) return undefined
  const { port } = postmaster
  try {
    return { port, lease: await takeLease(urlOf(cluster, port)) }
  } catch (error) {
    if (isPassing(error)) return undefined
    throw error
  }
}

/** `pg` reports a connection cut while connecting without a code. */
function isPassing(error: unknown): boolean {
  return (
    hasCode(error, ...PASSING) || (error instanceof Error && /^Connection terminated/.test(error.message))
  )
}
