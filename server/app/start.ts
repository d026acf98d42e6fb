import { setTimeout } from 'node:timers/promises'
import { onInvitation } from '../features/people/invitation-delivery.js'
import type { Config } from '../platform/config.js'
import { migrate } from '../platform/database/migrate.js'
import { openDatabaseServer } from '../platform/database/open-database-server.js'
import { secureRows } from '../platform/database/row-level-security.js'
import { createSignIn } from '../platform/http/sign-in/sign-in.js'
import { createLog } from '../platform/log.js'
import { backgroundWork } from './background-work.js'
import { closeAll } from './close-all.js'
import { openAppDatabase } from './database.js'
import { createServer } from './server.js'
import { tellInvitation } from './tell-invitation.js'
import { seedIfEmpty } from './seed.js'
import { welcome } from './welcome.js'

export interface Running {
  readonly url: string
  /** Finishes what is in flight, then closes the database, and stops it when it is our own. */
  stop(): Promise<void>
}

/**
 * Brings up everything: database, schema, in development the demo companies, HTTP. `tell` gets a line for people on
 * each step that takes time. @throws when one of them fails, with what was started before stopped again.
 */
export async function start(config: Config, tell: (line: string) => void): Promise<Running> {
  const { mode, port, host, rateLimit, corsOrigins, trustProxy, trustedDocuments, metricsAccess, execution } =
    config
  const log = createLog(config.logLevel)
  const signIn = createSignIn(config, log)
  const readiness = { isLeaving: false }
  const opened: (() => Promise<unknown>)[] = []
  const stop = () => closeAll(opened)
  /** Whoever sends requests here has time to see that it is not ready any more before it takes none. */
  const leave = async () => {
    readiness.isLeaving = true
    await setTimeout(config.stopDelaySeconds * 1_000)
    await stop()
  }
  try {
    const databaseServer = await openDatabaseServer(config, tell)
    opened.push(databaseServer.stop)
    const database = await openAppDatabase(databaseServer.url, log, config.poolSize)
    opened.push(() => database.destroy())
    await migrate(database)
    const obstacle = await secureRows(database, config.rowLevelSecurity)
    if (obstacle !== null) log.warn({ reason: obstacle }, 'row-level security is not in use')
    if (mode === 'development') await seedIfEmpty(database, tell)
    const http = {
      mode,
      log,
      rateLimit,
      corsOrigins,
      trustProxy,
      trustedDocuments,
      metricsAccess,
      execution,
      readiness,
    }
    const app = await createServer({ database, signIn, ...http })
    opened.push(() => app.close())
    const url = await app.listen({ port, host })
    if (mode === 'development') onInvitation(database, tellInvitation(reachable(url, host), tell))
    await welcome({ database, signIn, url: reachable(url, host) }, tell)
    opened.push(...backgroundWork(database, log))
    return { url, stop: leave }
  } catch (error) {
    await stop().catch((fault: unknown) => log.warn({ reason: String(fault) }, 'not all could be closed'))
    throw error
  }
}

/** The address to type, rather than the one that was bound. */
function reachable(url: string, host: string): string {
  const { port } = new URL(url)
  return host === 'localhost' || host === '0.0.0.0' || host === '::' ? `http://localhost:${port}` : url
}
