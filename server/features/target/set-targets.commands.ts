import type { AuditAction } from '../../domain/audit.js'
import { DomainError } from '../../domain/errors.js'
import { MAX_TARGETS } from '../../domain/target.js'
import type { Context } from '../../platform/context.js'
import { append, type Permission } from '../../platform/database/change.js'
import type { BatchMode } from '../activity/log-activities.commands.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { setItems, type AskedSetting, type ItemResult } from './target-batch.js'
import { forgetTargets } from './target.loaders.js'
import {
  asSetterOfMany,
  assertMaySet,
  assertOneOwner,
  loadTargetPeople,
  type AskedOwner,
} from './target-owner.js'

export interface TargetKey extends AskedOwner {
  readonly metricId: string
  /** Left out: the one that is running, as often as the key metric is tracked. */
  readonly period?: AskedPeriod | null
  readonly carryForward: boolean
  /** Of what holds there; 0 for nothing. */
  readonly expectedVersion: number
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, INVALID naming the field, LIMIT_EXCEEDED (period), VERSION_CONFLICT. */
export function setTarget(ctx: Context, input: TargetKey & { readonly amount: string }): Promise<void> {
  return setOne(ctx, 'setTarget', input)
}

/** From here on, or for this period only, what the level below adds up to. @throws as `setTarget`. */
export function resetTarget(ctx: Context, input: TargetKey): Promise<void> {
  return setOne(ctx, 'resetTarget', { ...input, amount: null })
}

async function setOne(ctx: Context, action: AuditAction, item: AskedSetting): Promise<void> {
  assertOneOwner(item)
  await append(ctx, forOne(item), async (tx) => {
    const [result] = await setItems(tx, action, [item])
    if (result!.status === 'REJECTED') throw result!.error
  })
  forgetTargets(ctx)
}

function forOne(owner: AskedOwner): Permission {
  return async (ctx) => assertMaySet(ctx, owner, await loadTargetPeople(ctx, [owner]))
}

export interface Batch {
  readonly mode: BatchMode
  /** Answers what would become of them and writes nothing. */
  readonly dryRun: boolean
  readonly items: readonly (Omit<AskedSetting, 'expectedVersion'> & {
    readonly expectedVersion?: number | null
  })[]
}

export interface BatchResult {
  /** Of each item, in order; what would have become of it where nothing is written. */
  readonly results: readonly ItemResult[]
  readonly isWritten: boolean
}

/** @throws DomainError LIMIT_EXCEEDED, FORBIDDEN for an API key without the scope. */
export async function setTargets(ctx: Context, { mode, dryRun, items }: Batch): Promise<BatchResult> {
  assertSize(items.length)
  const asked = items.map((item) => ({ ...item, expectedVersion: item.expectedVersion ?? null }))
  try {
    const results = await append(ctx, asSetterOfMany, async (tx) => {
      const found = await setItems(tx, 'setTargets', asked)
      if (dryRun || (mode === 'ATOMIC' && found.some(isRejected))) throw new TakenBack(found)
      return found
    })
    forgetTargets(ctx)
    return { results, isWritten: true }
  } catch (error) {
    if (error instanceof TakenBack) return { results: error.results, isWritten: false }
    throw error
  }
}

/** Ends a transaction that has told what it would do. */
class TakenBack extends Error {
  constructor(readonly results: readonly ItemResult[]) {
    super('What would become of the targets is known; nothing of it is to stay.')
    this.name = 'TakenBack'
  }
}

function isRejected({ status }: ItemResult): boolean {
  return status === 'REJECTED'
}

function assertSize(size: number): void {
  if (size <= MAX_TARGETS) return
  const message = `items has ${size} targets; at most ${MAX_TARGETS} are set at once. Send several calls.`
  throw new DomainError('LIMIT_EXCEEDED', message, ['items'])
}
