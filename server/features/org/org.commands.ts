import { randomUUID } from 'node:crypto'
import { DomainError } from '../../domain/errors.js'
import type { OrgLevel, OrgNode } from '../../domain/org-node.js'
import { descriptionOf, nameOf } from '../../domain/text.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { insertInChunks } from '../../platform/database/insert.js'
import { open } from '../../platform/database/interval.js'
import { assertVersion } from '../../platform/database/version.js'
import { loadTree } from './tree.loaders.js'
import { OrgNodeEntity } from './org-node.entity.js'
import { OrgNodePlacementEntity } from './org-node-placement.entity.js'
import { OrgNodeVersionEntity } from './org-node-version.entity.js'
import {
  assertNameIsFree,
  assertNamesStayFree,
  assertParent,
  assertRoom,
  siblingKey,
  type Placed,
} from './org-node.place.js'
import { nodeOf, touchNode } from './org-node.version.js'
import { onNode } from './permission.js'

export interface NewNode {
  readonly level: Exclude<OrgLevel, 'COMPANY'>
  readonly parentId: string
  readonly name: string
  readonly description?: string
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
  const created = nodes.map(({ level, parentId, id = randomUUID(), ...said }) => {
    const node = { id, level, parentId, name: nameOf(said.name, 'name') }
    const description = descriptionOf(said.description ?? '', 'description')
    assertNew(tree, node)
    assertParent(tree, node)
    assertNameIsFree(siblings, node)
    tree.set(id, node)
    return { ...node, description }
  })
  assertRoom(tree.size)
  const { companyId } = tx
  await insertInChunks(
    tx.manager,
    OrgNodeEntity,
    created.map(({ parentId: _, ...node }) => ({ companyId, ...node })),
  )
  await open(
    tx,
    OrgNodePlacementEntity,
    created.map(({ id, parentId }) => ({ nodeId: id, parentId })),
  )
  await assertNamesStayFree(
    tx,
    created.map(({ id }) => id),
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

export interface NodeUpdate {
  readonly nodeId: string
  /** Left out or null: stays. */
  readonly name?: string | null
  readonly description?: string | null
  readonly expectedVersion: number
}

/** @throws DomainError NOT_FOUND, FORBIDDEN, INVALID, DUPLICATE (a sibling's name), VERSION_CONFLICT. */
export function updateNode(ctx: Context, { nodeId, expectedVersion, ...said }: NodeUpdate): Promise<void> {
  return change(ctx, onNode('organise nodes', nodeId), async (tx) => {
    const node = await nodeOf(tx, nodeId)
    const before = { name: node.name, description: await descriptionIn(tx, nodeId) }
    const after = {
      name: nameOf(said.name ?? before.name, 'name'),
      description: descriptionOf(said.description ?? before.description, 'description'),
    }
    if (after.name === before.name && after.description === before.description) return
    assertNameIsFree(await siblingsOf(tx, node), { ...node, name: after.name })
    assertVersion(node.name, node.version, expectedVersion)
    await tx.manager.update(OrgNodeEntity, { companyId: tx.companyId, id: nodeId }, after)
    await touchNode(tx, nodeId)
    tx.record({ action: 'updateNode', nodeId, entityId: nodeId, before, after })
  })
}

async function descriptionIn({ manager, companyId }: Change, id: string): Promise<string> {
  const { description } = await manager.findOneByOrFail(OrgNodeEntity, { companyId, id })
  return description
}

async function siblingsOf(tx: Change, { id }: Placed): Promise<Set<string>> {
  const others = [...(await loadTree(tx, null)).values()].filter((node) => node.id !== id)
  return new Set(others.map(siblingKey))
}

function assertNew(tree: ReadonlyMap<string, Placed>, { id }: Placed): void {
  const known = tree.get(id)
  if (!known) return
  throw new DomainError(
    'DUPLICATE',
    `${known.name} has its place in the tree already: a node has one parent. Move it.`,
    ['id'],
  )
}
