import { resolve } from 'node:path'
import { unprivilegedAccount } from './account.js'
import { openCluster } from './cluster.js'
import { joinPostgres, leavePostgres, urlOf } from './membership.js'

export interface EmbeddedPostgres {
  /** Of the superuser `postgres` and the database `postgres`. */
  url: string
  /** Shuts PostgreSQL down unless another process still uses it. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  onProgress?: (text: string) => void
  /** False trades the safety of the data for speed: for tests only. */
  durable?: boolean
}

/**
 * PostgreSQL on a folder of ours, for any number of processes at once: the first one starts it, the
 * others join it, the last one to stop shuts it down. It outlives a process that was killed, and the
 * next start joins it. When PostgreSQL itself is killed it is started again on the same port.
 */
export async function startEmbeddedPostgres(
  dir: string,
  { onProgress = () => undefined, durable = true }: EmbeddedPostgresOptions = {},
): Promise<EmbeddedPostgres> {
  const announce = () => onProgress(`Creating a PostgreSQL database in ${dir}, this once`)
  const cluster = await openCluster(resolve(dir), await unprivilegedAccount(), { durable, announce })
  const { port, lease } = await joinPostgres(cluster, { durable })
  let membership = Promise.resolve({ port, lease })
  let stopping = false

  const restartWhenGone = async (): Promise<void> => {
    const { lease } = await membership
    await lease.ended
    if (stopping) return
    onProgress('PostgreSQL has gone away, starting it again')
    membership = joinPostgres(cluster, { durable, port })
    return restartWhenGone()
  }
  const stop = async (): Promise<void> => {
    stopping = true
    const last = await membership.catch(() => undefined)
    if (last) await leavePostgres(cluster, last.lease)
  }
  void restartWhenGone().catch((error: Error) => onProgress(error.message))
  return { url: urlOf(cluster, port), stop }
}
