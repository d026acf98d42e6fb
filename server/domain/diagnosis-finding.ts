/** What a diagnosis says in one word: VISIBLE, the cause by the first check that fails, or UNDETERMINED. */
export const VERDICTS = [
  'VISIBLE',
  'USER_DEACTIVATED',
  'NO_GRANT',
  'SURFACE_NOT_ALLOWED',
  'NOTHING_CONFIGURED',
  'NEVER_ADDED',
  'HIDDEN',
  'BLOCKED',
  'NODE_ONLY',
  'ARCHIVED',
  'NO_TEAM',
  'HIDDEN_PERSON',
  'NO_FORMULA',
  'TYPE_ARCHIVED',
  'TYPE_NOT_ENABLED',
  'NO_DATA',
  'UNDETERMINED',
] as const
export type Verdict = (typeof VERDICTS)[number]
export type Cause = Exclude<Verdict, 'VISIBLE' | 'UNDETERMINED'>

export const OUTCOMES = ['PASS', 'FAIL', 'SKIPPED', 'UNKNOWN'] as const
export type CheckOutcome = (typeof OUTCOMES)[number]

/** What one check found. */
export interface Finding {
  readonly outcome: CheckOutcome
  /** A sentence: what was found; why it was skipped; why it is not known. */
  readonly evidence: string
  /** The node the evidence is about. */
  readonly nodeId: string | null
  /** With FAIL only. */
  readonly cause: Cause | null
}

export function pass(evidence: string, nodeId: string | null = null): Finding {
  return { outcome: 'PASS', evidence, nodeId, cause: null }
}

export function fail(cause: Cause, evidence: string, nodeId: string | null = null): Finding {
  return { outcome: 'FAIL', evidence, nodeId, cause }
}

/** It makes no sense here. */
export function skip(reason: string): Finding {
  return { outcome: 'SKIPPED', evidence: reason, nodeId: null, cause: null }
}

/** It cannot be told, or not to who asks. */
export function unknown(reason: string, nodeId: string | null = null): Finding {
  return { outcome: 'UNKNOWN', evidence: reason, nodeId, cause: null }
}
