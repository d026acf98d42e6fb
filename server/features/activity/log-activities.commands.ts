import { foreignKeyOf, MAX_BATCH, pathOfCredit } from '../../domain/activity.js'
import { DomainError } from '../../domain/errors.js'
import { lowestOnAll } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import type { AuditEntry } from '../../platform/database/audit-entry.entity.js'
import { appendBatch, type BatchResult, type BatchRules } from '../../platform/database/batch.js'
import { append, type Change, type Permission } from '../../platform/database/change.js'
import { presentInstant } from '../calendar/present-instant.js'
import { inParts } from '../org/permission.js'
import { selfOf } from '../people/people-sight.js'
import { draftOf, logItems, type ItemResult, type NewActivity } from './activity-batch.js'
import { assertMayLog } from './activity-permission.js'
import type { ActivityRow } from './activity.row.js'
import type { Stored } from './activity-store.js'
import { loadTerms } from './activity-terms.js'
import { loadCredits } from './credit.loaders.js'

export interface ActivityToLog extends Omit<NewActivity, 'email' | 'personReference'> {
  readonly source?: string | null
}

/** Where activities come from that name no other source. */
export const OWN_SOURCE = 'API'

/**
 * Logs one activity, for oneself unless somebody is named; answers its id. The same externalId of a source again, with
 * the same content, is that activity.
 * @throws DomainError NOT_FOUND, FORBIDDEN, INVALID naming the field, DUPLICATE.
 */
export async function logActivity(ctx: Context, input: ActivityToLog): Promise<string> {
  const { source: given, ...activity } = input
  const source = foreignKeyOf(given ?? OWN_SOURCE, 'source')
  const item = { ...activity, userId: activity.userId ?? selfOf(ctx) }
  return append(ctx, forOne(source, item), async (tx) => {
    const [result] = await logItems(tx, source, [item])
    if (result!.status === 'REJECTED') throw result!.error
    if (result!.status === 'CREATED') tx.record(entryOf(tx, result!.activity))
    return result!.activity.id
  })
}

/** @throws DomainError as `logActivity`, before anything waits. */
function forOne(source: string, item: NewActivity): Permission {
  return async (ctx) => {
    const { began } = await loadTerms(ctx)
    const now = new Date(Math.max(presentInstant(ctx, null).getTime(), ctx.moment.at.getTime()))
    const draft = draftOf(item, { began, now })
    const [found] = await loadCredits(ctx, source, [draft])
    return assertMayLog(ctx, found!, draft.field)
  }
}

function entryOf({ companyId }: Change, activity: ActivityRow): AuditEntry {
  const { id, recordedAt: _, isVoided: __, ...after } = activity
  return { action: 'logActivity', nodeId: activity.teamId ?? companyId, entityId: id, before: null, after }
}

export interface Batch extends BatchRules {
  readonly source: string
  readonly items: readonly NewActivity[]
}

/**
 * Logs up to 1,000 activities of one source at once.
 * @throws DomainError LIMIT_EXCEEDED, INVALID (source), FORBIDDEN for an API key without the scope.
 */
export async function logActivities(
  ctx: Context,
  { items, ...batch }: Batch,
): Promise<BatchResult<ItemResult>> {
  const source = foreignKeyOf(batch.source, 'source')
  assertSize(items.length)
  // At hand for the change, unless another comes first.
  await loadTerms(ctx)
  return appendBatch(ctx, inParts('log activities'), batch, async (tx) => {
    const results = await logItems(tx, source, items)
    recordBatch(tx, source, results)
    return results
  })
}

/** One entry for what was written, of the lowest node to which all of it counts; none when nothing was. */
function recordBatch(tx: Change, source: string, results: readonly ItemResult[]): void {
  const written = results.filter(isWritten).map(({ activity }) => pathOfCredit(tx.companyId, activity))
  if (written.length === 0) return
  const count = (status: ItemResult['status']) => results.filter((one) => one.status === status).length
  const [created, updated] = [count('CREATED'), count('UPDATED')]
  const after = { source, created, updated, unchanged: count('UNCHANGED'), rejected: count('REJECTED') }
  tx.record({ action: 'logActivities', nodeId: lowestOnAll(written), entityId: null, before: null, after })
}

function isWritten(result: ItemResult): result is Stored {
  return result.status === 'CREATED' || result.status === 'UPDATED'
}

function assertSize(size: number): void {
  if (size <= MAX_BATCH) return
  const message = `items has ${size} activities; at most ${MAX_BATCH} are taken at once. Send several batches.`
  throw new DomainError('LIMIT_EXCEEDED', message, ['items'])
}
