import { createHash } from 'node:crypto'
import type { Calendar, LocalDate } from '../../domain/calendar.js'
import type { Formulas } from '../../domain/metric-value.js'
import type { Change } from '../../platform/database/change.js'

export interface CelebrationState {
  /** Null: never yet. */
  readonly settledUntil: LocalDate | null
  readonly basis: string | null
  readonly latestNumber: number
  /** When the company began: before that there is nothing. */
  readonly began: Date
}

/** Nobody else reads or writes it meanwhile. */
export async function readState({ manager, companyId }: Change): Promise<CelebrationState> {
  const [row] = await manager.query<[CelebrationState & { readonly latestNumber: string | null }]>(
    `SELECT s.settled_until::text AS "settledUntil", s.basis, s.latest_number AS "latestNumber",
            c.created_at AS began
       FROM company c LEFT JOIN celebration_state s ON s.company_id = c.company_id
      WHERE c.company_id = $1`,
    [companyId],
  )
  return { ...row, latestNumber: Number(row.latestNumber ?? 0) }
}

export interface NextState {
  readonly settledUntil: LocalDate
  readonly dueAt: Date
  readonly basis: string
  readonly latestNumber: number
}

export async function keepState({ manager, companyId }: Change, state: NextState): Promise<void> {
  await manager.query(
    `INSERT INTO celebration_state (company_id, settled_until, due_at, basis, latest_number) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (company_id) DO UPDATE
            SET settled_until = excluded.settled_until, due_at = excluded.due_at, basis = excluded.basis,
                latest_number = excluded.latest_number`,
    [companyId, state.settledUntil, state.dueAt, state.basis, state.latestNumber],
  )
}

/** What the numbers of the past follow from, apart from facts and targets; the same text for the same. */
export function basisOf(formulas: Formulas, calendar: Calendar): string {
  const { timeZone, weekStart, fiscalYearStartMonth } = calendar
  const inOrder = [...formulas].sort(([a], [b]) => (a < b ? -1 : 1))
  const told = JSON.stringify([inOrder, timeZone, weekStart, fiscalYearStartMonth])
  return createHash('sha256').update(told).digest('base64url')
}
