import { Any } from 'typeorm'
import { DomainError } from '../../domain/errors.js'
import { assertMayHangUnder, MAX_ORG_NODES, type OrgNode } from '../../domain/org-node.js'
import type { Change } from '../../platform/database/change.js'
import { isDatedBack } from '../../platform/database/dated-back.js'
import { close, open } from '../../platform/database/interval.js'
import { OrgNodeEntity } from './org-node.entity.js'
import { OrgNodePlacementEntity } from './org-node-placement.entity.js'
import { touchNodes } from './org-node.version.js'
import { loadTree, type TreeNode } from './tree.loaders.js'

export type Placed = Pick<TreeNode, 'id' | 'level' | 'parentId' | 'name'>

/** Two siblings of one level have two names. */
export function siblingKey({ parentId, level, name }: Placed): string {
  return `${parentId}/${level}/${name.toLowerCase()}`
}

/** @throws DomainError NOT_FOUND, INVALID (what hangs where). */
export function assertParent(
  tree: ReadonlyMap<string, OrgNode>,
  { level, parentId }: Placed,
  field = 'parentId',
): void {
  const parent = parentId === null ? undefined : tree.get(parentId)
  if (!parent) throw new DomainError('NOT_FOUND', 'There is no such parent in your company.', [field])
  assertMayHangUnder(level, parent.level, field)
}

/** Adds the node to its siblings. @throws DomainError DUPLICATE. */
export function assertNameIsFree(siblings: Set<string>, node: Placed, field = 'name'): void {
  const key = siblingKey(node)
  if (siblings.has(key)) {
    const message = `There is a ${node.level} named “${node.name}” in that place already. Choose another name.`
    throw new DomainError('DUPLICATE', message, [field])
  }
  siblings.add(key)
}

/**
 * Nor does a sibling of the name come later, for as long as a node hangs where a change that is dated back has put it.
 * @throws DomainError DUPLICATE.
 */
export async function assertNamesStayFree(tx: Change, nodeIds: readonly string[]): Promise<void> {
  if (!isDatedBack(tx)) return
  const later = await tx.manager.query<(Placed & { readonly other: string; readonly since: Date })[]>(
    `SELECT n.id, n.level, p.parent_id AS "parentId", n.name, o.name AS other, q.valid_from AS since
       FROM org_node_placement p
       JOIN org_node n ON n.company_id = $1 AND n.id = p.node_id
       JOIN org_node_placement q ON q.company_id = $1 AND q.parent_id = p.parent_id AND q.node_id <> p.node_id
                                AND p.valid_from < q.valid_from AND q.valid_from < p.valid_to
       JOIN org_node o ON o.company_id = $1 AND o.id = q.node_id AND o.level = n.level
      WHERE p.company_id = $1 AND p.node_id = ANY($2::uuid[]) AND p.valid_from = $3
      ORDER BY q.valid_from`,
    [tx.companyId, nodeIds, tx.at],
  )
  const taken = later.find((node) => siblingKey(node) === siblingKey({ ...node, name: node.other }))
  if (!taken) return
  const { level, name, since } = taken
  const message = `There is a ${level} named “${name}” in that place from ${since.toISOString()} on. Choose another name.`
  throw new DomainError('DUPLICATE', message, ['name'])
}

/** @throws DomainError LIMIT_EXCEEDED. */
export function assertRoom(size: number): void {
  if (size <= MAX_ORG_NODES) return
  throw new DomainError(
    'LIMIT_EXCEEDED',
    `A company has at most ${MAX_ORG_NODES} nodes; this would make ${size}.`,
  )
}

/**
 * Hangs nodes under another parent from now on, behind those that were put in an order there. Each is an entry of the
 * log. @throws DomainError NOT_FOUND, INVALID naming `field`, DUPLICATE.
 */
export async function hang(
  tx: Change,
  nodes: readonly TreeNode[],
  { parentId, field }: { readonly parentId: string; readonly field: string },
): Promise<void> {
  const tree = await loadTree(tx, null)
  const siblings = new Set([...tree.values()].map(siblingKey))
  for (const node of nodes) {
    assertParent(tree, { ...node, parentId }, field)
    assertNameIsFree(siblings, { ...node, parentId })
  }
  const nodeId = Any(nodes.map(({ id }) => id))
  await close(tx, OrgNodePlacementEntity, { nodeId })
  await place(
    tx,
    nodes.map(({ id }) => id),
    parentId,
  )
  await touchNodes(tx, nodes)
  for (const { id, parentId: from } of nodes)
    tx.record({
      ...{ action: 'moveNode', nodeId: id, fromNodeId: from, entityId: id },
      ...{ before: { parentId: from }, after: { parentId } },
    })
}

/**
 * Gives nodes that hang nowhere their place, among siblings that they were never put in an order with.
 * @throws DomainError DUPLICATE.
 */
export async function place(tx: Change, nodeIds: readonly string[], parentId: string): Promise<void> {
  const { manager, companyId } = tx
  await open(
    tx,
    OrgNodePlacementEntity,
    nodeIds.map((nodeId) => ({ nodeId, parentId })),
  )
  await assertNamesStayFree(tx, nodeIds)
  await manager.update(OrgNodeEntity, { companyId, id: Any([...nodeIds]) }, { position: null })
}
