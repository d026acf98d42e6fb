import { instantOf } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { isInSight, loadPeopleSight } from '../people/people-sight.js'
import type { Survey, SurveyBefore } from './survey.loaders.js'

/** How many parameters `PERSON_CHANGE` takes; those of the statement around it come after. */
export const FIRST_PARAMETER = 11

/**
 * SQL for the people whom the viewer sees, each with the team whose key metrics are theirs before and after the change:
 * "was" and "is". Null: in no team, or may not sign in.
 */
export const PERSON_CHANGE = `
  SELECT u.id, u.name,
         CASE WHEN u.id = ANY($4::uuid[]) THEN NULL ELSE w.team_id END AS was,
         CASE WHEN u.status = 'ACTIVE' THEN i.team_id END AS "is"
    FROM app_user u
    LEFT JOIN membership w ON w.company_id = u.company_id AND w.user_id = u.id AND ${holdsAt('w', '$2::timestamptz')}
    LEFT JOIN membership i ON i.company_id = u.company_id AND i.user_id = u.id AND ${holdsAt('i', '$3::timestamptz')}
   WHERE u.company_id = $1 AND ${isInSight(5)}`

/** Whom the viewer sees before the change. @throws FORBIDDEN for an API key that may not read people. */
export async function personChangeParameters(before: SurveyBefore, after: Survey): Promise<unknown[]> {
  const { ctx, deactivated } = before
  const sight = await loadPeopleSight(ctx, null)
  return [ctx.companyId, instantOf(ctx, null), instantOf(after.ctx, null), deactivated, ...sight]
}
