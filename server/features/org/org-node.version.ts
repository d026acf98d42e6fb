import { DomainError } from '../../domain/errors.js'
import type { Change } from '../../platform/database/change.js'
import { loadTree, type TreeNode } from './org.loaders.js'
import { OrgNodeEntity } from './org-node.entity.js'

/** The node as the change found it. @throws DomainError NOT_FOUND naming the input field. */
export async function nodeOf(tx: Change, id: string, field = 'nodeId'): Promise<TreeNode> {
  const node = (await loadTree(tx, null)).get(id)
  if (node) return node
  throw new DomainError('NOT_FOUND', 'There is no such node in your company.', [field])
}

/** Marks a node as changed, so that who read it before is told. */
export async function touchNode({ manager, companyId }: Change, id: string): Promise<void> {
  await manager.increment(OrgNodeEntity, { companyId, id }, 'version', 1)
}
