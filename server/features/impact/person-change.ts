import { instantOf } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { isInSight, loadPeopleSight } from '../people/people-sight.js'
import type { Survey, SurveyBefore } from './survey.loaders.js'

/** How many parameters `PERSON_CHANGE` takes; those of the statement around it come after. */
export const FIRST_PARAMETER = 14

/**
 * SQL for the people whom the viewer sees, each with the team whose key metrics are theirs before and after the change:
 * "was" and "is". Null: in no team, or may not sign in. `f` is what a change has found that has rewritten it.
 */
export const PERSON_CHANGE = `
  SELECT u.id, u.name,
         CASE WHEN u.id = ANY($4::uuid[]) THEN NULL WHEN f.id IS NULL THEN w.team_id ELSE f.team_id END AS was,
         CASE WHEN u.status = 'ACTIVE' THEN i.team_id END AS "is"
    FROM app_user u
    LEFT JOIN unnest($5::uuid[], $6::uuid[], $7::boolean[]) AS f(id, team_id, is_seen) ON f.id = u.id
    LEFT JOIN membership w ON w.company_id = u.company_id AND w.user_id = u.id AND ${holdsAt('w', '$2::timestamptz')}
    LEFT JOIN membership i ON i.company_id = u.company_id AND i.user_id = u.id AND ${holdsAt('i', '$3::timestamptz')}
   WHERE u.company_id = $1 AND coalesce(f.is_seen, ${isInSight(8)})`

/** Whom the viewer sees before the change. @throws FORBIDDEN for an API key that may not read people. */
export async function personChangeParameters(before: SurveyBefore, after: Survey): Promise<unknown[]> {
  const { ctx, deactivated, rewritten } = before
  const sight = await loadPeopleSight(ctx, null)
  const found = [
    rewritten.people.map(({ id }) => id),
    rewritten.people.map(({ teamId }) => teamId),
    rewritten.people.map(({ isSeen }) => isSeen),
  ]
  return [ctx.companyId, instantOf(ctx, null), instantOf(after.ctx, null), deactivated, ...found, ...sight]
}
