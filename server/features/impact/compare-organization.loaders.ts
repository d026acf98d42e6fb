import type { Context } from '../../platform/context.js'
import { requestError } from '../../platform/graphql/request-error.js'
import { loadImpact, type ImpactRow } from './impact.loaders.js'
import { survey, surveyBefore } from './survey.loaders.js'

export interface Instants {
  readonly from: Date
  /** Null: the present. */
  readonly to: Date | null
}

/**
 * What is different in the organisation between two instants, of what the viewer sees.
 * @throws BAD_USER_INPUT when they are in the wrong order.
 */
export async function loadComparison(ctx: Context, { from, to }: Instants): Promise<ImpactRow> {
  const end = to ?? ctx.moment.at
  if (from > end) {
    const message = `from is ${from.toISOString()}, later than ${end.toISOString()}; give the earlier instant as from.`
    throw requestError('BAD_USER_INPUT', message)
  }
  const before = await surveyBefore({ ...ctx, presentAt: from })
  return loadImpact(before, await survey({ ...ctx, presentAt: end }), [])
}
