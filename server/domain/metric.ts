import { DomainError } from './errors.js'

export const KEY_METRIC_KINDS = ['PRIMARY', 'SECONDARY'] as const
export type KeyMetricKind = (typeof KEY_METRIC_KINDS)[number]

export const METRIC_DIRECTIONS = ['INCREASE', 'DECREASE'] as const
export type MetricDirection = (typeof METRIC_DIRECTIONS)[number]

export const METRIC_STATUSES = ['ACTIVE', 'ARCHIVED'] as const
export type MetricStatus = (typeof METRIC_STATUSES)[number]

export const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** What holds for a kind until the company says otherwise. */
export const DEFAULT_FREQUENCY: Record<KeyMetricKind, Frequency> = { PRIMARY: 'MONTHLY', SECONDARY: 'WEEKLY' }

/** Key metrics are read whole, so the catalogue is bounded. */
export const MAX_METRICS = 500

/** What resolution needs to know of a catalogue entry at one instant. */
export interface MetricInForce {
  readonly id: string
  readonly key: string
  readonly defaultKind: KeyMetricKind
  readonly status: MetricStatus
}

const METRIC_KEY = /^[A-Z][A-Z0-9_]{0,39}$/

/** @throws DomainError INVALID unless `key` is 1 to 40 of A-Z, 0-9 and _, beginning with a letter. */
export function assertMetricKey(key: string): void {
  if (METRIC_KEY.test(key)) return
  const rule = '1 to 40 characters of A-Z, 0-9 and _, beginning with a letter, such as WON_REVENUE'
  throw new DomainError('INVALID', `key is not a metric key; expected ${rule}.`, ['key'])
}
