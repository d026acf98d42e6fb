import type { Role } from '../../domain/viewer.js'
import { instantOf } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { OrgNodeRow } from '../org/org.loaders.js'
import { loadImpactSight, nodeSeen } from './impact-sight.js'
import { nodesOfOneOnly, type Survey, type SurveyBefore } from './survey.loaders.js'

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

/** A role that the change has touched is told of by what it found, not by its row; "was" and "is" of one may be apart. */
const ROLES = `
  SELECT r.id, r.user_id, r.node_id, r.role, r.id <> ALL($5::uuid[]) AND ${holdsAt('r', '$2')} AS was, ${holdsAt('r', '$3')} AS "is"
    FROM role_assignment r WHERE r.company_id = $1
   UNION ALL
  SELECT f.id, f.user_id, f.node_id, f.role, true, false
    FROM unnest($6::uuid[], $7::uuid[], $8::uuid[], $9::text[]) AS f(id, user_id, node_id, role)`

/**
 * The roles that are in effect before the change or after it, but not both, on nodes that the viewer sees. One on a node
 * that is not there has no effect. One statement. @throws FORBIDDEN for an API key that may not read people.
 */
export async function loadRolesImpact(before: SurveyBefore, after: Survey): Promise<RolesImpact> {
  const sight = await loadImpactSight('see people', before, after)
  const rows = await readRoles(before, after)
  const [gained, lost]: [RoleImpact[], RoleImpact[]] = [[], []]
  for (const { userId, nodeId, role, was, is } of rows) {
    const [had, has] = [was && before.tree.has(nodeId), is && after.tree.has(nodeId)]
    const node = nodeSeen(nodeId, before, after, sight)
    if (had !== has && node) (has ? gained : lost).push({ userId, role, node })
  }
  return { gained, lost }
}

function readRoles(before: SurveyBefore, after: Survey): Promise<Row[]> {
  const { touched, roles } = before.rewritten
  const { manager, companyId } = after.ctx
  return manager.query(
    `SELECT r.user_id AS "userId", r.node_id AS "nodeId", r.role, r.was, r."is"
       FROM (SELECT r.id, r.user_id, r.node_id, r.role, bool_or(r.was) AS was, bool_or(r."is") AS "is"
               FROM (${ROLES}) r GROUP BY 1, 2, 3, 4) r
       JOIN app_user u ON u.company_id = $1 AND u.id = r.user_id
      WHERE (r.was OR r."is") AND (r.was <> r."is" OR r.node_id = ANY($4::uuid[]))
      ORDER BY u.name COLLATE "C", r.id`,
    [
      ...[companyId, instantOf(before.ctx, null), instantOf(after.ctx, null)],
      ...[nodesOfOneOnly(before, after), touched],
      ...[roles.map(({ id }) => id), roles.map(({ userId }) => userId)],
      ...[roles.map(({ nodeId }) => nodeId), roles.map(({ role }) => role)],
    ],
  )
}
