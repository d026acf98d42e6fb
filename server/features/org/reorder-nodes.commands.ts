import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { nodeOf, touchNode } from './org-node.version.js'
import { onNode } from './permission.js'
import { loadWholeTree, type TreeNode } from './tree.loaders.js'

export interface NodeOrder {
  readonly parentId: string
  /** The first ones, in order; the others stand behind them by name. */
  readonly nodeIds: readonly string[]
  readonly expectedVersion: number
}

/** @throws DomainError NOT_FOUND (parent, what does not hang under it), INVALID (twice), VERSION_CONFLICT, FORBIDDEN. */
export function reorderNodes(ctx: Context, { parentId, nodeIds, expectedVersion }: NodeOrder): Promise<void> {
  return change(ctx, onNode('organise nodes', parentId, 'parentId'), async (tx) => {
    const parent = await nodeOf(tx, parentId, 'parentId')
    const children = (await loadWholeTree(tx, null)).children.get(parentId) ?? []
    assertChildren(parent, children, nodeIds)
    const before = children.filter(({ position }) => position !== null).map(({ id }) => id)
    if (before.join() === nodeIds.join()) return
    assertVersion(parent.name, parent.version, expectedVersion)
    await setPositions(tx, children, nodeIds)
    await touchNode(tx, parentId)
    tx.record({
      ...{ action: 'reorderNodes', nodeId: parentId, entityId: parentId },
      ...{ before: { nodeIds: before }, after: { nodeIds } },
    })
  })
}

function assertChildren({ name }: TreeNode, children: readonly TreeNode[], nodeIds: readonly string[]): void {
  const isChild = new Set(children.map(({ id }) => id))
  nodeIds.forEach((id, index) => {
    const path = ['nodeIds', String(index)]
    if (!isChild.has(id)) throw new DomainError('NOT_FOUND', `No such node hangs under ${name}.`, path)
    if (nodeIds.indexOf(id) < index)
      throw new DomainError('INVALID', 'The node is there twice; name each once.', path)
  })
}

async function setPositions(
  { manager, companyId }: Change,
  children: readonly TreeNode[],
  nodeIds: readonly string[],
): Promise<void> {
  await manager.query(
    `UPDATE org_node n SET position = array_position($3::uuid[], n.id)
      WHERE n.company_id = $1 AND n.id = ANY($2::uuid[])`,
    [companyId, children.map(({ id }) => id), nodeIds],
  )
}
