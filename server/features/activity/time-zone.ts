import { DomainError } from '../../domain/errors.js'
import type { Change } from '../../platform/database/change.js'

/**
 * Activities are counted by days of the company's time zone, so it stays as it is once there are some.
 * @throws DomainError INVALID.
 */
export async function assertNoActivities({ manager, companyId }: Change): Promise<void> {
  const [row] = await manager.query<[{ exists: boolean }]>(
    `SELECT EXISTS (SELECT FROM activity WHERE company_id = $1) AS exists`,
    [companyId],
  )
  if (!row.exists) return
  const message =
    'Activities are counted by the days of the present time zone already: it cannot change any more.'
  throw new DomainError('INVALID', message, ['timeZone'])
}
