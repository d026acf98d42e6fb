import type { Remedy } from './diagnosis-remedy.js'
import { pathTo, type OrgNode } from './org-node.js'
import { can } from './policy.js'
import type { Person } from './viewer.js'

/**
 * Which of the candidates may make a fix, those nearest to its node first; otherwise in the order given. `about` is
 * the person whom the diagnosis is about, who makes alone what takes no right.
 */
export function fixersAmong(
  { takes }: Pick<Remedy, 'takes'>,
  nodes: ReadonlyMap<string, OrgNode>,
  candidates: readonly Person[],
  about: string,
): string[] {
  const paths = takes.map(({ action, nodeId }) => ({
    action,
    path: pathTo(nodes, nodeId).map(({ id }) => id),
  }))
  if (paths.length === 0) return [about]
  const able = candidates.filter((candidate) =>
    paths.every(({ action, path }) => can(candidate, action, { path, person: { id: about } }) !== null),
  )
  const path = paths.at(-1)!.path
  const nearness = ({ roles, userId }: Person) =>
    userId === about ? path.length : Math.max(...roles.map(({ nodeId }) => path.indexOf(nodeId)))
  return [...able].sort((a, b) => nearness(b) - nearness(a)).map(({ userId }) => userId)
}
