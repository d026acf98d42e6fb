import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { changesOf } from '../../domain/audit.js'
import type { Context } from '../../platform/context.js'
import { PageArgs, pageOf } from '../../platform/graphql/connection.js'
import { Policy, SIGNED_IN, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { AuditChangeType } from '../audit/audit-entry.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadUser } from '../people/user.loaders.js'
import { UserType } from '../people/user.type.js'
import { cancelScheduledChange } from './cancel-scheduled-change.commands.js'
import {
  loadScheduledChange,
  loadScheduledChanges,
  type ScheduledChangeRow,
} from './scheduled-change.loaders.js'
import {
  CancelScheduledChangeInput,
  ScheduledChangeConnection,
  ScheduledChangeFilter,
  ScheduledChangeType,
} from './scheduled-change.type.js'

const CancelPayload = payloadType('CancelScheduledChange', 'scheduledChange', () => ScheduledChangeType)

@Resolver(() => ScheduledChangeType)
export class ScheduledChangeResolver {
  @Query(() => ScheduledChangeConnection, {
    description:
      'What is to change, by date. A company admin reads everything; who runs a department or a team, what is about it and what is below; everybody, what they scheduled themselves.',
  })
  @Policy('see the audit log')
  scheduledChanges(
    @Arg('filter', () => ScheduledChangeFilter, {
      nullable: true,
      description: 'Without it: everything that is to come and that you may see.',
    })
    filter: ScheduledChangeFilter | null,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() ctx: Context,
  ) {
    return loadScheduledChanges(ctx, filter ?? {}, pageOf(page))
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'The node it is about; null when it is about none, and when you do not see it.',
  })
  @Policy('see the levels above')
  node(@Root() { nodeId }: ScheduledChangeRow, @Ctx() ctx: Context) {
    return nodeId && loadOrgNode(ctx, nodeId, null)
  }

  @FieldResolver(() => UserType, {
    nullable: true,
    description: 'Who scheduled it, and as whom it is made; null for a person you do not see.',
  })
  @Policy('see people')
  scheduledBy(@Root() { scheduledBy }: ScheduledChangeRow, @Ctx() ctx: Context) {
    return loadUser(ctx, scheduledBy, null)
  }

  @FieldResolver(() => [AuditChangeType], {
    description: 'The input of the mutation, field by field, as `after`; `before` is null.',
  })
  @Policy(WITH_ITS_OBJECT)
  input(@Root() { input }: ScheduledChangeRow) {
    return changesOf(null, input)
  }

  @Mutation(() => CancelPayload, {
    description:
      'Gives up a change that is to come. By who scheduled it, and by who administers the node. Repeating the call changes nothing.',
  })
  @Policy(SIGNED_IN)
  async cancelScheduledChange(
    @Arg('input', () => CancelScheduledChangeInput, { description: 'What to do.' })
    input: CancelScheduledChangeInput,
    @Ctx() ctx: Context,
  ) {
    const { entity, userErrors } = await withUserErrors(
      () => cancelScheduledChange(ctx, input),
      () => loadScheduledChange(ctx, input.scheduledChangeId),
    )
    return { scheduledChange: entity, userErrors }
  }
}
