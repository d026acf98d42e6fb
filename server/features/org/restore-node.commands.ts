import { assertCan } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { change, type Change, type Permission } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { assertNameIsFree, assertParent, assertRoom, place, siblingKey } from './org-node.place.js'
import { touchNodes } from './org-node.version.js'
import { all, onNode } from './permission.js'
import { loadTombstoneInSight, pathOfTombstone, type Tombstone } from './tombstone.loaders.js'
import { loadTree } from './tree.loaders.js'

export interface NodeRestoration {
  readonly nodeId: string
  /** Left out or null: where it hung. */
  readonly parentId?: string | null
  readonly expectedVersion: number
}

/**
 * Takes a deleted node up again, with what it says of key metrics. Its people, its teams and the roles on it have gone
 * elsewhere or ended, and stay so. Of a node that is there, nothing is changed.
 * @throws DomainError NOT_FOUND, DELETED (the parent), DUPLICATE (a sibling's name), INVALID, LIMIT_EXCEEDED,
 * VERSION_CONFLICT, FORBIDDEN.
 */
export function restoreNode(
  ctx: Context,
  { nodeId, parentId, expectedVersion }: NodeRestoration,
): Promise<void> {
  return change(ctx, mayRestore(nodeId, parentId ?? null), async (tx) => {
    const tombstone = await loadTombstoneInSight(tx, nodeId)
    if (!tombstone) return
    assertVersion(tombstone.name, tombstone.version, expectedVersion)
    const restored = { ...tombstone, parentId: parentId ?? tombstone.parentId }
    await assertPlace(tx, restored)
    await place(tx, [nodeId], restored.parentId)
    await touchNodes(tx, [tombstone])
    const { level, name } = restored
    tx.record({
      ...{ action: 'restoreNode', nodeId, entityId: nodeId, before: null },
      after: { level, name, parentId: restored.parentId },
    })
  })
}

/** The right at the node, and where it is to hang. Below a department that is gone nothing can hang. */
function mayRestore(nodeId: string, parentId: string | null): Permission {
  return async (ctx) => {
    const tombstone = await loadTombstoneInSight(ctx, nodeId)
    if (!tombstone) return onNode('organise nodes', nodeId)(ctx)
    const there = onNode('organise nodes', parentId ?? tombstone.parentId, 'parentId')
    return all(atTombstone(tombstone), there)(ctx)
  }
}

function atTombstone(tombstone: Tombstone): Permission {
  return async (ctx) => {
    const path = await pathOfTombstone(ctx, tombstone)
    return assertCan(ctx.actor, 'organise nodes', { path }, 'nodeId')
  }
}

async function assertPlace(tx: Change, node: Tombstone): Promise<void> {
  const tree = await loadTree(tx, null)
  assertParent(tree, node)
  assertNameIsFree(new Set([...tree.values()].map(siblingKey)), node)
  assertRoom(tree.size + 1)
}
