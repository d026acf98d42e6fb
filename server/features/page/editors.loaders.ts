import { pathTo } from '../../domain/org-node.js'
import { can } from '../../domain/policy.js'
import type { Person } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { loadDelegation } from '../org/delegation.loaders.js'
import { loadTree, pathOf } from '../org/tree.loaders.js'
import { loadRolesOn, type RoleAssignmentRow } from '../people/role-assignment.loaders.js'
import { loadUser } from '../people/user.loaders.js'

/** Nobody reads on. */
export const MAX_EDITORS = 10

/** Whether the viewer may configure the key metrics of the node, at present. */
export async function mayEdit(ctx: Context, nodeId: string): Promise<boolean> {
  return can(ctx.actor, 'configure key metrics', { path: await pathOf(ctx, nodeId) }) !== null
}

/**
 * The roles by which active people whom the viewer sees may configure the key metrics of the node at present, those
 * held nearest to it first, then by name. Four statements for any number of nodes.
 */
export async function loadEditors(ctx: Context, nodeId: string): Promise<RoleAssignmentRow[]> {
  const [tree, delegation] = await Promise.all([loadTree(ctx, null), loadDelegation(ctx)])
  const nodes = pathTo(tree, nodeId)
  const path = nodes.map(({ id }) => id)
  const held = await loadRolesOn(ctx, path)
  const able = held.filter((assignment) => {
    const { level } = tree.get(assignment.nodeId)!
    return (
      can(holderOf(ctx, { ...assignment, level, delegation }), 'configure key metrics', { path }) !== null
    )
  })
  const nearest = [...able].sort((a, b) => path.indexOf(b.nodeId) - path.indexOf(a.nodeId))
  const users = await Promise.all(nearest.map(({ userId }) => loadUser(ctx, userId, null)))
  return nearest.filter((_, index) => users[index]?.status === 'ACTIVE').slice(0, MAX_EDITORS)
}

type Held = Pick<Person, 'delegation'> & Person['roles'][number] & { readonly userId: string }

/** Who holds this role and nothing else. */
function holderOf({ companyId }: Context, { userId, delegation, role, nodeId, level }: Held): Person {
  return { kind: 'PERSON', userId, companyId, teamId: null, roles: [{ role, nodeId, level }], delegation }
}
