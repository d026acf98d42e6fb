import type { UserErrorType } from '../../platform/graphql/user-errors.js'
import type { ItemResult } from './activity-batch.js'
import type { BatchMode, BatchResult } from './log-activities.commands.js'
import type { LogActivitiesPayload, LogActivitiesResultType } from './log-activities.type.js'

/** As the API answers a batch: where each error lies is told from the outside of the whole input. */
export function payloadOf(
  { results, isWritten }: BatchResult,
  { mode }: { readonly mode: BatchMode },
): LogActivitiesPayload {
  const shown = results.map((result, index) => shownResult(result, index, isWritten))
  return { results: shown, isWritten, userErrors: mode === 'ATOMIC' ? wholeError(shown) : [] }
}

export function refusedPayload(userErrors: readonly UserErrorType[]): LogActivitiesPayload {
  return { results: [], isWritten: false, userErrors: [...userErrors] }
}

function shownResult(result: ItemResult, index: number, isWritten: boolean): LogActivitiesResultType {
  if (result.status === 'REJECTED') {
    const { code, message, path } = result.error
    const userErrors = [{ code, message, path: ['items', String(index), ...path] }]
    return { status: 'REJECTED', isUnlinked: false, activityId: null, userErrors }
  }
  const { status, activity } = result
  const isThere = isWritten || status === 'UNCHANGED'
  const isUnlinked = activity.userId === null && status !== 'UPDATED'
  return { status, isUnlinked, activityId: isThere ? activity.id : null, userErrors: [] }
}

/** An ATOMIC batch is refused for what is wrong with its first wrong item. */
function wholeError(results: readonly LogActivitiesResultType[]): UserErrorType[] {
  const errors = results.flatMap(({ userErrors }) => userErrors)
  const [first] = errors
  if (!first) return []
  const message = `Nothing was written: ${errors.length} of ${results.length} items are rejected, and the batch is ATOMIC. The first: ${first.message}`
  return [{ ...first, message }]
}
