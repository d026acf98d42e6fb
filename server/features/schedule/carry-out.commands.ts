import type { DataSource } from 'typeorm'
import { DomainError } from '../../domain/errors.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { loadSystemContext } from '../org/company.commands.js'
import { ScheduledChangeEntity, type ScheduledChangeStatus } from './scheduled-change.entity.js'
import { COLUMNS, type ScheduledChangeRow } from './scheduled-change.loaders.js'
import { play, type Perform } from './timeline.js'

interface Due {
  readonly id: string
  readonly companyId: string
}

/** So many in one go, so that whoever stops the server need not wait; there is another go soon. */
const MAX_DUE = 20

/** The next one that is due, but for the companies in $1. */
const NEXT_DUE = `
  SELECT s.id, s.company_id AS "companyId" FROM scheduled_change s
   WHERE s.status = 'UPCOMING' AND s.effective_at <= clock_timestamp() AND s.company_id <> ALL($1::uuid[])
   ORDER BY s.effective_at, s.scheduled_at, s.id LIMIT 1`

/**
 * Makes what is due, of all companies, in the order of dates; answers how many. Any number of processes may do so at
 * once: each change is made once, in the transaction that notes it. A fault in one company keeps what is due there waiting,
 * and none of the others. @throws the first of them in the end.
 */
export async function carryOutDue(database: DataSource, perform: Perform): Promise<number> {
  const faults = new Map<string, unknown>()
  let made = 0
  while (made < MAX_DUE) {
    const [due] = await database.query<Due[]>(NEXT_DUE, [[...faults.keys()]])
    if (!due) break
    await carryOutOne(database, due, perform).then(
      () => made++,
      (fault: unknown) => faults.set(due.companyId, fault),
    )
  }
  for (const fault of faults.values()) throw fault
  return made
}

async function carryOutOne(database: DataSource, { id, companyId }: Due, perform: Perform): Promise<void> {
  const ctx = await loadSystemContext(database, companyId)
  if (!ctx) throw new Error(`The company ${companyId}, of which something is due, is not there.`)
  await carryOut(ctx, id, perform)
}

async function carryOut(ctx: Context, id: string, perform: Perform): Promise<void> {
  await change(
    ctx,
    async () => SYSTEM,
    async (tx) => {
      const planned = await upcoming(tx, id)
      if (!planned) return
      const stage = { ctx: tx, runner: tx.manager.queryRunner!, perform }
      const failure = await play(stage, planned).then(() => null, reasonOf)
      await end(tx, planned, failure === null ? 'APPLIED' : 'FAILED', failure)
    },
  )
}

/** Null: another process has made it, or it was cancelled meanwhile. */
async function upcoming({ manager, companyId }: Change, id: string): Promise<ScheduledChangeRow | null> {
  const [row] = await manager.query<ScheduledChangeRow[]>(
    `SELECT ${COLUMNS} FROM scheduled_change s WHERE s.company_id = $1 AND s.id = $2 AND s.status = 'UPCOMING'`,
    [companyId, id],
  )
  return row ?? null
}

/** A fault is no reason: the change stays upcoming, and is tried again. */
function reasonOf(error: unknown): string {
  if (error instanceof DomainError) return error.message
  throw error
}

/** Ends a scheduled change, in one of the ways it can end. */
export async function end(
  tx: Change,
  { id, nodeId, mutation, version, status: before }: ScheduledChangeRow,
  status: Exclude<ScheduledChangeStatus, 'UPCOMING'>,
  failure: string | null,
): Promise<void> {
  const { manager, companyId, at: endedAt } = tx
  const changes = { status, endedAt, failure, version: version + 1 }
  await manager.update(ScheduledChangeEntity, { companyId, id }, changes)
  tx.record({
    action: ACTION[status],
    nodeId,
    entityId: id,
    before: { status: before },
    after: { mutation, status, failure },
  })
}

const ACTION = {
  APPLIED: 'applyScheduledChange',
  FAILED: 'failScheduledChange',
  CANCELLED: 'cancelScheduledChange',
} as const
