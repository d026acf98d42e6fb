import 'reflect-metadata'
import { DataSource, MigrationExecutor, type DataSourceOptions } from 'typeorm'
import type { Log } from '../log.js'
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

/** @throws when the database does not answer; nothing is created or changed. */
export async function openDatabase({
  url,
  poolSize,
  log,
  entities,
  migrations,
}: DatabaseOptions): Promise<DataSource> {
  return new DataSource({
    type: 'postgres',
    url,
    poolSize,
    entities,
    migrations,
    migrationsTableName: 'migration',
    namingStrategy: new SnakeCaseColumns(),
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    logging: true,
    logger: new StatementLogger(log),
    maxQueryExecutionTime: 1_000,
    connectTimeoutMS: 1_000,
    applicationName: 'key-metrics',
    poolErrorHandler: (error: unknown) => log.warn({ reason: String(error) }, 'database connection lost'),
    extra: { options: SESSION },
  }).initialize()
}

const MIGRATION_LOCK = 7_316_005_521

/** Brings the schema up to date and answers what it applied. Two servers starting at once take turns. */
export function migrate(database: DataSource): Promise<string[]> {
  return takingTurns(database, async (executor) => {
    const applied = await executor.executePendingMigrations()
    return applied.map(({ name }) => name)
  })
}

/** Takes the latest migration back and answers its name; null when none is applied. */
export function rollBack(database: DataSource): Promise<string | null> {
  return takingTurns(database, async (executor) => {
    const [latest] = await executor.getExecutedMigrations()
    if (!latest) return null
    await executor.undoLastMigration()
    return latest.name
  })
}

/** A migration may take as long as it takes. The lock is the session's own, so a process that dies gives it back. */
async function takingTurns<T>(
  database: DataSource,
  work: (executor: MigrationExecutor) => Promise<T>,
): Promise<T> {
  const runner = database.createQueryRunner()
  try {
    await runner.query('SET statement_timeout = 0; SET lock_timeout = 0')
    await runner.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`)
    const executor = new MigrationExecutor(database, runner)
    executor.transaction = 'each'
    return await work(executor)
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`)
    await runner.query('RESET statement_timeout; RESET lock_timeout')
    await runner.release()
  }
}
