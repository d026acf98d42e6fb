import { fixersAmong } from '../../domain/diagnosis-fixers.js'
import type { Fix } from '../../domain/diagnosis-fixes.js'
import { pathTo } from '../../domain/org-node.js'
import type { Person } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { loadDelegation } from '../org/delegation.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { selfOf } from '../people/people-sight.js'
import { loadRolesOn } from '../people/role-assignment.loaders.js'
import { loadUser, type UserRow } from '../people/user.loaders.js'

export interface FixRow extends Fix {
  /** Whom the diagnosis is about. */
  readonly person: Person
}

/** Nobody reads on. */
const MAX_FIXERS = 10

/**
 * Who may make the fix: the viewer, if the viewer may, then those nearest to its node; active people whom the viewer
 * sees. Three statements for any number of fixes.
 */
export async function loadFixers(ctx: Context, { person, ...fix }: FixRow): Promise<UserRow[]> {
  const [nodes, delegation] = await Promise.all([loadTree(ctx, null), loadDelegation(ctx)])
  const path = new Set(fix.takes.flatMap(({ nodeId }) => pathTo(nodes, nodeId).map(({ id }) => id)))
  const roles = groupBy(await loadRolesOn(ctx, [...path]), ({ userId }) => userId)
  const holders = [...roles].map(([userId, held]): Person => {
    const own = held.map(({ role, nodeId }) => ({ role, nodeId, level: nodes.get(nodeId)!.level }))
    return { kind: 'PERSON', userId, companyId: ctx.companyId, teamId: null, roles: own, delegation }
  })
  const candidates = roles.has(person.userId) ? holders : [person, ...holders]
  const able = fixersAmong(fix, nodes, candidates, person.userId)
  const ids = [...able].sort((a, b) => Number(b === selfOf(ctx)) - Number(a === selfOf(ctx)))
  const users = await Promise.all(ids.map((id) => loadUser(ctx, id, null)))
  return users.flatMap((user) => (user?.status === 'ACTIVE' ? [user] : [])).slice(0, MAX_FIXERS)
}
