import { randomUUID } from 'node:crypto'
import { DomainError } from '../../domain/errors.js'
import { MAX_ORG_NODES, assertMayHangUnder, type OrgLevel, type OrgNode } from '../../domain/org-node.js'
import { nameOf } from '../../domain/text.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { insertInChunks } from '../../platform/database/insert.js'
import { close, open } from '../../platform/database/interval.js'
import { assertVersion } from '../../platform/database/version.js'
import { loadTree, type TreeNode } from './tree.loaders.js'
import { OrgNodeEntity } from './org-node.entity.js'
import { OrgNodePlacementEntity } from './org-node-placement.entity.js'
import { OrgNodeVersionEntity } from './org-node-version.entity.js'
import { nodeOf, touchNode } from './org-node.version.js'
import { all, onNode } from './permission.js'

export interface NewNode {
  readonly level: Exclude<OrgLevel, 'COMPANY'>
  readonly parentId: string
  readonly name: string
  /** Chosen by the caller when others in the same change refer to it. */
  readonly id?: string
}

/** Answers the id. @throws DomainError as `createNodes`; FORBIDDEN. */
export function createNode(ctx: Context, node: NewNode): Promise<string> {
  return change(
    ctx,
    onNode('organise nodes', node.parentId, 'parentId'),
    async (tx) => (await createNodes(tx, [node]))[0]!,
  )
}

/**
 * Any number of nodes, parents before children; answers their ids. Nothing is inserted unless all can be.
 * @throws DomainError INVALID (name, what hangs where), NOT_FOUND (parent), DUPLICATE (a sibling's name, an id that
 * has its parent already), LIMIT_EXCEEDED.
 */
export async function createNodes(tx: Change, nodes: readonly NewNode[]): Promise<string[]> {
  const tree = new Map<string, OrgNode & { name: string }>(await loadTree(tx, null))
  const siblings = new Set([...tree.values()].map(siblingKey))
  const created = nodes.map(({ level, parentId, name, id = randomUUID() }) => {
    const node = { id, level, parentId, name: nameOf(name, 'name') }
    assertNew(tree, node)
    assertParent(tree, node)
    assertNameIsFree(siblings, node)
    tree.set(id, node)
    return node
  })
  assertRoom(tree.size)
  const { companyId } = tx
  await insertInChunks(
    tx.manager,
    OrgNodeEntity,
    created.map(({ id, level, name }) => ({ companyId, id, level, name })),
  )
  await open(
    tx,
    OrgNodePlacementEntity,
    created.map(({ id, parentId }) => ({ nodeId: id, parentId })),
  )
  await open(
    tx,
    OrgNodeVersionEntity,
    created.map(({ id }) => ({ nodeId: id, version: 1 })),
  )
  for (const node of created)
    tx.record({ action: 'createNode', nodeId: node.id, entityId: node.id, before: null, after: node })
  return created.map(({ id }) => id)
}

export interface NodeMove {
  readonly nodeId: string
  readonly parentId: string
  readonly expectedVersion: number
}

/**
 * Hangs a node under another parent from now on; what it says of key metrics travels with it.
 * @throws DomainError NOT_FOUND, INVALID (what hangs where), DUPLICATE (a sibling's name), VERSION_CONFLICT, FORBIDDEN.
 */
export function moveNode(ctx: Context, { nodeId, parentId, expectedVersion }: NodeMove): Promise<void> {
  const atBothEnds = all(onNode('organise nodes', nodeId), onNode('organise nodes', parentId, 'parentId'))
  return change(ctx, atBothEnds, async (tx) => {
    const node = await nodeOf(tx, nodeId)
    const tree = await loadTree(tx, null)
    if (node.parentId === parentId) return
    const moved = { ...node, parentId }
    assertParent(tree, moved)
    assertNameIsFree(new Set([...tree.values()].map(siblingKey)), moved)
    assertVersion(node.name, node.version, expectedVersion)
    await close(tx, OrgNodePlacementEntity, { nodeId })
    await open(tx, OrgNodePlacementEntity, [{ nodeId, parentId }])
    await touchNode(tx, nodeId)
    tx.record({
      action: 'moveNode',
      nodeId,
      entityId: nodeId,
      before: { parentId: node.parentId },
      after: { parentId },
    })
  })
}

type Named = Pick<TreeNode, 'id' | 'level' | 'parentId' | 'name'>

function siblingKey({ parentId, level, name }: Named): string {
  return `${parentId}/${level}/${name.toLowerCase()}`
}

function assertNew(tree: ReadonlyMap<string, Named>, { id }: Named): void {
  const known = tree.get(id)
  if (!known) return
  throw new DomainError(
    'DUPLICATE',
    `${known.name} has its place in the tree already: a node has one parent. Move it.`,
    ['id'],
  )
}

function assertParent(tree: ReadonlyMap<string, OrgNode>, { level, parentId }: Named): void {
  const parent = parentId === null ? undefined : tree.get(parentId)
  if (!parent) throw new DomainError('NOT_FOUND', 'There is no such parent in your company.', ['parentId'])
  assertMayHangUnder(level, parent.level)
}

function assertNameIsFree(siblings: Set<string>, node: Named): void {
  const key = siblingKey(node)
  if (siblings.has(key)) {
    const message = `There is a ${node.level} named “${node.name}” in that place already. Choose another name.`
    throw new DomainError('DUPLICATE', message, ['name'])
  }
  siblings.add(key)
}

function assertRoom(size: number): void {
  if (size <= MAX_ORG_NODES) return
  throw new DomainError(
    'LIMIT_EXCEEDED',
    `A company has at most ${MAX_ORG_NODES} nodes; this would make ${size}.`,
  )
}
