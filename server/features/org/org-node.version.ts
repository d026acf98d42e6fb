import { Any } from 'typeorm'
import { DomainError } from '../../domain/errors.js'
import type { Change } from '../../platform/database/change.js'
import { close, open } from '../../platform/database/interval.js'
import { loadTree, type TreeNode } from './tree.loaders.js'
import { OrgNodeVersionEntity } from './org-node-version.entity.js'

/** The node as the change found it. @throws DomainError NOT_FOUND naming the input field. */
export async function nodeOf(tx: Change, id: string, field = 'nodeId'): Promise<TreeNode> {
  const node = (await loadTree(tx, null)).get(id)
  if (node) return node
  throw new DomainError('NOT_FOUND', 'There is no such node in your company.', [field])
}

/**
 * Makes the next version of a node, once in a change, so that who read it before is told; it holds from when the change
 * is made, also of one that is dated back.
 */
export async function touchNode(tx: Change, nodeId: string): Promise<void> {
  await touchNodes(tx, [await nodeOf(tx, nodeId)])
}

/** As `touchNode`, for any number; also of nodes that are not in the tree. */
export async function touchNodes(
  tx: Change,
  nodes: readonly Pick<TreeNode, 'id' | 'version'>[],
): Promise<void> {
  const { made = tx } = tx
  await close(made, OrgNodeVersionEntity, { nodeId: Any(nodes.map(({ id }) => id)) })
  await open(
    made,
    OrgNodeVersionEntity,
    nodes.map(({ id, version }) => ({ nodeId: id, version: version + 1 })),
  )
}
