import type { BatchMode, BatchResult } from '../../platform/database/batch.js'
import { atomicErrors, itemError } from '../../platform/graphql/batch.js'
import type { UserErrorType } from '../../platform/graphql/user-errors.js'
import type { ItemResult } from './activity-batch.js'
import type { ActivityRow } from './activity.row.js'
import type { LogActivitiesPayload, LogActivitiesResultType } from './log-activities.type.js'

/** As the API answers a batch: where each error lies is told from the outside of the whole input. */
export function payloadOf(
  { results, isWritten }: BatchResult<ItemResult>,
  { mode }: { readonly mode: BatchMode },
  isAllSeen: boolean,
): LogActivitiesPayload {
  const created = new Map(isWritten && isAllSeen ? results.flatMap(createdBy) : [])
  const shown = results.map((result, index) => shownResult(result, index, isWritten, created))
  return { results: shown, isWritten, userErrors: mode === 'ATOMIC' ? atomicErrors(shown, 'batch') : [] }
}

function createdBy(result: ItemResult): [string, ActivityRow][] {
  return result.status === 'CREATED' ? [[result.activity.id, result.activity]] : []
}

export function refusedPayload(userErrors: readonly UserErrorType[]): LogActivitiesPayload {
  return { results: [], isWritten: false, userErrors: [...userErrors] }
}

function shownResult(
  result: ItemResult,
  index: number,
  isWritten: boolean,
  created: ReadonlyMap<string, ActivityRow>,
): LogActivitiesResultType {
  if (result.status === 'REJECTED') {
    const userErrors = [itemError(result.error, index)]
    return { status: 'REJECTED', isUnlinked: false, activityId: null, written: null, userErrors }
  }
  const { status, activity } = result
  const isThere = isWritten || status === 'UNCHANGED'
  const isUnlinked = activity.userId === null && status !== 'UPDATED'
  const written = created.get(activity.id) ?? null
  return { status, isUnlinked, activityId: isThere ? activity.id : null, written, userErrors: [] }
}
