import type { QueryRunner } from 'typeorm'
import { DomainError, type UserErrorCode } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import { loadSignedIn } from '../people/viewer.loaders.js'
import { COLUMNS, type ScheduledChangeRow } from './scheduled-change.loaders.js'

/** What a mutation answers, as far as it matters whether it was made. */
export interface Outcome {
  readonly userErrors: readonly {
    readonly code: UserErrorCode
    readonly message: string
    readonly path: readonly string[]
  }[]
}

/** The versions that an input expects: those in it count, or, whatever they are, those that are. */
export type Versions = 'AS_SENT' | 'WHATEVER'

/** Makes a mutation. @throws DomainError for one, or an input, that there is no more. */
export type Perform = (ctx: Context, mutation: string, input: object, versions: Versions) => Promise<Outcome>

export type Planned = Pick<ScheduledChangeRow, 'mutation' | 'input' | 'effectiveAt' | 'scheduledBy'>

/** A transaction of one company in which its future is played. */
export interface Stage {
  readonly runner: QueryRunner
  readonly ctx: Context
  readonly perform: Perform
}

interface Playing {
  readonly rehearsal?: Context['rehearsal']
  readonly versions?: Versions
}

/**
 * Makes a change in the transaction, as of its date, as whoever scheduled it and with that person's rights of then;
 * whatever was changed meanwhile, unless told otherwise. @throws DomainError why it cannot be made.
 */
export async function play(
  stage: Stage,
  planned: Planned,
  { rehearsal, versions = 'WHATEVER' }: Playing = {},
): Promise<void> {
  const { mutation, input, effectiveAt } = planned
  const { companyId, requestId } = stage.ctx
  const { manager } = stage.runner
  const credential = { kind: 'USER', userId: planned.scheduledBy, companyId, issuedAt: effectiveAt } as const
  const signedIn = await loadSignedIn(manager, credential)
  if (typeof signedIn === 'string')
    throw new DomainError('FORBIDDEN', 'Who scheduled it may not sign in any more.')
  const { viewer: actor, moment } = signedIn
  const ctx = { manager, requestId, actor, companyId, moment, inside: stage.runner, writesAt: effectiveAt }
  const { userErrors } = await stage.perform({ ...ctx, rehearsal }, mutation, input, versions)
  const [first] = userErrors
  if (first) throw new DomainError(first.code, first.message, first.path)
}

/** Does something in the transaction and takes back whatever it wrote. */
export async function takenBack<R>({ runner }: Stage, work: () => Promise<R>): Promise<R> {
  await runner.startTransaction()
  try {
    return await work()
  } finally {
    await runner.rollbackTransaction()
  }
}

/** What is to come, in the order in which it is made. */
export function loadUpcoming({ manager, companyId }: Context): Promise<ScheduledChangeRow[]> {
  return manager.query(
    `SELECT ${COLUMNS} FROM scheduled_change s
      WHERE s.company_id = $1 AND s.status = 'UPCOMING' ORDER BY s.effective_at, s.scheduled_at, s.id`,
    [companyId],
  )
}
