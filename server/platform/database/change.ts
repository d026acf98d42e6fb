import type { EntityManager, QueryRunner } from 'typeorm'
import type { ActsAs } from '../../domain/policy.js'
import { withoutRights } from '../../domain/viewer.js'
import type { Backdating, Context, Moment, Rehearsal } from '../context.js'
import { requestError } from '../graphql/request-error.js'
import { AuditEntryEntity, auditRow, type AuditEntry } from './audit-entry.entity.js'
import { eventOf } from './change-event.js'
import { commitWith, sendAll, type Statement } from './commit.js'
import { insertInChunks } from './insert.js'
import { inLine } from './line.js'
import { startChange } from './row-level-security.js'

/**
 * What a command works with inside its transaction. `moment` is the state it found, `at` the instant from which on what
 * it writes holds.
 */
export interface Change extends Context {
  readonly at: Date
  /** Of a change that is dated back: the same as of the instant it is made, by which versions are numbered. */
  readonly made?: Change
  /** A change that records nothing makes no new version: it was already true. */
  record(entry: AuditEntry): void
  /** Of what locks rows that many want: it is sent with the end of the transaction. */
  conclude(statement: Statement): void
}

/** In which capacity the actor may make a change. @throws DomainError when in none, or not to that. */
export type Permission = (ctx: Context) => Promise<ActsAs>

/**
 * One verb, one transaction: permission, the company's lock, the change, its audit entries, the next version.
 * The lock is one row per company and is taken first, so that changes of one company come one after another.
 * Permission is asked before anything waits, and again when somebody else's change came first. With a rehearsal in the
 * context all of it is done and taken back: the answer is what it would have been.
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

/**
 * As `append`, for what follows from what others have written: by one at a time, while facts go on being added, and no
 * configuration changes. Null, with nothing done: somebody else is at it, or changes the company. @throws as `change`.
 */
export async function derive<R>(
  ctx: Context,
  permission: Permission,
  work: (tx: Change) => Promise<R>,
): Promise<R | null> {
  try {
    return await transact(ctx, { permission, work, lock: 'NO KEY UPDATE SKIP LOCKED' })
  } catch (error) {
    if (error instanceof Occupied) return null
    throw error
  }
}

/** Ends a transaction that would have had to wait. */
class Occupied extends Error {
  constructor() {
    super('Somebody else has the company locked.')
    this.name = 'Occupied'
  }
}

interface Plan<R> {
  readonly permission: Permission
  readonly work: (tx: Change) => Promise<R>
  /**
   * On the company's row. KEY SHARE is held by many at once, and not beside UPDATE; NO KEY UPDATE by one, beside KEY
   * SHARE.
   */
  readonly lock: 'UPDATE' | 'KEY SHARE' | 'NO KEY UPDATE SKIP LOCKED'
}

async function transact<R>(ctx: Context, asked: Plan<R>): Promise<R> {
  const plan = ctx.backdating ? datedBack(asked, ctx.backdating) : asked
  const permitted = { ...plan, actsAs: await plan.permission(ctx) }
  const isOneOfALine = plan.lock === 'UPDATE' && !ctx.inside
  if (!isOneOfALine) return carryOut(ctx, permitted)
  return inLine(ctx.manager.connection, ctx.companyId, () => carryOut(ctx, permitted))
}

type Permitted<R> = Plan<R> & { readonly actsAs: ActsAs }

async function carryOut<R>(ctx: Context, plan: Permitted<R>): Promise<R> {
  const runner = ctx.inside ?? ctx.manager.connection.createQueryRunner()
  try {
    await startChange(runner, ctx.companyId)
    await ctx.claim?.(runner.manager)
    const begun = await begin(ctx, runner, plan)
    return await (ctx.rehearsal ? rehearse(ctx.rehearsal, begun, plan) : make(ctx, begun, plan))
  } catch (error) {
    await takeBack(ctx, runner)
    throw error
  } finally {
    if (!ctx.inside) await runner.release()
  }
}

/**
 * A connection that is lost has nothing to take back: what is thrown is why the change failed, and not that. Whoever goes
 * on after a part of a change has failed has to know that nothing is left of it.
 */
async function takeBack({ inside }: Context, runner: QueryRunner): Promise<void> {
  if (!runner.isTransactionActive) return
  const takingBack = runner.rollbackTransaction()
  await (inside ? takingBack : takingBack.catch(() => undefined))
}

interface Begun {
  readonly runner: QueryRunner
  readonly tx: Change
  readonly actsAs: ActsAs
  /** What was recorded so far. */
  readonly entries: readonly AuditEntry[]
  readonly last: readonly Statement[]
}

async function begin(
  ctx: Context,
  runner: QueryRunner,
  { actsAs, permission, lock }: Permitted<unknown>,
): Promise<Begun> {
  const { manager } = runner
  const { companyId, requestId } = ctx
  const { found, at } = await lockCompany(manager, ctx, lock)
  const isOvertaken = found.version !== ctx.moment.version
  ctx.moment = found
  if (isOvertaken && ctx.identify) ctx.actor = (await ctx.identify(manager)) ?? refuse()
  const entries: AuditEntry[] = []
  const last: Statement[] = []
  const record = (entry: AuditEntry) => void entries.push(entry)
  const conclude = (statement: Statement) => void last.push(statement)
  const tx: Change = { manager, actor: ctx.actor, companyId, requestId, moment: found, at, record, conclude }
  return { runner, tx, entries, last, actsAs: isOvertaken ? await permission(tx) : actsAs }
}

async function make<R>(ctx: Context, begun: Begun, plan: Plan<R>): Promise<R> {
  const { runner, tx, entries, last, actsAs } = begun
  const result = await plan.work(tx)
  const moment = momentAfter(tx, entries, plan)
  const isNewVersion = moment !== tx.moment
  if (entries.length > 0) await log(tx, actsAs, entries)
  if (isNewVersion) await makeVersion(tx, moment)
  // Whoever takes their own rights away reads the answer without them.
  const actor = isNewVersion && ctx.identify ? await ctx.identify(tx.manager) : ctx.actor
  await commitWith(runner, last)
  ctx.moment = { ...moment }
  ctx.actor = actor ?? withoutRights(ctx.actor)
  return result
}

/** All of the change, and what it would lead to; then nothing of it. */
async function rehearse<R>(
  rehearsal: Rehearsal,
  { runner, tx, entries, last }: Begun,
  plan: Plan<R>,
): Promise<R> {
  await rehearsal.before(tx)
  const result = await plan.work(tx)
  await sendAll(tx.manager, last)
  const about = entries.flatMap(({ entityId }) => entityId ?? [])
  await rehearsal.after({ ...tx, moment: momentAfter(tx, entries, plan) }, about)
  await runner.rollbackTransaction()
  return result
}

/** A change that records nothing, or only adds facts, leaves the configuration at the moment it found. */
function momentAfter(
  { moment, at }: Change,
  entries: readonly AuditEntry[],
  { lock }: Plan<unknown>,
): Moment {
  return lock === 'UPDATE' && entries.length > 0 ? { version: moment.version + 1, at } : moment
}

function refuse(): never {
  throw requestError('UNAUTHENTICATED', 'The credential was taken back meanwhile. Sign in again.')
}

/** The plan as if it were carried out then; the right to it is asked for at both instants. */
function datedBack<R>({ permission, work, lock }: Plan<R>, { to, restate }: Backdating): Plan<R> {
  const workThen = async (made: Change) => {
    const touched = new Set<string>()
    const record = (entry: AuditEntry) => {
      if (entry.entityId !== null) touched.add(entry.entityId)
      made.record({ effectiveAt: to, ...entry })
    }
    const tx: Change = { ...made, record, at: to, presentAt: to, made }
    await permission(tx)
    const result = await work(tx)
    if (touched.size > 0) await restate(tx, [...touched], to)
    return result
  }
  return { permission, work: workThen, lock }
}

async function log(tx: Change, actsAs: ActsAs, entries: readonly AuditEntry[]): Promise<void> {
  const rows = entries.map((entry) => auditRow(tx, tx.at, actsAs, entry))
  await insertInChunks(tx.manager, AuditEntryEntity, rows)
}

async function makeVersion({ manager, companyId }: Change, { version, at }: Moment): Promise<void> {
  await manager.query(
    `WITH told AS (${eventOf({ topic: 'CONFIGURATION' })})
     UPDATE company SET config_version = $2, changed_at = $3 WHERE company_id = $1`,
    [companyId, version, at],
  )
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
  if (!row && lock.endsWith('SKIP LOCKED')) throw new Occupied()
  if (!row) throw new RangeError(`There is no company ${companyId}.`)
  return { found: { version: Number(row.version), at: row.found }, at: row.at }
}
