import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { KEY_METRIC_KINDS, type MetricStatus } from '../../domain/metric.js'
import type { Context } from '../../platform/context.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { EffectiveAt } from '../../platform/graphql/effective-at.js'
import { Policy } from '../../platform/graphql/policy.js'
import { AsOfArgs } from '../../platform/graphql/as-of.js'
import { payloadType, withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadOrgNode, type OrgNodeRow } from '../org/org.loaders.js'
import { CompanyType } from '../org/org-node.type.js'
import { createMetric, setMetricStatus, updateMetric } from './metric.commands.js'
import {
  ArchiveMetricInput,
  CreateMetricInput,
  RestoreMetricInput,
  SetTrackingFrequencyInput,
  UpdateMetricInput,
} from './metric.inputs.js'
import { loadFrequencies, loadMetric, loadMetrics } from './metric.loaders.js'
import { MetricStatusEnum, MetricType, TrackingFrequencyType } from './metric.type.js'
import { setTrackingFrequency } from './tracking-frequency.commands.js'

const CreateMetricPayload = payloadType('CreateMetric', 'metric', () => MetricType)
const UpdateMetricPayload = payloadType('UpdateMetric', 'metric', () => MetricType)
const ArchiveMetricPayload = payloadType('ArchiveMetric', 'metric', () => MetricType)
const RestoreMetricPayload = payloadType('RestoreMetric', 'metric', () => MetricType)
const SetTrackingFrequencyPayload = payloadType('SetTrackingFrequency', 'company', () => CompanyType)

const INPUT = { description: 'What to do.' }

@Resolver(() => MetricType)
export class MetricResolver {
  @Query(() => [MetricType], { description: 'The catalogue of your company, in the order of the keys.' })
  @Policy('see the catalogue')
  async metrics(
    @Arg('status', () => MetricStatusEnum, { nullable: true, description: 'Only those; without it all.' })
    status: MetricStatus | null,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    const metrics = await loadMetrics(ctx, asOf ?? null)
    return status ? metrics.filter((metric) => metric.status === status) : metrics
  }

  @Query(() => MetricType, { nullable: true, description: 'A metric of your company by its id.' })
  @Policy('see the catalogue')
  metric(
    @Arg('id', () => ID, { description: 'The id of the metric. An unknown id answers null.' }) id: string,
    @Args(() => AsOfArgs) { asOf }: AsOfArgs,
    @Ctx() ctx: Context,
  ) {
    return loadMetric(ctx, id, asOf ?? null)
  }

  @Mutation(() => CreateMetricPayload, {
    description: 'Adds a metric to the catalogue. Company admins only.',
  })
  @Policy('configure the company')
  createMetric(@Arg('input', () => CreateMetricInput, INPUT) input: CreateMetricInput, @Ctx() ctx: Context) {
    return metricPayload(ctx, async () => createMetric(ctx, input))
  }

  @Mutation(() => UpdateMetricPayload, {
    description: 'Changes a metric of the catalogue. Company admins only.',
  })
  @Policy('configure the company')
  @DryRun()
  updateMetric(@Arg('input', () => UpdateMetricInput, INPUT) input: UpdateMetricInput, @Ctx() ctx: Context) {
    return metricPayload(ctx, () => updateMetric(ctx, input), input.metricId)
  }

  @Mutation(() => ArchiveMetricPayload, {
    description: 'Takes a metric out of use on every node. Company admins only.',
  })
  @Policy('configure the company')
  @DryRun()
  archiveMetric(
    @Arg('input', () => ArchiveMetricInput, INPUT) input: ArchiveMetricInput,
    @Ctx() ctx: Context,
  ) {
    return metricPayload(ctx, () => setMetricStatus(ctx, input, 'ARCHIVED'), input.metricId)
  }

  @Mutation(() => RestoreMetricPayload, {
    description: 'Takes an archived metric into use again. Company admins only.',
  })
  @Policy('configure the company')
  @DryRun()
  restoreMetric(
    @Arg('input', () => RestoreMetricInput, INPUT) input: RestoreMetricInput,
    @Ctx() ctx: Context,
  ) {
    return metricPayload(ctx, () => setMetricStatus(ctx, input, 'ACTIVE'), input.metricId)
  }
}

@Resolver(() => CompanyType)
export class TrackingFrequencyResolver {
  @FieldResolver(() => [TrackingFrequencyType], {
    description: 'How often each kind is tracked: PRIMARY, SECONDARY.',
  })
  @Policy('see the catalogue')
  async trackingFrequencies(@Root() { asOf }: OrgNodeRow, @Ctx() ctx: Context) {
    const frequencies = await loadFrequencies(ctx, asOf)
    return KEY_METRIC_KINDS.map((kind) => ({ kind, frequency: frequencies[kind] }))
  }

  @Mutation(() => SetTrackingFrequencyPayload, {
    description: 'Says how often key metrics of a kind are tracked. Company admins only.',
  })
  @Policy('configure the company')
  @EffectiveAt()
  async setTrackingFrequency(
    @Arg('input', () => SetTrackingFrequencyInput, INPUT) input: SetTrackingFrequencyInput,
    @Ctx() ctx: Context,
  ) {
    const { entity, userErrors } = await withUserErrors(
      () => setTrackingFrequency(ctx, input),
      () => loadOrgNode(ctx, ctx.companyId, null),
    )
    return { company: entity, userErrors }
  }
}

async function metricPayload(ctx: Context, run: () => Promise<string | void>, metricId = '') {
  const { entity, userErrors } = await withUserErrors(run, (id) => loadMetric(ctx, id ?? metricId, null))
  return { metric: entity, userErrors }
}
