import { DomainError } from '../../domain/errors.js'
import type { Change } from '../../platform/database/change.js'

/**
 * From $2 on: the first stretch in which nobody administers the company. Which status a person had is not kept, so who
 * may sign in today is who counts.
 */
const FIRST_GAP = `
  SELECT lower(g.gap) AS "from", upper(g.gap) AS until
    FROM unnest(tstzmultirange(tstzrange($2, 'infinity')) - coalesce((
         SELECT range_agg(tstzrange(r.valid_from, r.valid_to))
           FROM role_assignment r
           JOIN app_user u ON u.company_id = r.company_id AND u.id = r.user_id
          WHERE r.company_id = $1 AND r.node_id = $1 AND r.role = 'ADMIN' AND r.valid_to > $2
            AND u.status = 'ACTIVE'), '{}')) AS g(gap)
   ORDER BY g.gap LIMIT 1`

/**
 * Asked after a change has written what might take the last one away; the company's lock makes two such changes come
 * one after the other. @throws DomainError LAST_ADMIN when at some time since the change no active person administers
 * the company.
 */
export async function assertCompanyHasAdmin(
  { manager, companyId, at }: Change,
  field: string,
): Promise<void> {
  const [gap] = await manager.query<{ from: Date; until: Date | number }[]>(FIRST_GAP, [companyId, at])
  if (!gap) return
  if (gap.until instanceof Date) {
    const message = `From ${gap.from.toISOString()} until ${gap.until.toISOString()} the company would have had no company admin who may sign in today. Choose a later date, or make somebody else a company admin as of then first.`
    throw new DomainError('LAST_ADMIN', message, ['effectiveAt'])
  }
  const message = 'This is the last company admin. Make somebody else a company admin first.'
  throw new DomainError('LAST_ADMIN', message, [field])
}
