import type { EntityManager } from 'typeorm'
import type { Viewer } from '../../domain/policy.js'
import type { Moment } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'

export interface SignedIn {
  readonly viewer: Viewer
  readonly moment: Moment
}

interface Row {
  readonly version: string
  readonly at: Date
  readonly roles: Viewer['roles']
}

/**
 * The person behind a credential, with what that person holds now and the state of the company, in one statement:
 * every request pays this one, so that what was revoked is gone in the next request.
 * Null when there is no such person (any more) or the person is deactivated.
 */
export async function loadSignedIn(
  manager: EntityManager,
  { userId, companyId }: { userId: string; companyId: string },
): Promise<SignedIn | null> {
  const [row] = await manager.query<Row[]>(
    `SELECT c.config_version AS version, c.changed_at AS at,
            (SELECT coalesce(json_agg(json_build_object('role', r.role, 'nodeId', r.node_id)), '[]')
               FROM role_assignment r
              WHERE r.company_id = c.company_id AND r.user_id = u.id AND ${holdsAt('r', 'c.changed_at')}) AS roles
       FROM company c
       JOIN app_user u ON u.company_id = c.company_id
      WHERE c.company_id = $1 AND u.company_id = $1 AND u.id = $2 AND u.status = 'ACTIVE'`,
    [companyId, userId],
  )
  if (!row) return null
  const { roles, at } = row
  return { viewer: { userId, companyId, roles }, moment: { version: Number(row.version), at } }
}
