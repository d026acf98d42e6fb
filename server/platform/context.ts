import type { EntityManager } from 'typeorm'
import type { Actor } from '../domain/viewer.js'

/** A state of a company's configuration: each change makes the next version, at a strictly later instant. */
export interface Moment {
  readonly version: number
  /** When this version came to be, by the database's clock. */
  readonly at: Date
}

/** On whose behalf, in which company and as of which state something is read or changed. */
export interface Context {
  readonly manager: EntityManager
  readonly requestId: string
  /** Who asks, as of `moment`. @throws UNAUTHENTICATED when nobody has signed in, as do `companyId` and `moment`. */
  actor: Actor
  /** The tenant. It comes from the credential and from nowhere else. */
  readonly companyId: string
  /** The present. Moves on when this request changes something. */
  moment: Moment
  /** The actor again, as `manager` sees it now; null when the credential does not count any more. Not for the system. */
  readonly identify?: (manager: EntityManager) => Promise<Actor | null>
  /** When changes take effect; absent: now. Only a company that is being set up is told its past this way. */
  writesAt?: Date
}

/** The instant to read at: null is the present, and what lies beyond the present is not known yet. */
export function instantOf({ moment }: Context, asOf: Date | null): Date {
  return asOf === null || asOf > moment.at ? moment.at : asOf
}
