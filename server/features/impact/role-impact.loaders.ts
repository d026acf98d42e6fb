import type { Role } from '../../domain/viewer.js'
import { instantOf } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { OrgNodeRow } from '../org/org.loaders.js'
import { loadImpactSight, nodeSeen } from './impact-sight.js'
import { nodesOfOneOnly, type Survey } from './survey.loaders.js'

export interface RoleImpact {
  readonly userId: string
  readonly role: Role
  readonly node: OrgNodeRow
}

export interface RolesImpact {
  readonly gained: readonly RoleImpact[]
  readonly lost: readonly RoleImpact[]
}

interface Row {
  readonly userId: string
  readonly nodeId: string
  readonly role: Role
  readonly was: boolean
  readonly is: boolean
}

/**
 * The roles that are in effect before the change or after it, but not both, on nodes that the viewer sees. One on a node
 * that is not there has no effect. One statement. @throws FORBIDDEN for an API key that may not read people.
 */
export async function loadRolesImpact(before: Survey, after: Survey): Promise<RolesImpact> {
  const sight = await loadImpactSight('see people', before, after)
  const { manager, companyId } = after.ctx
  const rows = await manager.query<Row[]>(
    `SELECT r.user_id AS "userId", r.node_id AS "nodeId", r.role, r.was, r."is"
       FROM (SELECT r.*, ${holdsAt('r', '$2')} AS was, ${holdsAt('r', '$3')} AS "is"
               FROM role_assignment r WHERE r.company_id = $1) r
       JOIN app_user u ON u.company_id = r.company_id AND u.id = r.user_id
      WHERE (r.was OR r."is") AND (r.was <> r."is" OR r.node_id = ANY($4::uuid[]))
      ORDER BY u.name COLLATE "C", r.id`,
    [companyId, instantOf(before.ctx, null), instantOf(after.ctx, null), nodesOfOneOnly(before, after)],
  )
  const [gained, lost]: [RoleImpact[], RoleImpact[]] = [[], []]
  for (const { userId, nodeId, role, was, is } of rows) {
    const [had, has] = [was && before.tree.has(nodeId), is && after.tree.has(nodeId)]
    const node = nodeSeen(nodeId, before, after, sight)
    if (had !== has && node) (has ? gained : lost).push({ userId, role, node })
  }
  return { gained, lost }
}
