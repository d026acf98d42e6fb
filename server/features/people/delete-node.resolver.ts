import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { deletionChoices } from '../../domain/node-deletion.js'
import type { Context } from '../../platform/context.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { EffectiveAt } from '../../platform/graphql/effective-at.js'
import { Policy } from '../../platform/graphql/policy.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadChildren, loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { loadTombstoneInSight } from '../org/tombstone.loaders.js'
import { deleteNode } from './delete-node.commands.js'
import { DeleteNodeInput, DeleteNodePayload, type DeletionObstacleType } from './delete-node.type.js'
import { countMembers } from './people-list.loaders.js'

@Resolver()
export class DeleteNodeResolver {
  @Policy('delete nodes')
  @DryRun()
  @EffectiveAt()
  @Mutation(() => DeleteNodePayload, {
    description:
      'Takes a department or a team out of the tree from now on. Its past stays, with what was counted; it can be restored, with what it says of key metrics. The roles on it end, and the API keys bound to it count no more while it is gone. A department is deleted by company admins, a team also by the admins of its department. Repeating the call changes nothing.',
  })
  async deleteNode(
    @Arg('input', () => DeleteNodeInput, { description: 'What to do.' }) input: DeleteNodeInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteNodePayload> {
    const { nodeId, choice = null, moveToId = null } = input
    const run = () => deleteNode(ctx, { ...input, choice, moveToId })
    const { entity, userErrors } = await withUserErrors(run, () => loadTombstoneInSight(ctx, nodeId))
    const code = userErrors[0]?.code
    const isShown = code === 'NOT_EMPTY' || code === 'VERSION_CONFLICT'
    const node = isShown ? await nullWhereForbidden(() => loadOrgNode(ctx, nodeId, null)) : null
    const obstacle = node && code === 'NOT_EMPTY' ? await loadObstacle(ctx, node) : null
    return { deletedNode: entity, node, obstacle, userErrors }
  }
}

async function loadObstacle(ctx: Context, node: OrgNodeRow): Promise<DeletionObstacleType> {
  const [teams, memberCount] = await Promise.all([loadChildren(ctx, node, 'TEAM'), countMembers(ctx, node)])
  return { teams, memberCount, choices: deletionChoices(node.level) }
}
