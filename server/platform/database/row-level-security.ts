import type { DataSource, QueryRunner } from 'typeorm'
import { isUuid } from '../uuid.js'
import { giveBack } from './give-back.js'
import { isPassing } from './passing-trouble.js'

export const ROW_LEVEL_SECURITY = ['auto', 'on', 'off'] as const
export type RowLevelSecurity = (typeof ROW_LEVEL_SECURITY)[number]

/** Made by the migration add-row-level-security: it owns nothing, and sees the rows of one company. */
const ROLE = 'key_metrics_app'

const secured = new WeakSet<DataSource>()

/**
 * From here on what is read and changed for a company is held to its rows by the database itself: by `auto` where the
 * role can be taken. Answers what stands in the way of that, if anything. @throws Error when `on` and something does.
 */
export async function secureRows(database: DataSource, setting: RowLevelSecurity): Promise<string | null> {
  const obstacle = setting === 'off' ? null : await obstacleOf(database)
  if (obstacle !== null && setting === 'on') throw new Error(`ROW_LEVEL_SECURITY is on, but ${obstacle}`)
  if (setting !== 'off' && obstacle === null) secured.add(database)
  else secured.delete(database)
  return obstacle
}

export function isSecured(database: DataSource): boolean {
  return secured.has(database)
}

/**
 * To be sent in one message with the start of the transaction, and ending with it: whoever borrows the connection next
 * inherits nothing. Literals, since SET takes no parameters and set_config() stays behind on a distributed database.
 */
export function actingFor(companyId: string): string {
  if (!isUuid(companyId)) throw new RangeError(`${companyId} is not the id of a company.`)
  return `SET LOCAL ROLE ${ROLE}; SET LOCAL key_metrics.company_id = '${companyId}'`
}

/** Starts a transaction that writes for the company. */
export async function startChange(runner: QueryRunner, companyId: string): Promise<void> {
  if (!isSecured(runner.connection)) return runner.startTransaction()
  // TypeORM starts it, so that it knows of it, and the role goes along in the same message.
  const query = runner.query
  runner.query = (start: string) => query.call(runner, `${start}; ${actingFor(companyId)}`)
  try {
    await runner.startTransaction()
  } finally {
    runner.query = query
  }
}

async function obstacleOf(database: DataSource): Promise<string | null> {
  const runner = database.createQueryRunner()
  try {
    await runner.query(`START TRANSACTION; SET LOCAL ROLE ${ROLE}`)
    const open = await runner.manager.query<{ name: string }[]>(UNPROTECTED)
    const names = open.map(({ name }) => name).join(', ')
    return names === '' ? null : `${names} would not be protected, or not be readable. ${REMEDY}`
  } catch (error) {
    // Otherwise nothing would be secured because of a moment's trouble.
    if (isPassing(error)) throw error
    return `the role ${ROLE} cannot be taken: ${(error as Error).message}. ${REMEDY}`
  } finally {
    await giveBack(runner, 'ROLLBACK')
  }
}

const REMEDY = `An administrator of the database runs: CREATE ROLE ${ROLE} NOLOGIN; GRANT ${ROLE} TO <the user of DATABASE_URL>; then start again.`

const UNPROTECTED = `
  SELECT t.relname AS name FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
   WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace
     AND a.attname = 'company_id' AND NOT a.attisdropped
     AND NOT (row_security_active(t.oid) AND has_table_privilege(t.oid, 'SELECT'))
   ORDER BY t.relname`
