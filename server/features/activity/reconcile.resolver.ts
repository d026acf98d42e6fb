import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import type { LocalDate } from '../../domain/calendar.js'
import type { Context } from '../../platform/context.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { DateScalar } from '../../platform/graphql/scalars.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadTypesById } from './activity-type.loaders.js'
import { ActivityTypeType } from './activity-type.type.js'
import { loadAskedDays } from './asked-days.js'
import { reconcile, type ReconciledSum, type ReconciliationRow } from './reconcile.loaders.js'
import { ReconciledSumType, ReconciliationType } from './reconcile.type.js'

@Resolver(() => ReconciliationType)
export class ReconciliationResolver {
  @Query(() => ReconciliationType, {
    nullable: true,
    description:
      'Adds up the activities of a node once more and compares. Null for a node whose numbers you do not see. At most 400 days.',
  })
  @Policy('see numbers of nodes')
  async reconcile(
    @Arg('nodeId', () => ID, { description: 'The id of the company, a department or a team.' })
    nodeId: string,
    @Arg('from', () => DateScalar, {
      nullable: true,
      description: 'The first day. Left out: 31 days before `to`.',
    })
    from: LocalDate | null,
    @Arg('to', () => DateScalar, {
      nullable: true,
      description: 'The day after the last one. Left out: tomorrow.',
    })
    to: LocalDate | null,
    @Ctx() ctx: Context,
  ): Promise<object | null> {
    return reconcile(ctx, nodeId, await loadAskedDays(ctx, from, to))
  }

  @FieldResolver(() => OrgNodeType, { description: 'The node.' })
  @Policy(WITH_ITS_OBJECT)
  node(@Root() { node }: ReconciliationRow) {
    return node
  }
}

@Resolver(() => ReconciledSumType)
export class ReconciledSumResolver {
  @FieldResolver(() => ActivityTypeType, { description: 'Of which activity type.' })
  @Policy(WITH_ITS_OBJECT)
  async activityType(@Root() { activityTypeId }: ReconciledSum, @Ctx() ctx: Context) {
    return (await loadTypesById(ctx)).get(activityTypeId)
  }
}
