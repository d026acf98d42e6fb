import type { LocalDate } from '../../domain/calendar.js'
import { decimal, type Decimal } from '../../domain/decimal.js'
import type { Frequency } from '../../domain/metric.js'

/** A celebration as it is stored, with canonical decimals. One of `nodeId` and `userId` is null. */
export interface CelebrationRow {
  readonly id: string
  readonly metricId: string
  readonly nodeId: string | null
  readonly userId: string | null
  readonly frequency: Frequency
  readonly periodStart: LocalDate
  readonly actual: Decimal
  readonly target: Decimal
  readonly reachedAt: Date
  readonly withdrawnAt: Date | null
}

export type StoredCelebration = Omit<CelebrationRow, 'actual' | 'target'> & {
  readonly actual: string
  readonly target: string
}

/** Of the table `celebration` as `c`. */
export const CELEBRATION_COLUMNS = `c.id, c.metric_id AS "metricId", c.node_id AS "nodeId", c.user_id AS "userId",
  c.frequency, c.period_start::text AS "periodStart", c.actual, c.target, c.reached_at AS "reachedAt",
  c.withdrawn_at AS "withdrawnAt"`

export function celebrationRow(stored: StoredCelebration): CelebrationRow {
  return { ...stored, actual: decimal(stored.actual), target: decimal(stored.target) }
}

export const CELEBRATION_CHANGES = ['MADE', 'WITHDRAWN'] as const

export interface CelebrationChangeRow {
  readonly change: (typeof CELEBRATION_CHANGES)[number]
  readonly celebration: CelebrationRow
}
