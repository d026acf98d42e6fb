import type { ImportError } from '../import-error.js'

/** Of what is wrong, the first so many are told at a terminal. */
export const MOST_LISTED = 20

export const STATUSES = ['CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED'] as const
export type Status = (typeof STATUSES)[number]

/** What has become of the activities so far. Filled within one import. */
export interface Tally {
  /** By the key of the type. */
  readonly byType: Map<string, Record<Status, number>>
  /** How many are of somebody nobody knows, by what the source calls them. */
  readonly keptAside: Map<string, number>
  /** The first that the company refused. */
  readonly errors: ImportError[]
}

export function newTally(): Tally {
  return { byType: new Map(), keptAside: new Map(), errors: [] }
}

export function count({ byType }: Tally, type: string, status: Status): void {
  const counts = byType.get(type) ?? { CREATED: 0, UPDATED: 0, UNCHANGED: 0, REJECTED: 0 }
  byType.set(type, { ...counts, [status]: counts[status] + 1 })
}

export function countAside({ keptAside }: Tally, reference: string): void {
  keptAside.set(reference, (keptAside.get(reference) ?? 0) + 1)
}

export function note({ errors }: Tally, error: ImportError): void {
  if (errors.length < MOST_LISTED) errors.push(error)
}

export function totalOf({ byType }: Tally, status: Status): number {
  return [...byType.values()].reduce((sum, counts) => sum + counts[status], 0)
}
