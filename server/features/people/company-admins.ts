import { DomainError } from '../../domain/errors.js'
import type { Change } from '../../platform/database/change.js'

/**
 * Asked after a change has written what might take the last one away; the company's lock makes two such changes come
 * one after the other. @throws DomainError LAST_ADMIN when no active person administers the company any more.
 */
export async function assertCompanyHasAdmin({ manager, companyId }: Change, field: string): Promise<void> {
  const [row] = await manager.query<[{ exists: boolean }]>(
    `SELECT EXISTS (
       SELECT FROM role_assignment r
         JOIN app_user u ON u.company_id = r.company_id AND u.id = r.user_id
        WHERE r.company_id = $1 AND r.node_id = $1 AND r.role = 'ADMIN' AND r.valid_to = 'infinity'
          AND u.status = 'ACTIVE') AS exists`,
    [companyId],
  )
  if (row.exists) return
  const message = 'This is the last company admin. Make somebody else a company admin first.'
  throw new DomainError('LAST_ADMIN', message, [field])
}
