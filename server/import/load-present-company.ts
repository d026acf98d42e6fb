import { topDown } from '../domain/org-node.js'
import { loadTree, type TreeNode } from '../features/org/tree.loaders.js'
import { loadGrants, loadRoster } from '../features/people/roster.loaders.js'
import type { Context } from '../platform/context.js'
import { COMPANY_PLACE, grantKey, placeIn, type NodePlace, type PresentCompany } from './present-company.js'

/** Everything an import is compared with, as of one state of the company. */
export async function loadPresentCompany(ctx: Context): Promise<PresentCompany> {
  const tree = await loadTree(ctx, null)
  const roster = await loadRoster(ctx)
  const grants = await loadGrants(ctx)
  const isAdmin = new Set(
    grants.flatMap(({ userId, nodeId, role }) =>
      role === 'ADMIN' && nodeId === ctx.companyId ? [userId] : [],
    ),
  )
  return {
    name: tree.get(ctx.companyId)?.name ?? '',
    nodeIds: new Map([...placesOf([...tree.values()])].map(([id, place]) => [place, id])),
    nodeNames: new Map([...tree.values()].map(({ id, name }) => [id, name])),
    people: new Map(roster.map(({ email, ...person }) => [email, person])),
    grants: new Set(grants.map(({ userId, nodeId, role }) => grantKey(userId, nodeId, role))),
    admins: roster.filter(({ id, isActive }) => isActive && isAdmin.has(id)).map(({ email }) => email),
  }
}

function placesOf(nodes: readonly TreeNode[]): Map<string, NodePlace> {
  const places = new Map<string, NodePlace>()
  for (const { id, level, parentId, name } of topDown(nodes)) {
    const isRoot = level === 'COMPANY' || parentId === null
    places.set(id, isRoot ? COMPANY_PLACE : placeIn(places.get(parentId) ?? COMPANY_PLACE, level, name))
  }
  return places
}
