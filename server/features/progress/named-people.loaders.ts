import { namedAmong } from '../../domain/named-parts.js'
import { pathTo } from '../../domain/org-node.js'
import { can } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { eventually } from '../../platform/eventually.js'
import type { Dated } from '../../platform/per-request.js'
import { loadTree } from '../org/tree.loaders.js'
import { loadCover } from '../people/cover.loaders.js'
import { loadUser, type UserRow } from '../people/user.loaders.js'

/**
 * Those of the people behind the numbers of a node of whom the viewer may be told by name what is whose, by id. `ids`
 * are all of them, whatever is counted. What somebody did for a node is seen by whoever sees the people of that node
 * and, still, the person. @throws FORBIDDEN for an API key that may not read people, when there are any.
 */
export async function loadNamedPeople(
  ctx: Context,
  node: Dated,
  ids: readonly string[],
): Promise<ReadonlyMap<string, UserRow>> {
  const [users, path, cover] = await Promise.all([
    Promise.all(ids.map((id) => loadUser(ctx, id, node.asOf))),
    eventually(loadTree(ctx, node.asOf), (tree) => pathTo(tree, node.id).map(({ id }) => id)),
    loadCover(ctx, node.id),
  ])
  const isSeen = ({ id, dataVisibility }: UserRow) => {
    const person = { id, isHidden: dataVisibility === 'HIDDEN' }
    return can(ctx.actor, 'see numbers of people', { path, person }) !== null
  }
  const seen = new Map(users.flatMap((user) => (user && isSeen(user) ? [[user.id, user] as const] : [])))
  const named = namedAmong(ids, (id) => seen.has(id), cover)
  return new Map([...seen].filter(([id]) => named.has(id)))
}
