import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import type { EffectiveKeyMetric } from '../../domain/effective-key-metric.js'
import type { KeyMetricKind } from '../../domain/metric.js'
import type { Context } from '../../platform/context.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { Shared, SharedList } from '../../platform/graphql/execution/sharing.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { KeyMetricKindEnum } from '../metric/metric.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { NULL_ABOVE, OrgNodeType } from '../org/org-node.type.js'
import type { EffectiveRow } from './in-force.loaders.js'
import {
  loadEffectiveKeyMetrics,
  loadExplanation,
  loadInheritsKeyMetrics,
  loadOwnRules,
} from './key-metric.loaders.js'
import {
  EffectiveKeyMetricType,
  KeyMetricLockType,
  KeyMetricRuleType,
  KeyMetricStatusReportType,
} from './key-metric.type.js'

@ArgsType()
class EffectiveArgs extends AsOfArgs {
  @Field(() => KeyMetricKindEnum, { nullable: true, description: 'Only those of this kind; without it all.' })
  kind: KeyMetricKind | null
}

@Resolver(() => OrgNodeType)
export class OrgNodeKeyMetricsResolver {
  @FieldResolver(() => [EffectiveKeyMetricType], {
    nullable: true,
    description: `The key metrics in force: PRIMARY before SECONDARY, then by the level that defined them, position and key. ${NULL_ABOVE}`,
  })
  @Policy('see key metrics')
  @SharedList()
  effectiveKeyMetrics(
    @Root() node: OrgNodeType,
    @Args(() => EffectiveArgs) args: EffectiveArgs,
    @Ctx() ctx: Context,
  ) {
    const { asOf = node.asOf, kind = null } = args
    return loadEffectiveKeyMetrics(ctx, { id: node.id, asOf }, kind)
  }

  @FieldResolver(() => [KeyMetricRuleType], {
    nullable: true,
    description: `What the node itself says, dormant rules included. ${NULL_ABOVE}`,
  })
  @Policy('see key metrics')
  keyMetricRules(
    @Root() node: OrgNodeType,
    @Args(() => AsOfArgs) { asOf = node.asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadOwnRules(ctx, { id: node.id, asOf })
  }

  @FieldResolver(() => KeyMetricStatusReportType, {
    nullable: true,
    description: `Why a metric is, or is not, in force here. Null for an unknown metric. ${NULL_ABOVE}`,
  })
  @Policy('see key metrics')
  keyMetricStatus(
    @Root() node: OrgNodeType,
    @Arg('metricId', () => ID, { description: 'Which metric of the catalogue.' }) metricId: string,
    @Args(() => AsOfArgs) { asOf = node.asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadExplanation(ctx, { id: node.id, asOf }, metricId)
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: `False: it starts from nothing but what is mandatory. ${NULL_ABOVE}`,
  })
  @Policy('see key metrics')
  inheritsKeyMetrics(@Root() node: OrgNodeType, @Ctx() ctx: Context) {
    return loadInheritsKeyMetrics(ctx, node)
  }
}

@Resolver(() => EffectiveKeyMetricType)
export class EffectiveKeyMetricResolver {
  @FieldResolver(() => String, { description: 'What to call it on this node.' })
  @Policy(WITH_ITS_OBJECT)
  @Shared()
  label(@Root() { label, metric }: EffectiveRow): string {
    return label ?? metric.name
  }

  @FieldResolver(() => Boolean, { description: 'Whether it comes from above, reinstated ones included.' })
  @Policy(WITH_ITS_OBJECT)
  @Shared()
  isInherited(@Root() { definedAt, nodeId }: EffectiveKeyMetric): boolean {
    return definedAt !== nodeId
  }

  @FieldResolver(() => OrgNodeType, { description: 'The node that first added it.' })
  @Policy('see the levels above')
  @Shared()
  definedAt(@Root() { definedAt, asOf }: EffectiveRow, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, definedAt, asOf)
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'Which node gave the kind; null: the default kind.',
  })
  @Policy('see the levels above')
  @Shared()
  kindFrom(@Root() { kindFrom, asOf }: EffectiveRow, @Ctx() ctx: Context) {
    return kindFrom && loadOrgNode(ctx, kindFrom, asOf)
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'Which node gave the label; null: the metric’s name.',
  })
  @Policy('see the levels above')
  @Shared()
  labelFrom(@Root() { labelFrom, asOf }: EffectiveRow, @Ctx() ctx: Context) {
    return labelFrom && loadOrgNode(ctx, labelFrom, asOf)
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'Which node gave the position; null: none did.',
  })
  @Policy('see the levels above')
  @Shared()
  positionFrom(@Root() { positionFrom, asOf }: EffectiveRow, @Ctx() ctx: Context) {
    return positionFrom && loadOrgNode(ctx, positionFrom, asOf)
  }

  @FieldResolver(() => [KeyMetricLockType], {
    description: 'What nodes below may not do with it, and who says so.',
  })
  @Policy(WITH_ITS_OBJECT)
  @Shared()
  locks(@Root() { locks, asOf }: EffectiveRow) {
    return locks.map((lock) => ({ ...lock, asOf }))
  }
}

@Resolver(() => KeyMetricLockType)
export class KeyMetricLockResolver {
  @FieldResolver(() => OrgNodeType, { description: 'The top-most node that holds it.' })
  @Policy('see the levels above')
  @Shared()
  setAt(@Root() { setAt, asOf }: KeyMetricLockType, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, setAt, asOf)
  }
}
