import { storedAmount, type ActivityFacts, type Countable } from '../../domain/activity.js'
import { decimal } from '../../domain/decimal.js'

/** An activity as it is stored, with canonical decimals. */
export interface ActivityRow extends ActivityFacts, Countable {
  readonly id: string
  readonly personReference: string | null
  readonly recordedAt: Date
  readonly source: string
  readonly externalId: string | null
  readonly version: number
}

export type StoredActivity = Omit<ActivityRow, 'quantity' | 'amount'> & {
  readonly quantity: string
  readonly amount: string | null
}

/** Of the table `activity` as `a`. */
export const ACTIVITY_COLUMNS = `a.id, a.activity_type_id AS "activityTypeId", a.user_id AS "userId",
  a.person_reference AS "personReference", a.team_id AS "teamId", a.department_id AS "departmentId", a.label,
  a.quantity, a.amount, a.occurred_at AS "occurredAt", a.day::text AS day, a.recorded_at AS "recordedAt", a.source,
  a.external_id AS "externalId", a.note, a.voided_at IS NOT NULL AS "isVoided", a.version`

export function activityRow(stored: StoredActivity): ActivityRow {
  return { ...stored, quantity: decimal(stored.quantity), amount: storedAmount(stored.amount) }
}
