import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { Policy } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { NULL_ABOVE, OrgNodeType, TeamType } from '../org/org-node.type.js'
import { disableActivityType, enableActivityType } from './activity-logger.commands.js'
import { DisableActivityTypeInput, EnableActivityTypeInput } from './activity-logger.inputs.js'
import { loadEnabledTypes, loadVisibleLogger, type EnabledRow } from './activity-logger.loaders.js'
import { EnabledActivityTypeType } from './activity-logger.type.js'
import { ActivityTypeType } from './activity-type.type.js'

const EnablePayload = payloadType('EnableActivityType', 'node', () => OrgNodeType)
const DisablePayload = payloadType('DisableActivityType', 'node', () => OrgNodeType)

const INPUT = { description: 'What to do.' }
const REPEAT = 'Repeating the call changes nothing. Admins of the node, and its managers where delegated.'

@Resolver(() => OrgNodeType)
export class OrgNodeActivityTypesResolver {
  @FieldResolver(() => [EnabledActivityTypeType], {
    nullable: true,
    description: `What can be logged on it and below, by name: active types that it or a node above enables. ${NULL_ABOVE}`,
  })
  @Policy('see key metrics')
  activityTypes(
    @Root() node: OrgNodeType,
    @Args(() => AsOfArgs) { asOf = node.asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadEnabledTypes(ctx, { id: node.id, asOf })
  }

  @Mutation(() => EnablePayload, {
    description: `Offers an activity type on a node and below. ${REPEAT}`,
  })
  @Policy('configure activity types')
  enableActivityType(
    @Arg('input', () => EnableActivityTypeInput, INPUT) input: EnableActivityTypeInput,
    @Ctx() ctx: Context,
  ) {
    return nodePayload(ctx, input.nodeId, () => enableActivityType(ctx, input))
  }

  @Mutation(() => DisablePayload, {
    description: `Takes back that a node itself offers an activity type; what a node above offers stays. ${REPEAT}`,
  })
  @Policy('configure activity types')
  disableActivityType(
    @Arg('input', () => DisableActivityTypeInput, INPUT) input: DisableActivityTypeInput,
    @Ctx() ctx: Context,
  ) {
    return nodePayload(ctx, input.nodeId, () => disableActivityType(ctx, input))
  }
}

@Resolver(() => EnabledActivityTypeType)
export class EnabledActivityTypeResolver {
  @FieldResolver(() => OrgNodeType, { description: 'The nearest node, from here upwards, that enables it.' })
  @Policy('see the levels above')
  enabledAt(@Root() { enabledAt, asOf }: EnabledRow, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, enabledAt, asOf)
  }
}

@Resolver(() => TeamType)
export class ActivityLoggerResolver {
  @FieldResolver(() => [ActivityTypeType], {
    description: 'What its members may log now, by name: the present, also of a team read as of the past.',
  })
  @Policy('see key metrics')
  activityLogger(@Root() { id }: TeamType, @Ctx() ctx: Context) {
    return loadVisibleLogger(ctx, id)
  }
}

async function nodePayload(ctx: Context, nodeId: string, run: () => Promise<void>) {
  const { entity, userErrors } = await withUserErrors(run, () => loadOrgNode(ctx, nodeId, null))
  return { node: entity, userErrors }
}
