import { DomainError } from '../../domain/errors.js'
import type { Context } from '../context.js'
import { append, change, type Change, type Permission } from './change.js'
import { inLine } from './line.js'

/** ATOMIC: all of them or none. PER_ITEM: each by itself. */
export const BATCH_MODES = ['ATOMIC', 'PER_ITEM'] as const
export type BatchMode = (typeof BATCH_MODES)[number]

export const ITEM_STATUSES = ['CREATED', 'UPDATED', 'UNCHANGED', 'REJECTED'] as const
export type ItemStatus = (typeof ITEM_STATUSES)[number]

export interface Rejected {
  readonly status: 'REJECTED'
  readonly error: DomainError
}

export interface BatchRules {
  readonly mode: BatchMode
  /** Answers what would become of the items and writes nothing. */
  readonly dryRun: boolean
}

export interface BatchResult<R> {
  /** Of each item, in order; what would have become of it where nothing is written. */
  readonly results: readonly R[]
  readonly isWritten: boolean
}

type Result = { readonly status: ItemStatus }
type Work<R> = (tx: Change) => Promise<readonly R[]>

/**
 * Appends many at once: a dry run, and an ATOMIC batch with a rejected item, are judged in full and taken back, without
 * what they would conclude with. The batches of a company come in line: a few are all that the database has processors
 * for, and the others leave it to those who read.
 */
export function appendBatch<R extends Result>(
  ctx: Context,
  permission: Permission,
  rules: BatchRules,
  work: Work<R>,
): Promise<BatchResult<R>> {
  const { manager, companyId, inside } = ctx
  const run = () => batch(append, { ctx, permission, ...rules }, work)
  // Within another change it has a connection, and those in line may be waiting for that change.
  return inside ? run() : inLine(manager.connection, `batches of ${companyId}`, run)
}

/** As `appendBatch`, for what changes the configuration. */
export function changeBatch<R extends Result>(
  ctx: Context,
  permission: Permission,
  rules: BatchRules,
  work: Work<R>,
): Promise<BatchResult<R>> {
  return batch(change, { ctx, permission, ...rules }, work)
}

interface Batch extends BatchRules {
  readonly ctx: Context
  readonly permission: Permission
}

async function batch<R extends Result>(
  transact: typeof change<void>,
  { ctx, permission, mode, dryRun }: Batch,
  work: Work<R>,
): Promise<BatchResult<R>> {
  let results: readonly R[] = []
  try {
    await transact(ctx, permission, async (tx) => {
      results = await work(tx)
      const isWrong = mode === 'ATOMIC' && results.some(({ status }) => status === 'REJECTED')
      if (dryRun || isWrong) throw new TakenBack()
    })
    return { results, isWritten: true }
  } catch (error) {
    if (error instanceof TakenBack) return { results, isWritten: false }
    throw error
  }
}

/** Ends a transaction that has told what it would do. */
class TakenBack extends Error {
  constructor() {
    super('What the batch would do is known; nothing of it is to stay.')
    this.name = 'TakenBack'
  }
}

/** What the caller can mend is an answer; anything else is a fault, and goes on. */
export function domainError(error: unknown): DomainError {
  if (error instanceof DomainError) return error
  throw error
}
