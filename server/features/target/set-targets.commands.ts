import type { AuditAction } from '../../domain/audit.js'
import { DomainError } from '../../domain/errors.js'
import { MAX_TARGETS } from '../../domain/target.js'
import type { Context } from '../../platform/context.js'
import { appendBatch, type BatchResult, type BatchRules } from '../../platform/database/batch.js'
import { append, type Permission } from '../../platform/database/change.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { inParts } from '../org/permission.js'
import { setItems, type AskedSetting, type ItemResult } from './target-batch.js'
import { assertMaySet, assertOneOwner, loadTargetPeople, type AskedOwner } from './target-owner.js'

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
}

function forOne(owner: AskedOwner): Permission {
  return async (ctx) => assertMaySet(ctx, owner, await loadTargetPeople(ctx, [owner]))
}

export interface Batch extends BatchRules {
  readonly items: readonly (Omit<AskedSetting, 'expectedVersion'> & {
    readonly expectedVersion?: number | null
  })[]
}

/** @throws DomainError LIMIT_EXCEEDED, FORBIDDEN for an API key without the scope. */
export async function setTargets(ctx: Context, { items, ...rules }: Batch): Promise<BatchResult<ItemResult>> {
  assertSize(items.length)
  const asked = items.map((item) => ({ ...item, expectedVersion: item.expectedVersion ?? null }))
  return appendBatch(ctx, inParts('set targets'), rules, (tx) => setItems(tx, 'setTargets', asked))
}

function assertSize(size: number): void {
  if (size <= MAX_TARGETS) return
  const message = `items has ${size} targets; at most ${MAX_TARGETS} are set at once. Send several calls.`
  throw new DomainError('LIMIT_EXCEEDED', message, ['items'])
}
