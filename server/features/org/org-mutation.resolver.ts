import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { EffectiveAt } from '../../platform/graphql/effective-at.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { moveNode } from './move-node.commands.js'
import { createNode, updateNode } from './org.commands.js'
import {
  CreateNodeInput,
  MoveNodeInput,
  ReorderNodesInput,
  RestoreNodeInput,
  UpdateNodeInput,
} from './org.inputs.js'
import { loadOrgNode } from './org.loaders.js'
import { CompanyType, OrgNodeType } from './org-node.type.js'
import { reorderNodes } from './reorder-nodes.commands.js'
import { restoreNode } from './restore-node.commands.js'
import { loadTombstoneInSight, loadTombstones, type Tombstone } from './tombstone.loaders.js'
import { DeletedNodeConnection, DeletedNodeType, RestoreNodePayload } from './tombstone.type.js'

const CreatePayload = payloadType('CreateNode', 'node', () => OrgNodeType)
const UpdatePayload = payloadType('UpdateNode', 'node', () => OrgNodeType)
const ReorderPayload = payloadType('ReorderNodes', 'node', () => OrgNodeType)
const MovePayload = payloadType('MoveNode', 'node', () => OrgNodeType)

const INPUT = { description: 'What to do.' }
const WHO = 'By company admins, and by department admins in their department.'

@Resolver()
export class OrgMutationResolver {
  @Policy('organise nodes')
  @DryRun()
  @EffectiveAt()
  @Mutation(() => CreatePayload, {
    description: `Creates a department or a team; what is in force above is in force on it at once. ${WHO}`,
  })
  createNode(@Arg('input', () => CreateNodeInput, INPUT) input: CreateNodeInput, @Ctx() ctx: Context) {
    return nodePayload(ctx, () => createNode(ctx, input))
  }

  @Policy('organise nodes')
  @DryRun()
  @Mutation(() => UpdatePayload, {
    description: `Gives a node another name or description. ${WHO} Repeating the call changes nothing.`,
  })
  updateNode(@Arg('input', () => UpdateNodeInput, INPUT) input: UpdateNodeInput, @Ctx() ctx: Context) {
    return nodePayload(ctx, () => updateNode(ctx, input).then(() => input.nodeId), input.nodeId)
  }

  @Policy('organise nodes')
  @DryRun()
  @Mutation(() => ReorderPayload, {
    description: `Puts what hangs under a node in an order; every list of siblings follows it. Answers the node above. ${WHO} Repeating the call changes nothing.`,
  })
  reorderNodes(@Arg('input', () => ReorderNodesInput, INPUT) input: ReorderNodesInput, @Ctx() ctx: Context) {
    return nodePayload(ctx, () => reorderNodes(ctx, input).then(() => input.parentId), input.parentId)
  }

  @Policy('organise nodes')
  @DryRun()
  @EffectiveAt()
  @Mutation(() => MovePayload, {
    description: `Hangs a team under another department or under the company, from now on; what it says of key metrics goes with it, and what was counted stays where it was. The right is needed at both ends. ${WHO} Repeating the call changes nothing.`,
  })
  moveNode(@Arg('input', () => MoveNodeInput, INPUT) input: MoveNodeInput, @Ctx() ctx: Context) {
    return nodePayload(ctx, () => moveNode(ctx, input).then(() => input.nodeId), input.nodeId)
  }

  @Policy('organise nodes')
  @DryRun()
  @EffectiveAt()
  @Mutation(() => RestoreNodePayload, {
    description: `Takes a deleted node up again under its old id, with what it says of key metrics and the API keys bound to it. The people, teams and roles it had have gone elsewhere or ended, and stay so. ${WHO} Repeating the call changes nothing.`,
  })
  async restoreNode(
    @Arg('input', () => RestoreNodeInput, INPUT) input: RestoreNodeInput,
    @Ctx() ctx: Context,
  ): Promise<RestoreNodePayload> {
    const { nodeId } = input
    const payload = await nodePayload(ctx, () => restoreNode(ctx, input).then(() => nodeId), nodeId)
    return { ...payload, deletedNode: payload.node ? null : await loadTombstoneInSight(ctx, nodeId) }
  }
}

@Resolver(() => DeletedNodeType)
export class DeletedNodeResolver {
  @Policy('see the levels above')
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'Where it hung, as that is at present; null when that is gone as well.',
  })
  parent(@Root() { parentId }: Tombstone, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, parentId, null)
  }
}

@Resolver(() => CompanyType)
export class DeletedNodesResolver {
  @Policy('organise nodes')
  @FieldResolver(() => DeletedNodeConnection, {
    description:
      'The departments and teams that are gone at present, the last deleted first; those that you may restore where they hung.',
  })
  deletedNodes(@Args(() => PageArgs) page: PageArgs, @Ctx() ctx: Context) {
    return loadTombstones(ctx, pageOf(page))
  }
}

async function nodePayload(ctx: Context, run: () => Promise<string>, present = '') {
  const { entity, userErrors } = await withUserErrors(run, (id) => loadOrgNode(ctx, id ?? present, null))
  return { node: entity, userErrors }
}
