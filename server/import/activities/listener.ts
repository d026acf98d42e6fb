import type { ImportErrorCode } from '../import-error.js'
import type { Status } from './tally.js'

export type ActivityStep = 'checking' | 'linking' | 'logging'

/** What became of an activity, or of a row that came to none. */
export interface Outcome {
  readonly file: string
  readonly line: number
  readonly type: string
  readonly externalId: string
  readonly person: string
  readonly status: Status
  readonly written: boolean
  readonly column: string
  readonly code: ImportErrorCode | ''
  readonly reason: string
}

/** Told as an import goes on; whatever it throws ends the import, and what was written until then stays. */
export interface Listener {
  onProgress(this: void, step: ActivityStep, done: number, total: number): void
  onOutcome(this: void, outcome: Outcome): void
}
