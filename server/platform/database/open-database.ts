import 'reflect-metadata'
import { setTimeout } from 'node:timers/promises'
import { DataSource, type DataSourceOptions } from 'typeorm'
import type { Log } from '../log.js'
import { Client } from './client.js'
import { compareClocks } from './clock.js'
import { SnakeCaseColumns } from './naming.js'
import { StatementLogger } from './statements.js'

export interface DatabaseOptions {
  readonly url: string
  readonly poolSize: number
  readonly log: Log
  readonly entities: DataSourceOptions['entities']
  readonly migrations: DataSourceOptions['migrations']
}

/** Waits are bounded: a lock 2 s, a statement 5 s, a free connection 1 s. All time is UTC and from the database. */
const SESSION =
  '-c lock_timeout=2000 -c statement_timeout=5000 -c idle_in_transaction_session_timeout=10000 -c timezone=UTC'

/** A database that has just been started, or a busy machine, needs longer than a request would wait. */
const PATIENCE = 15
const NOT_YET = /connection timeout|the database system is starting up/

/** @throws Error naming host and reason when the database cannot be opened; nothing is created or changed. */
export async function openDatabase({
  url,
  poolSize,
  log,
  entities,
  migrations,
}: DatabaseOptions): Promise<DataSource> {
  const database = new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities,
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeCaseColumns(),
    installExtensions: false,
    logging: true,
    logger: new StatementLogger(log),
    maxQueryExecutionTime: 1_000,
    connectTimeoutMS: 1_000,
    applicationName: 'key-metrics',
    poolErrorHandler: (error: unknown) => log.warn({ reason: String(error) }, 'database connection lost'),
    // A statement goes out before the answer to the one ahead of it has come: see client.ts.
    extra: { options: SESSION, pipeline: true, Client },
  })
  try {
    await opened(database)
    await compareClocks(database)
    return database
  } catch (error) {
    const { host, pathname } = new URL(url)
    const { message, code } = error as Error & { code?: string }
    const reason = message || code
    throw new Error(`The database ${host}${pathname} cannot be opened: ${reason}. DATABASE_URL names it.`, {
      cause: error,
    })
  }
}

async function opened(database: DataSource, patience = PATIENCE): Promise<DataSource> {
  try {
    return await database.initialize()
  } catch (error) {
    if (patience === 0 || !NOT_YET.test((error as Error).message)) throw error
    await setTimeout(1_000)
    return opened(database, patience - 1)
  }
}
