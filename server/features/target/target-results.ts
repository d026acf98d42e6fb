import type { Context } from '../../platform/context.js'
import type { BatchMode, BatchResult } from '../../platform/database/batch.js'
import { atomicErrors, itemError } from '../../platform/graphql/batch.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { loadCatalogue } from '../metric/metric.loaders.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { loadUser } from '../people/user.loaders.js'
import type { ItemResult } from './target-batch.js'
import type { CopiedTargetType, SetTargetsPayload, SetTargetsResultType } from './target-results.type.js'
import type { TargetPlace } from './target.row.js'
import { loadAskedTarget } from './visible-target.loaders.js'

/** As the API answers: where each error lies is told from the outside of the whole input. */
export async function shownResults(
  ctx: Context,
  { results, isWritten }: BatchResult<ItemResult>,
  mode: BatchMode,
): Promise<SetTargetsPayload> {
  const shown = await Promise.all(
    results.map((result, index) => shownResult(ctx, result, { index, isWritten })),
  )
  return { results: shown, isWritten, userErrors: mode === 'ATOMIC' ? atomicErrors(shown, 'call') : [] }
}

async function shownResult(
  ctx: Context,
  result: ItemResult,
  { index, isWritten }: { readonly index: number; readonly isWritten: boolean },
): Promise<SetTargetsResultType> {
  if (result.status === 'REJECTED') {
    return { status: 'REJECTED', target: null, userErrors: [itemError(result.error, index)] }
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
