import type { DataSource } from 'typeorm'
import { loadSystemContext } from '../org/company.commands.js'
import { settleCompany, type Settled } from './settle-company.commands.js'

/** In which something was committed, before $1 unless that is null, or a period has ended. */
const DUE = `
  SELECT company_id AS id, statement_timestamp() AS "lookedAt" FROM change_event
   WHERE settled_at IS NULL AND ($1::timestamptz IS NULL OR at < $1)
   UNION
  SELECT company_id, statement_timestamp() FROM celebration_state WHERE due_at <= clock_timestamp()`

interface Due {
  readonly id: string
  readonly lookedAt: Date
}

/**
 * Settles every company until there is nothing left to look at, or others are at it. What comes meanwhile waits for the
 * next time, so that where much is written many changes are looked at together. A fault in one company keeps none of the
 * others waiting. @throws the first of them in the end.
 */
export async function settleCelebrations(database: DataSource): Promise<Settled> {
  const total = { made: 0, withdrawn: 0 }
  const faults = new Map<string, unknown>()
  let began: Date | null = null
  for (let isMoving = true; isMoving;) {
    isMoving = false
    const due: Due[] = await database.query<Due[]>(DUE, [began])
    began ??= due[0]?.lookedAt ?? null
    for (const { id } of due.filter((company) => !faults.has(company.id))) {
      const settled = await settleOne(database, id).catch((error: unknown) => void faults.set(id, error))
      if (!settled) continue
      isMoving = true
      total.made += settled.made
      total.withdrawn += settled.withdrawn
    }
  }
  for (const fault of faults.values()) throw fault
  return total
}

async function settleOne(database: DataSource, companyId: string): Promise<Settled | null> {
  const ctx = await loadSystemContext(database, companyId)
  return ctx && settleCompany(ctx)
}
