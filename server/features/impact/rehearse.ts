import type { Context } from '../../platform/context.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { loadImpact, type ImpactRow } from './impact.loaders.js'
import { findPeople, rewrittenOf, type PeopleFound } from './rewritten.js'
import { survey, surveyBefore, type SurveyBefore } from './survey.loaders.js'

/**
 * What `make` would answer and lead to, without any of it staying: a dry run. Null as impact where the change is refused.
 * @throws whatever `make` throws.
 */
export async function rehearse<R extends object>(
  ctx: Context,
  make: (ctx: Context) => Promise<R>,
): Promise<R & { readonly impact: ImpactRow | null }> {
  let impact: ImpactRow | null = null
  let found: SurveyBefore
  let people: PeopleFound | null = null
  const rehearsal = {
    before: async (tx: Context) => {
      found = await surveyBefore(tx)
      // Any other change leaves the rows that tell of the time before it as they are.
      if (trying.backdating) people = await nullWhereForbidden(() => findPeople(tx))
    },
    after: async (tx: Context, about: readonly string[]) => {
      const before = people ? { ...found, rewritten: rewrittenOf(people, about) } : found
      impact = await loadImpact(before, await survey(tx), about)
    },
  }
  const trying: Context = { ...ctx, rehearsal }
  const payload = await make(trying)
  // What somebody else has changed meanwhile is the present from here on, as after any change.
  ctx.moment = trying.moment
  ctx.actor = trying.actor
  return { ...payload, impact }
}
