import type { EntityManager, QueryRunner } from 'typeorm'
import { assertCan, type Action } from '../../domain/policy.js'
import type { Context, Moment } from '../context.js'
import { AuditEntryEntity, auditRow, type AuditEntry } from './audit-entry.entity.js'
import { insertInChunks } from './insert.js'

/** What a command works with inside its transaction. `moment` is the state it found, `at` the instant it writes. */
export interface Change extends Context {
  readonly at: Date
  /** A change that records nothing makes no new version: it was already true. */
  record(entry: AuditEntry): void
}

/**
 * One verb, one transaction: permission, the company's lock, the change, its audit entries, the next version.
 * The lock is one row per company and is taken first, so that changes of one company come one after another.
 * @throws DomainError FORBIDDEN before anything is read; whatever `work` throws, with nothing written.
 */
export async function change<R>(ctx: Context, action: Action, work: (tx: Change) => Promise<R>): Promise<R> {
  assertCan(ctx.actor, action)
  const runner = ctx.manager.connection.createQueryRunner()
  try {
    await runner.startTransaction()
    return await inTransaction(ctx, runner, work)
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction()
    throw error
  } finally {
    await runner.release()
  }
}

async function inTransaction<R>(
  ctx: Context,
  runner: QueryRunner,
  work: (tx: Change) => Promise<R>,
): Promise<R> {
  const { manager } = runner
  const { actor, companyId, requestId } = ctx
  const { found, at } = await lockCompany(manager, ctx)
  ctx.moment = found
  const entries: AuditEntry[] = []
  const record = (entry: AuditEntry) => void entries.push(entry)
  const result = await work({ manager, actor, companyId, requestId, moment: found, at, record })
  if (entries.length > 0) {
    await insertInChunks(
      manager,
      AuditEntryEntity,
      entries.map((entry) => auditRow(ctx, at, entry)),
    )
    await manager.query(`UPDATE company SET config_version = $2, changed_at = $3 WHERE company_id = $1`, [
      companyId,
      found.version + 1,
      at,
    ])
  }
  await runner.commitTransaction()
  if (entries.length > 0) ctx.moment = { version: found.version + 1, at }
  return result
}

/** The state of the company, and an instant later than any before it, whatever the clocks do. */
async function lockCompany(
  manager: EntityManager,
  { companyId, writesAt }: Context,
): Promise<{ found: Moment; at: Date }> {
  const [row] = await manager.query<{ version: string; found: Date; at: Date }[]>(
    `SELECT config_version AS version, changed_at AS found,
            greatest(coalesce($2, date_trunc('milliseconds', clock_timestamp())), changed_at + interval '1 millisecond') AS at
       FROM company
      WHERE company_id = $1
        FOR UPDATE`,
    [companyId, writesAt ?? null],
  )
  if (!row) throw new RangeError(`There is no company ${companyId}.`)
  return { found: { version: Number(row.version), at: row.found }, at: row.at }
}
