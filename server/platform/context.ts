import type { EntityManager, QueryRunner } from 'typeorm'
import type { Actor } from '../domain/viewer.js'

/** A state of a company's configuration: each change makes the next version, at a strictly later instant. */
export interface Moment {
  readonly version: number
  /** When this version came to be, by the database's clock. */
  readonly at: Date
}

/** Looks on while a change is tried: whatever it does is taken back afterwards. */
export interface Rehearsal {
  /** At the state that the change found. */
  before(ctx: Context): Promise<void>
  /** At the state that it would leave behind; `about` are the ids of what it changed. */
  after(ctx: Context, about: readonly string[]): Promise<void>
}

/** On whose behalf, in which company and as of which state something is read or changed. */
export interface Context {
  readonly manager: EntityManager
  readonly requestId: string
  /** Who asks, as of `moment`. @throws UNAUTHENTICATED when nobody has signed in, as do `companyId` and `moment`. */
  actor: Actor
  /** The tenant. It comes from the credential and from nowhere else. */
  readonly companyId: string
  /**
   * The present. Another object after each change of this request, also of one that only adds facts and makes no
   * version: what depends on facts is remembered under the object, what depends on the configuration under its version.
   */
  moment: Moment
  /** The actor again, as `manager` sees it now; null when the credential does not count any more. Not for the system. */
  readonly identify?: (manager: EntityManager) => Promise<Actor | null>
  /** Set for a dry run: no change made with this context stays. */
  readonly rehearsal?: Rehearsal
  /** Asked in the transaction of each change before anything else. @throws when the change was made before. */
  claim?: (tx: EntityManager) => Promise<void>
  /** Nobody has signed in: there is no actor, no company and no moment. */
  readonly isAnonymous?: boolean
  /** Makes a token for somebody who has just proved who they are. Absent in production. */
  readonly issueToken?: (subject: { readonly userId: string; readonly companyId: string }) => Promise<string>
  /** The transaction in which changes are made, each as a part of it; absent: each is one of its own. */
  readonly inside?: QueryRunner
  /** When changes take effect; absent: now. For a company that is being set up, and for what was planned. */
  writesAt?: Date
  /** Absent: changes hold from now on. */
  backdating?: Backdating
  /** Absent: the present is that of `moment`. Of a change that is dated back, it is the state of then. */
  readonly presentAt?: Date
}

/** Since when a change holds that is dated back. */
export interface Backdating {
  readonly to: Date
  /** What follows for what was recorded since then, from the ids of what was changed. @throws DomainError */
  restate(tx: Context, touched: readonly string[], since: Date): Promise<void>
}

/** The instant to read at: null is the present, and what lies beyond the present is not known yet. */
export function instantOf({ moment, presentAt = moment.at }: Context, asOf: Date | null): Date {
  return asOf === null || asOf > presentAt ? presentAt : asOf
}
