import type { Action } from './policy.js'

export const FIXES = [
  'REACTIVATE_USER',
  'GRANT_ROLE',
  'ASSIGN_TEAM',
  'OPEN_ANOTHER_PAGE',
  'ADD_KEY_METRIC',
  'REMOVE_RULE',
  'WIDEN_REACH',
  'INHERIT',
  'RESTORE_METRIC',
  'SHOW_USER',
  'SET_FORMULA',
  'RESTORE_ACTIVITY_TYPE',
  'ENABLE_ACTIVITY_TYPE',
  'LOG_ACTIVITY',
] as const
export type FixCode = (typeof FIXES)[number]

/** A line of the policy, and the node on which it has to be held. */
export interface Right {
  readonly action: Action
  readonly nodeId: string
}

export interface Remedy {
  readonly fix: FixCode
  /** What to do, in a sentence. */
  readonly description: string
  readonly nodeId: string | null
  /** Whoever has all of these may make it; none: the person asked about makes it. */
  readonly takes: readonly Right[]
}
