import 'reflect-metadata'
import { setTimeout } from 'node:timers/promises'
import { DataSource, type DataSourceOptions } from 'typeorm'
import type { Log } from '../log.js'
import { Client } from './client.js'
import { SnakeCaseColumns } from './naming.js'
import { StatementLogger } from './statements.js'

/** For how many milliseconds is waited for a free connection, for what somebody else has locked, for a statement. */
export type Waits = Readonly<Record<'connection' | 'lock' | 'statement', number>>

export const WAITS: Waits = { connection: 1_000, lock: 2_000, statement: 5_000 }

export interface DatabaseOptions {
  readonly url: string
  readonly poolSize: number
  readonly waits?: Waits
  readonly log: Log
  readonly entities: DataSourceOptions['entities']
  readonly migrations: DataSourceOptions['migrations']
}

/** Waits are bounded. All time is UTC and from the database. */
const session = ({ lock, statement }: Waits) =>
  `-c lock_timeout=${lock} -c statement_timeout=${statement} -c idle_in_transaction_session_timeout=10000 -c timezone=UTC`

/** A database that has just been started, or a busy machine, needs longer than a request would wait. */
const PATIENCE = 15
const NOT_YET = /connection timeout|the database system is starting up/

/** @throws Error naming host and reason when the database cannot be opened; nothing is created or changed. */
export async function openDatabase({
  url,
  poolSize,
  waits = WAITS,
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
    connectTimeoutMS: waits.connection,
    applicationName: 'key-metrics',
    poolErrorHandler: (error: unknown) => log.warn({ reason: String(error) }, 'database connection lost'),
    // A statement goes out before the answer to the one ahead of it has come: see client.ts.
    extra: { options: session(waits), pipeline: true, Client },
  })
  return opened(database).catch((error: Error & { code?: string }) => {
    const { host, pathname } = new URL(url)
    const reason = error.message || error.code
    throw new Error(`The database ${host}${pathname} cannot be opened: ${reason}. DATABASE_URL names it.`, {
      cause: error,
    })
  })
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
