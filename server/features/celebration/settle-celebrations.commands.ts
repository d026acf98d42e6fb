import type { DataSource } from 'typeorm'
import { loadSystemContext } from '../org/company.commands.js'
import { settleCompany, type Settled } from './settle-company.commands.js'

/** In which something was committed, or a period has ended. */
const DUE = `
  SELECT company_id AS id FROM change_event WHERE settled_at IS NULL
   UNION
  SELECT company_id FROM celebration_state WHERE due_at <= clock_timestamp()`

/**
 * Settles every company until there is nothing left to look at, or others are at it. A fault in one company keeps none
 * of the others waiting. @throws the first of them in the end.
 */
export async function settleCelebrations(database: DataSource): Promise<Settled> {
  const total = { made: 0, withdrawn: 0 }
  const faults = new Map<string, unknown>()
  for (let isMoving = true; isMoving;) {
    isMoving = false
    const due = await database.query<{ id: string }[]>(DUE)
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
