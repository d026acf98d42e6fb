import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Context } from '../../platform/context.js'
import { Policy, WITH_ITS_OBJECT } from '../../platform/graphql/policy.js'
import { DiagnosisType } from '../diagnosis/diagnosis.type.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { OrgNodeType } from '../org/org-node.type.js'
import { loadProgress } from '../progress/progress.loaders.js'
import { KeyMetricProgressType } from '../progress/progress.type.js'
import { loadNotice } from './notice.loaders.js'
import { PageKeyMetricType } from './page-key-metric.type.js'

@Resolver(() => PageKeyMetricType)
export class PageKeyMetricResolver {
  @FieldResolver(() => OrgNodeType, {
    nullable: true,
    description: 'The node that first added it; null for one that you do not see.',
  })
  @Policy('see the levels above')
  definedAt(@Root() { keyMetric: { definedAt, asOf } }: PageKeyMetricType, @Ctx() ctx: Context) {
    return loadOrgNode(ctx, definedAt, asOf)
  }

  @FieldResolver(() => KeyMetricProgressType, {
    nullable: true,
    description:
      'Where the person stands, or the node where the page shows no person. Null without a formula, and for numbers that you do not see.',
  })
  @Policy('see numbers of people')
  progress(@Root() { keyMetric, question: { period }, userId }: PageKeyMetricType, @Ctx() ctx: Context) {
    return loadProgress(ctx, keyMetric, { period, userId })
  }

  @FieldResolver(() => KeyMetricProgressType, {
    nullable: true,
    description: 'Where the node as a whole stands, to be shown beside it. Null as `progress` is.',
  })
  @Policy('see numbers of nodes')
  nodeProgress(@Root() { keyMetric, question: { period } }: PageKeyMetricType, @Ctx() ctx: Context) {
    return loadProgress(ctx, keyMetric, { period })
  }

  @FieldResolver(() => DiagnosisType, {
    nullable: true,
    description:
      'Why there is no number, and who can change that: no formula, activity types that nobody can log, nothing recorded in the period. Null with one.',
  })
  @Policy(WITH_ITS_OBJECT)
  notice(@Root() { question }: PageKeyMetricType, @Ctx() ctx: Context) {
    return loadNotice(ctx, question, true)
  }
}
