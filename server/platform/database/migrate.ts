import { MigrationExecutor, type DataSource, type QueryRunner } from 'typeorm'
import { giveBack } from './give-back.js'

// Any number will do, as long as nothing else locks it in the same database.
const TURN = 7_316_005_521

/** Brings the schema up to date and answers what it applied. Two servers starting at once take turns. */
export function migrate(database: DataSource): Promise<string[]> {
  return takingTurns(database, async (runner) => {
    const applied = await executorOf(database, runner).executePendingMigrations()
    // No migration has to remember it, and a role that was made since is given its rights.
    await runner.query('SELECT protect_tenant_tables()')
    return applied.map(({ name }) => name)
  })
}

/** Takes the latest migration back and answers its name; null when none is applied. */
export function rollBack(database: DataSource): Promise<string | null> {
  return takingTurns(database, async (runner) => {
    const executor = executorOf(database, runner)
    const [latest] = await executor.getExecutedMigrations()
    if (!latest) return null
    await executor.undoLastMigration()
    return latest.name
  })
}

/**
 * What several processes on one database must not do at the same time. It may take as long as it takes. The lock is
 * the session's own, so a process that dies gives it back.
 */
export async function takingTurns<T>(
  database: DataSource,
  work: (runner: QueryRunner) => Promise<T>,
): Promise<T> {
  const runner = database.createQueryRunner()
  try {
    await runner.query('SET statement_timeout = 0; SET lock_timeout = 0')
    await runner.query(`SELECT pg_advisory_lock(${TURN})`)
    return await work(runner)
  } finally {
    await giveBack(runner, `SELECT pg_advisory_unlock(${TURN}); RESET statement_timeout; RESET lock_timeout`)
  }
}

function executorOf(database: DataSource, runner: QueryRunner): MigrationExecutor {
  const executor = new MigrationExecutor(database, runner)
  executor.transaction = 'each'
  return executor
}
