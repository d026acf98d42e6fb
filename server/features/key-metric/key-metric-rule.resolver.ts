import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { loadMetric } from '../metric/metric.loaders.js'
import { MetricType } from '../metric/metric.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadRule, type ExplanationRow, type OwnRuleRow } from './key-metric.loaders.js'
import {
  DormancyType,
  KeyMetricRuleType,
  KeyMetricStatusReportType,
  TraceStepType,
} from './key-metric.type.js'

@Resolver(() => KeyMetricRuleType)
export class KeyMetricRuleResolver {
  @FieldResolver(() => MetricType, { description: 'Of which metric it speaks.' })
  @Policy('see the catalogue')
  metric(@Root() { metricId, asOf }: OwnRuleRow, @Ctx() ctx: Context) {
    return loadMetric(ctx, metricId, asOf)
  }

  @FieldResolver(() => OrgNodeType, { description: 'On which node it stands.' })
  @Policy('see the levels above')
  node(@Root() { nodeId, asOf }: OwnRuleRow, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, nodeId, asOf)
  }

  @FieldResolver(() => DormancyType, {
    nullable: true,
    description: 'Why it does nothing; null when it takes effect.',
  })
  @Policy(WITH_ITS_OBJECT)
  dormancy(@Root() { dormancy, asOf }: OwnRuleRow) {
    return dormancy && { ...dormancy, asOf }
  }
}

@Resolver(() => DormancyType)
export class DormancyResolver {
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'The node that holds the lock, with LOCKED_BY.',
  })
  @Policy('see the levels above')
  by(@Root() { by, asOf }: DormancyType, @Ctx() ctx: Context) {
    return by && loadOrgNode(ctx, by, asOf)
  }
}

@Resolver(() => KeyMetricStatusReportType)
export class KeyMetricStatusResolver {
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'The node responsible, with HIDDEN_AT and BLOCKED_AT.',
  })
  @Policy('see the levels above')
  at(@Root() { at, asOf }: ExplanationRow, @Ctx() ctx: Context) {
    return at && loadOrgNode(ctx, at, asOf)
  }

  @FieldResolver(() => [TraceStepType], { description: 'What each node did to it, from the company down.' })
  @Policy(WITH_ITS_OBJECT)
  trace(@Root() { trace, asOf }: ExplanationRow) {
    return trace.map((step) => ({ ...step, asOf }))
  }
}

@Resolver(() => TraceStepType)
export class TraceStepResolver {
  @FieldResolver(() => OrgNodeType, { description: 'Which node.' })
  @Policy('see the levels above')
  node(@Root() { nodeId, asOf }: TraceStepType, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, nodeId, asOf)
  }

  @FieldResolver(() => KeyMetricRuleType, {
    nullable: true,
    description: 'The rule that did it, if one did, on a node that you see whole.',
  })
  @Policy('see key metrics')
  rule(@Root() { ruleId, asOf }: TraceStepType, @Ctx() ctx: Context) {
    return ruleId && loadRule(ctx, ruleId, asOf)
  }

  @FieldResolver(() => DormancyType, {
    nullable: true,
    description: 'Why its rule does nothing, with DORMANT.',
  })
  @Policy(WITH_ITS_OBJECT)
  dormancy(@Root() { dormancy, asOf }: TraceStepType) {
    return dormancy && { ...dormancy, asOf }
  }
}
