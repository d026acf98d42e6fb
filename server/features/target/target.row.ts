import { decimal, type Decimal } from '../../domain/decimal.js'
import type { Period } from '../../domain/calendar.js'
import type { TargetSource } from '../../domain/target-rollup.js'

/** What is told of a target: whose, of what and when. One of `nodeId` and `userId` is null. */
export interface TargetPlace {
  readonly metricId: string
  readonly nodeId: string | null
  readonly userId: string | null
  readonly period: Period
}

/** A row of the table as it holds for a period. */
export interface SetTarget {
  readonly id: string
  readonly metricId: string
  readonly nodeId: string | null
  readonly userId: string | null
  /** The day it was set for; before the period where it is carried forward. */
  readonly periodStart: string
  /** Null: reset, so that there is none of its own. */
  readonly amount: Decimal | null
  readonly carriesForward: boolean
  readonly setBy: string | null
  readonly setAt: Date
  readonly version: number
}

/** The target of a node or a person for a metric and a period, as it is shown. */
export interface TargetRow extends TargetPlace {
  /** Null where there is none, neither of its own nor below. */
  readonly amount: Decimal | null
  readonly source: TargetSource
  readonly rollup: Decimal | null
  readonly coverage: Decimal | null
  readonly carriesForward: boolean
  readonly setBy: string | null
  readonly setAt: Date | null
  /** 0 where none was ever set. */
  readonly version: number
}

export type StoredTarget = Omit<SetTarget, 'amount'> & { readonly amount: string | null }

/** Of the table `target` as `t`. */
export const TARGET_COLUMNS = `t.id, t.metric_id AS "metricId", t.node_id AS "nodeId", t.user_id AS "userId",
  t.period_start::text AS "periodStart", t.amount, t.carries_forward AS "carriesForward", t.set_by AS "setBy",
  t.set_at AS "setAt", t.version`

/**
 * SQL condition for the rows `t` among which the latest is the one that holds: for a period of `frequency` whose first
 * day is `start` and after whose last day comes `finish`. By days and not by the first day alone, since a calendar that
 * is changed begins its periods on other days.
 */
export function mayHold(frequency: string, start: string, finish: string): string {
  return `t.frequency = ${frequency} AND t.period_start < ${finish} AND (t.carries_forward OR t.period_start >= ${start})`
}

export function setTargetOf(stored: StoredTarget): SetTarget {
  return { ...stored, amount: stored.amount === null ? null : decimal(stored.amount) }
}
