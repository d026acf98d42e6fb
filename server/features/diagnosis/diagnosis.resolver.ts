import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { TraceStepType } from '../key-metric/key-metric.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { UserType } from '../people/user.type.js'
import { loadDiagnosis, type DiagnosisRow } from './diagnosis.loaders.js'
import { CheckType, DiagnosisArgs, DiagnosisType, FixType } from './diagnosis.type.js'
import { loadFixers, type FixRow } from './fixer.loaders.js'

@Resolver(() => DiagnosisType)
export class DiagnosisResolver {
  @Query(() => DiagnosisType, {
    nullable: true,
    description:
      'Why a person sees a key metric on a page, or does not: every check with its evidence, and who can fix what fails. Everybody may ask about themselves, who runs a node about its people. Null for a person, node or metric that you do not see.',
  })
  @Policy('explain key metrics of other people')
  explainKeyMetric(@Args(() => DiagnosisArgs) args: DiagnosisArgs, @Ctx() ctx: Context) {
    const { userId, surface, nodeId = null, metricId = null, period = null, asOf = null } = args
    return loadDiagnosis(ctx, { userId, surface, nodeId, metricId, period, asOf })
  }

  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'The node that the page shows; null: none, or one that you do not see.',
  })
  @Policy('see the levels above')
  node(@Root() { nodeId, asOf }: DiagnosisRow, @Ctx() ctx: Context) {
    return nodeId && loadOrgNode(ctx, nodeId, asOf)
  }

  @FieldResolver(() => [CheckType], { description: 'Every check in order, also those after a failed one.' })
  @Policy(WITH_ITS_OBJECT)
  checks(@Root() { checks, asOf }: DiagnosisRow) {
    return checks.map((check) => ({ ...check, asOf }))
  }

  @FieldResolver(() => [TraceStepType], {
    description:
      'What each node of the path did to the metric, from the company down. Empty without a metric, and for a node of which you see the name only.',
  })
  @Policy('see key metrics')
  trace(@Root() { trace, asOf }: DiagnosisRow) {
    return trace.map((step) => ({ ...step, asOf }))
  }

  @FieldResolver(() => [FixType], {
    description: 'What makes the failed checks pass, from now on; empty for an instant in the past.',
  })
  @Policy(WITH_ITS_OBJECT)
  fixes(@Root() { fixes, person }: DiagnosisRow) {
    return fixes.map((fix) => ({ ...fix, person }))
  }
}

@Resolver(() => CheckType)
export class CheckResolver {
  @FieldResolver(() => OrgNodeType, { nullable: true, description: 'The node the evidence is about.' })
  @Policy('see the levels above')
  node(@Root() { nodeId, asOf }: CheckType, @Ctx() ctx: Context) {
    return nodeId && loadOrgNode(ctx, nodeId, asOf)
  }
}

@Resolver(() => FixType)
export class FixResolver {
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description:
      'Where to do it; null for what belongs to the company as a whole, such as people and metrics.',
  })
  @Policy('see the levels above')
  node(@Root() { nodeId }: FixType, @Ctx() ctx: Context) {
    return nodeId && loadOrgNode(ctx, nodeId, null)
  }

  @FieldResolver(() => [UserType], {
    description: 'Who may do it: you, if you may, then those nearest to the node; at most 10.',
  })
  @Policy('see people')
  by(@Root() fix: FixRow, @Ctx() ctx: Context) {
    return loadFixers(ctx, fix)
  }
}
