import { DomainError } from './errors.js'

export const ORG_LEVELS = ['COMPANY', 'DEPARTMENT', 'TEAM'] as const
export type OrgLevel = (typeof ORG_LEVELS)[number]

/** A company is read whole, so its tree is bounded. */
export const MAX_ORG_NODES = 10_000

export interface OrgNode {
  readonly id: string
  readonly level: OrgLevel
  /** Null for the company only. */
  readonly parentId: string | null
}

const PARENTS: Record<OrgLevel, readonly OrgLevel[]> = {
  COMPANY: [],
  DEPARTMENT: ['COMPANY'],
  TEAM: ['COMPANY', 'DEPARTMENT'],
}

/**
 * The three levels leave no room for a cycle: whatever passes here hangs under something strictly higher.
 * @throws DomainError INVALID naming what may hang where.
 */
export function assertMayHangUnder(level: OrgLevel, parentLevel: OrgLevel, field = 'parentId'): void {
  if (PARENTS[level].includes(parentLevel)) return
  const allowed = PARENTS[level].map((name) => `a ${name}`).join(' or ') || 'nothing'
  throw new DomainError('INVALID', `A ${level} hangs under ${allowed}, not under a ${parentLevel}.`, [field])
}

/** The nodes from the company down to `id`; empty when `id` is not in the tree. */
export function pathTo<N extends Pick<OrgNode, 'id' | 'parentId'>>(
  nodes: ReadonlyMap<string, N>,
  id: string,
): N[] {
  const path: N[] = []
  for (let node = nodes.get(id); node; node = node.parentId === null ? undefined : nodes.get(node.parentId)) {
    path.unshift(node)
  }
  return path
}

/** The lowest node that is on all of these paths, which go down from the company; null for no paths. */
export function lowestOnAll(paths: readonly (readonly string[])[]): string | null {
  const [first = [], ...rest] = paths
  return first.findLast((id) => rest.every((path) => path.includes(id))) ?? null
}

/** The ids of the node itself and of all that hangs below it; `children` by the id of their parent. */
export function subtreeOf(
  children: ReadonlyMap<string, readonly Pick<OrgNode, 'id'>[]>,
  id: string,
): string[] {
  return [id, ...(children.get(id) ?? []).flatMap((child) => subtreeOf(children, child.id))]
}

/** Every node with its parent before it, siblings in the order given. */
export function topDown<N extends OrgNode>(nodes: readonly N[]): N[] {
  return [...nodes].sort((a, b) => ORG_LEVELS.indexOf(a.level) - ORG_LEVELS.indexOf(b.level))
}
