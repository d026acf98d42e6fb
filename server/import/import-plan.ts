import type { NewNode } from '../features/org/org.commands.js'
import type { NewUser } from '../features/people/people.commands.js'
import type { ImportError } from './import-error.js'
import type { NodePlace, PlannedGrant } from './present-company.js'

export const ROW_STATUSES = ['CREATED', 'MOVED', 'UNCHANGED', 'DUPLICATE', 'REJECTED'] as const
export type RowStatus = (typeof ROW_STATUSES)[number]

/** What becomes of one row of the file. */
export interface RowOutcome {
  readonly line: number
  readonly status: RowStatus
  readonly member: string
  readonly email: string
  readonly department: string
  readonly team: string
  /** Why, where the status alone does not say it. */
  readonly reason: string
  /** Of a rejected row. */
  readonly error: ImportError | null
}

export interface PlannedNode {
  readonly place: NodePlace
  readonly parent: NodePlace
  readonly level: NewNode['level']
  readonly name: string
}

export interface Seat {
  readonly email: string
  readonly team: NodePlace
}

export interface Count {
  readonly created: number
  readonly unchanged: number
}

export interface ImportCounts {
  readonly departments: Count
  readonly teams: Count
  readonly people: Count & { readonly moved: number }
  readonly leads: Count
  readonly rows: Readonly<Record<RowStatus, number>>
}

/** What an import would write, of what is not there yet, and what it makes of each row. */
export interface ImportPlan {
  readonly rows: readonly RowOutcome[]
  /** Parents before children. */
  readonly nodes: readonly PlannedNode[]
  readonly people: readonly NewUser[]
  readonly seats: readonly Seat[]
  readonly grants: readonly PlannedGrant[]
  readonly admin: { readonly email: string; readonly isNew: boolean }
  readonly counts: ImportCounts
}
