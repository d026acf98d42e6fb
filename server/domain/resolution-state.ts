import type { KeyMetricLock } from './key-metric-rule.js'
import type { KeyMetricKind } from './metric.js'
import type { OrgNode } from './org-node.js'

/** A value with the node that said it. */
export interface Sourced<T> {
  readonly value: T
  readonly from: string
}

export type Absence =
  | { readonly status: 'NOT_CONFIGURED'; readonly at: null }
  | { readonly status: 'HIDDEN_AT' | 'BLOCKED_AT'; readonly at: string }

/** What is known of one metric at one node of a path: semantics.md §3, "state carried down". */
export interface MetricState {
  readonly visible: boolean
  /** Why it is not visible; meaningless while it is. */
  readonly absence: Absence
  /** The node that first added it. */
  readonly definedAt: OrgNode | null
  /** The node whose ADD brought it back after something in between had hidden it. */
  readonly reinstatedAt: string | null
  readonly kind: Sourced<KeyMetricKind> | null
  readonly label: Sourced<string> | null
  readonly position: Sourced<number> | null
  /** The top-most holder of each lock. */
  readonly locks: Readonly<Partial<Record<KeyMetricLock, string>>>
}

export const UNKNOWN_METRIC: MetricState = {
  visible: false,
  absence: { status: 'NOT_CONFIGURED', at: null },
  definedAt: null,
  reinstatedAt: null,
  kind: null,
  label: null,
  position: null,
  locks: {},
}
