import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { close, holdsAt } from '../../platform/database/interval.js'
import { onNode } from '../org/permission.js'
import { assertCompanyHasAdmin } from './company-admins.js'
import { grantRoles, type Grant } from './people.commands.js'
import { personOf } from './person-permission.js'
import { RoleAssignmentEntity } from './role-assignment.entity.js'

/**
 * Gives a role on a node, and answers the assignment. Who may grant on a node may grant any role there and below, and
 * none above. @throws DomainError NOT_FOUND, FORBIDDEN, INVALID for a deactivated person.
 */
export function grantRole(ctx: Context, { userId, nodeId, role }: Grant): Promise<string> {
  return change(ctx, onNode('grant roles', nodeId), async (tx) => {
    const { name, status } = await personOf(tx, userId)
    if (status === 'DEACTIVATED') {
      throw new DomainError('INVALID', `${name} is deactivated. Reactivate the person first.`, ['userId'])
    }
    const held = await heldRole(tx, { userId, nodeId, role })
    if (held) return held
    await grantRoles(tx, [{ userId, nodeId, role }])
    return (await heldRole(tx, { userId, nodeId, role }))!
  })
}

/** Takes a role back from now on; nothing when it is not held. @throws DomainError NOT_FOUND, FORBIDDEN, LAST_ADMIN. */
export function revokeRole(ctx: Context, { userId, nodeId, role }: Grant): Promise<void> {
  return change(ctx, onNode('grant roles', nodeId), async (tx) => {
    await personOf(tx, userId)
    const held = await heldRole(tx, { userId, nodeId, role })
    if (!held) return
    await close(tx, RoleAssignmentEntity, { id: held })
    await assertCompanyHasAdmin(tx, 'userId')
    tx.record({ action: 'revokeRole', nodeId, entityId: held, before: { userId, nodeId, role }, after: null })
  })
}

async function heldRole(
  { manager, companyId, at }: Change,
  { userId, nodeId, role }: Grant,
): Promise<string | null> {
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT r.id FROM role_assignment r
      WHERE r.company_id = $1 AND r.user_id = $2 AND r.node_id = $3 AND r.role = $4 AND ${holdsAt('r', '$5')}`,
    [companyId, userId, nodeId, role, at],
  )
  return row?.id ?? null
}
