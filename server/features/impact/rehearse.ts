import type { Context } from '../../platform/context.js'
import { loadImpact, type ImpactRow } from './impact.loaders.js'
import { survey, surveyBefore } from './survey.loaders.js'

/**
 * What `make` would answer and lead to, without any of it staying: a dry run. Null as impact where the change is refused.
 * @throws whatever `make` throws.
 */
export async function rehearse<R extends object>(
  ctx: Context,
  make: (ctx: Context) => Promise<R>,
): Promise<R & { readonly impact: ImpactRow | null }> {
  let impact: ImpactRow | null = null
  let found: Awaited<ReturnType<typeof surveyBefore>>
  const rehearsal = {
    before: async (tx: Context) => {
      found = await surveyBefore(tx)
    },
    after: async (tx: Context, about: readonly string[]) => {
      impact = await loadImpact(found, await survey(tx), about)
    },
  }
  const trying: Context = { ...ctx, rehearsal }
  const payload = await make(trying)
  // What somebody else has changed meanwhile is the present from here on, as after any change.
  ctx.moment = trying.moment
  ctx.actor = trying.actor
  return { ...payload, impact }
}
