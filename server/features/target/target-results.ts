import type { Context } from '../../platform/context.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import type { UserErrorType } from '../../platform/graphql/user-errors.js'
import type { BatchMode } from '../activity/log-activities.commands.js'
import { loadCatalogue } from '../metric/metric.loaders.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { loadUser } from '../people/user.loaders.js'
import type { BatchResult } from './set-targets.commands.js'
import type { ItemResult } from './target-batch.js'
import type { CopiedTargetType, SetTargetsPayload, SetTargetsResultType } from './target-results.type.js'
import type { TargetPlace } from './target.row.js'
import { loadAskedTarget } from './visible-target.loaders.js'

/** As the API answers: where each error lies is told from the outside of the whole input. */
export async function shownResults(
  ctx: Context,
  { results, isWritten }: BatchResult,
  mode: BatchMode,
): Promise<SetTargetsPayload> {
  const shown = await Promise.all(
    results.map((result, index) => shownResult(ctx, result, { index, isWritten })),
  )
  return { results: shown, isWritten, userErrors: mode === 'ATOMIC' ? wholeError(shown) : [] }
}

async function shownResult(
  ctx: Context,
  result: ItemResult,
  { index, isWritten }: { readonly index: number; readonly isWritten: boolean },
): Promise<SetTargetsResultType> {
  if (result.status === 'REJECTED') {
    const { code, message, path } = result.error
    return {
      status: 'REJECTED',
      target: null,
      userErrors: [{ code, message, path: ['items', String(index), ...path] }],
    }
  }
  const { status, place } = result
  const isThere = isWritten || status === 'UNCHANGED'
  return { status, target: isThere ? await loadTargetAt(ctx, place) : null, userErrors: [] }
}

export function shownCopies(ctx: Context, places: readonly TargetPlace[]): Promise<CopiedTargetType[]> {
  return Promise.all(places.map((place) => shownCopy(ctx, place)))
}

async function shownCopy(ctx: Context, place: TargetPlace): Promise<CopiedTargetType> {
  const { metricId, nodeId, userId } = place
  const [metrics, node, user, target] = await Promise.all([
    loadCatalogue(ctx, null),
    nodeId === null ? null : nullWhereForbidden(() => loadOrgNode(ctx, nodeId, null)),
    userId === null ? null : nullWhereForbidden(() => loadUser(ctx, userId, null)),
    loadTargetAt(ctx, place),
  ])
  return { metric: metrics.get(metricId)!, node, user, target }
}

function loadTargetAt(ctx: Context, { period, ...place }: TargetPlace) {
  const { frequency, start } = period
  return nullWhereForbidden(() =>
    loadAskedTarget(ctx, { ...place, period: { frequency, containing: start } }),
  )
}

/** An ATOMIC call is refused for what is wrong with its first wrong item. */
function wholeError(results: readonly SetTargetsResultType[]): UserErrorType[] {
  const errors = results.flatMap(({ userErrors }) => userErrors)
  const [first] = errors
  if (!first) return []
  const message = `Nothing was written: ${errors.length} of ${results.length} items are rejected, and the call is ATOMIC. The first: ${first.message}`
  return [{ ...first, message }]
}
