import type { Context } from '../../platform/context.js'
import { change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { hang } from './org-node.place.js'
import { nodeOf } from './org-node.version.js'
import { all, onNode } from './permission.js'

export interface NodeMove {
  readonly nodeId: string
  readonly parentId: string
  readonly expectedVersion: number
}

/**
 * Hangs a node under another parent from now on; what it says of key metrics travels with it.
 * @throws DomainError NOT_FOUND, DELETED, INVALID (what hangs where), DUPLICATE (a sibling's name), VERSION_CONFLICT,
 * FORBIDDEN.
 */
export function moveNode(ctx: Context, { nodeId, parentId, expectedVersion }: NodeMove): Promise<void> {
  const atBothEnds = all(onNode('organise nodes', nodeId), onNode('organise nodes', parentId, 'parentId'))
  return change(ctx, atBothEnds, async (tx) => {
    const node = await nodeOf(tx, nodeId)
    if (node.parentId === parentId) return
    assertVersion(node.name, node.version, expectedVersion)
    await hang(tx, [node], { parentId, field: 'parentId' })
  })
}
