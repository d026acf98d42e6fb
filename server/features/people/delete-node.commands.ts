import { Any } from 'typeorm'
import {
  assertDeletionTerms,
  assertNothingIsLost,
  type DeletionChoice,
  type DeletionTerms,
} from '../../domain/node-deletion.js'
import { assertCan, type Action } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { change, type Change, type Permission } from '../../platform/database/change.js'
import { close, holdsAt } from '../../platform/database/interval.js'
import { assertVersion } from '../../platform/database/version.js'
import { hang } from '../org/org-node.place.js'
import { OrgNodePlacementEntity } from '../org/org-node-placement.entity.js'
import { nodeOf, touchNodes } from '../org/org-node.version.js'
import { all, onNode } from '../org/permission.js'
import { loadTombstoneInSight, pathOfTombstone } from '../org/tombstone.loaders.js'
import { loadWholeTree, type TreeNode } from '../org/tree.loaders.js'
import { assertIsTeam, assignTeams, touchUsers } from './people.commands.js'
import { RoleAssignmentEntity } from './role-assignment.entity.js'

export interface NodeDeletion extends DeletionTerms {
  readonly nodeId: string
  readonly expectedVersion: number
}

/**
 * Takes a node out of the tree from now on. What was counted, and what it says of key metrics, stays; the roles on it
 * end. Of a node that is gone already, nothing is changed.
 * @throws DomainError NOT_FOUND, FORBIDDEN, INVALID (the company, the choice), VERSION_CONFLICT, NOT_EMPTY, DELETED or
 * DUPLICATE (where teams are to go).
 */
export function deleteNode(ctx: Context, input: NodeDeletion): Promise<void> {
  const { nodeId } = input
  return change(ctx, mayDelete(input), async (tx) => {
    if (await loadTombstoneInSight(tx, nodeId)) return
    const node = await nodeOf(tx, nodeId)
    assertDeletionTerms(node, input)
    assertVersion(node.name, node.version, input.expectedVersion)
    const [teams, members] = [await teamsOf(tx, node), await membersOf(tx, node)]
    assertNothingIsLost(node, { teams, memberCount: members.length }, input)
    await moveTeams(tx, teams, input.moveToId ?? tx.companyId)
    await moveMembers(tx, members, input.moveToId)
    await endRoles(tx, node)
    await close(tx, OrgNodePlacementEntity, { nodeId })
    await touchNodes(tx, [node])
    const { level, name, parentId } = node
    // An entry of where it hung: nobody sees it on a node that is gone.
    tx.record({
      ...{ action: 'deleteNode', nodeId: parentId, entityId: nodeId, after: null },
      before: { level, name, parentId },
    })
  })
}

const AT_THE_OTHER_END: Partial<Record<DeletionChoice, Action>> = {
  MOVE_TEAMS: 'organise nodes',
  MOVE_MEMBERS: 'move people',
}

function mayDelete({ nodeId, choice, moveToId }: NodeDeletion): Permission {
  return async (ctx) => {
    const tombstone = await loadTombstoneInSight(ctx, nodeId)
    if (tombstone) {
      const path = await pathOfTombstone(ctx, tombstone)
      return assertCan(ctx.actor, 'delete nodes', { path }, 'nodeId')
    }
    const there = choice && AT_THE_OTHER_END[choice]
    const here = onNode('delete nodes', nodeId)
    return there && moveToId ? all(here, onNode(there, moveToId, 'moveToId'))(ctx) : here(ctx)
  }
}

async function teamsOf(tx: Change, { id }: TreeNode): Promise<readonly TreeNode[]> {
  return (await loadWholeTree(tx, null)).children.get(id) ?? []
}

async function membersOf({ manager, companyId, at }: Change, { id }: TreeNode): Promise<string[]> {
  const rows = await manager.query<{ userId: string }[]>(
    `SELECT m.user_id AS "userId" FROM membership m WHERE m.company_id = $1 AND m.team_id = $2 AND ${holdsAt('m', '$3')}`,
    [companyId, id, at],
  )
  return rows.map(({ userId }) => userId)
}

async function moveTeams(tx: Change, teams: readonly TreeNode[], parentId: string): Promise<void> {
  if (teams.length > 0) await hang(tx, teams, { parentId, field: 'moveToId' })
}

async function moveMembers(tx: Change, userIds: readonly string[], teamId: string | null): Promise<void> {
  if (userIds.length === 0) return
  if (teamId !== null) assertIsTeam((await nodeOf(tx, teamId, 'moveToId')).level, 'moveToId')
  await assignTeams(
    tx,
    userIds.map((userId) => ({ userId, teamId })),
  )
  await touchUsers(tx, userIds)
}

/** Nobody would see them while the node is gone, nor expect them back with it. */
async function endRoles(tx: Change, { id: nodeId }: TreeNode): Promise<void> {
  const { manager, companyId, at } = tx
  const held = await manager.query<{ id: string; userId: string; role: string }[]>(
    `SELECT r.id, r.user_id AS "userId", r.role FROM role_assignment r
      WHERE r.company_id = $1 AND r.node_id = $2 AND ${holdsAt('r', '$3')}`,
    [companyId, nodeId, at],
  )
  await close(tx, RoleAssignmentEntity, { id: Any(held.map(({ id }) => id)) })
  for (const { id, ...grant } of held)
    tx.record({ action: 'revokeRole', nodeId, entityId: id, before: { ...grant, nodeId }, after: null })
}
