import type { EntityManager, QueryRunner } from 'typeorm'
import type { ActsAs } from '../../domain/policy.js'
import { withoutRights } from '../../domain/viewer.js'
import type { Context, Moment } from '../context.js'
import { requestError } from '../graphql/request-error.js'
import { AuditEntryEntity, auditRow, type AuditEntry } from './audit-entry.entity.js'
import { insertInChunks } from './insert.js'
import { startChange } from './row-level-security.js'

/** What a command works with inside its transaction. `moment` is the state it found, `at` the instant it writes. */
export interface Change extends Context {
  readonly at: Date
  /** A change that records nothing makes no new version: it was already true. */
  record(entry: AuditEntry): void
}

/** In which capacity the actor may make a change. @throws DomainError when in none, or not to that. */
export type Permission = (ctx: Context) => Promise<ActsAs>

/**
 * One verb, one transaction: permission, the company's lock, the change, its audit entries, the next version.
 * The lock is one row per company and is taken first, so that changes of one company come one after another.
 * Permission is asked before anything waits, and again when somebody else's change came first.
 * @throws whatever `permission` and `work` throw, with nothing written.
 */
export function change<R>(
  ctx: Context,
  permission: Permission,
  work: (tx: Change) => Promise<R>,
): Promise<R> {
  return transact(ctx, { permission, work, lock: 'UPDATE' })
}

/**
 * As `change`, for what adds facts and leaves the configuration as it is: any number at once, but none while the
 * configuration changes, and no new version. @throws as `change`.
 */
export function append<R>(
  ctx: Context,
  permission: Permission,
  work: (tx: Change) => Promise<R>,
): Promise<R> {
  return transact(ctx, { permission, work, lock: 'KEY SHARE' })
}

interface Plan<R> {
  readonly permission: Permission
  readonly work: (tx: Change) => Promise<R>
  /** On the company's row. KEY SHARE is held by many at once, and not beside UPDATE. */
  readonly lock: 'UPDATE' | 'KEY SHARE'
}

async function transact<R>(ctx: Context, plan: Plan<R>): Promise<R> {
  const actsAs = await plan.permission(ctx)
  const runner = ctx.manager.connection.createQueryRunner()
  try {
    await startChange(runner, ctx.companyId)
    return await inTransaction(ctx, runner, { ...plan, actsAs })
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
  { actsAs, permission, work, lock }: Plan<R> & { readonly actsAs: ActsAs },
): Promise<R> {
  const { manager } = runner
  const { companyId, requestId } = ctx
  const { found, at } = await lockCompany(manager, ctx, lock)
  const isOvertaken = found.version !== ctx.moment.version
  ctx.moment = found
  if (isOvertaken && ctx.identify) ctx.actor = (await ctx.identify(manager)) ?? refuse()
  const entries: AuditEntry[] = []
  const record = (entry: AuditEntry) => void entries.push(entry)
  const tx: Change = { manager, actor: ctx.actor, companyId, requestId, moment: found, at, record }
  const capacity = isOvertaken ? await permission(tx) : actsAs
  const result = await work(tx)
  if (entries.length > 0) await log(tx, capacity, entries)
  const isNewVersion = lock === 'UPDATE' && entries.length > 0
  if (isNewVersion) await makeVersion(tx)
  // Whoever takes their own rights away reads the answer without them.
  const actor = isNewVersion && ctx.identify ? await ctx.identify(manager) : ctx.actor
  await runner.commitTransaction()
  if (isNewVersion) ctx.moment = { version: found.version + 1, at }
  ctx.actor = actor ?? withoutRights(ctx.actor)
  return result
}

function refuse(): never {
  throw requestError('UNAUTHENTICATED', 'The credential was taken back meanwhile. Sign in again.')
}

async function log(tx: Change, actsAs: ActsAs, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => auditRow(tx, tx.at, actsAs, entry))
  await insertInChunks(tx.manager, AuditEntryEntity, rows)
}

async function makeVersion({ manager, companyId, moment, at }: Change): Promise<void> {
  await manager.query(`UPDATE company SET config_version = $2, changed_at = $3 WHERE company_id = $1`, [
    companyId,
    moment.version + 1,
    at,
  ])
}

/** The state of the company, and an instant later than any before it, whatever the clocks do. */
async function lockCompany(
  manager: EntityManager,
  { companyId, writesAt }: Context,
  lock: Plan<unknown>['lock'],
): Promise<{ found: Moment; at: Date }> {
  const [row] = await manager.query<{ version: string; found: Date; at: Date }[]>(
    `SELECT config_version AS version, changed_at AS found,
            greatest(coalesce($2, date_trunc('milliseconds', clock_timestamp())), changed_at + interval '1 millisecond') AS at
       FROM company
      WHERE company_id = $1
        FOR ${lock}`,
    [companyId, writesAt ?? null],
  )
  if (!row) throw new RangeError(`There is no company ${companyId}.`)
  return { found: { version: Number(row.version), at: row.found }, at: row.at }
}
