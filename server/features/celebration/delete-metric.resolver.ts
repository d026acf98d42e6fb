import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import { metricDeletionChoices } from '../../domain/metric-deletion.js'
import type { Context } from '../../platform/context.js'
import { DryRun } from '../../platform/graphql/dry-run.js'
import { Policy } from '../../platform/graphql/policy.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { withUserErrors } from '../../platform/graphql/user-errors.js'
import { loadDeletedMetric } from '../metric/deleted-metric.loaders.js'
import { loadMetric, loadMetrics, type MetricRow } from '../metric/metric.loaders.js'
import { loadOrgNode } from '../org/org.loaders.js'
import { deleteMetric } from './delete-metric.commands.js'
import {
  DeleteMetricInput,
  DeleteMetricPayload,
  type MetricDeletionObstacleType,
} from './delete-metric.type.js'
import { loadReferences } from './metric-references.loaders.js'

@Resolver()
export class DeleteMetricResolver {
  @Policy('configure the company')
  @DryRun()
  @Mutation(() => DeleteMetricPayload, {
    description:
      'Takes a metric to which nothing refers, nor ever did, out of the catalogue; any other can be archived. As of earlier instants it is there still, and creating one with its key takes it up again. Company admins only. Repeating the call changes nothing.',
  })
  async deleteMetric(
    @Arg('input', () => DeleteMetricInput, { description: 'What to do.' }) input: DeleteMetricInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteMetricPayload> {
    const { metricId } = input
    const run = () => deleteMetric(ctx, input)
    const { entity, userErrors } = await withUserErrors(run, () => loadDeletedMetric(ctx, metricId))
    const code = userErrors[0]?.code
    const isShown = code === 'IN_USE' || code === 'VERSION_CONFLICT'
    const metric = isShown ? await nullWhereForbidden(() => loadMetric(ctx, metricId, null)) : null
    const obstacle = metric && code === 'IN_USE' ? await loadObstacle(ctx, metric) : null
    return { deletedMetric: entity, metric, obstacle, userErrors }
  }
}

async function loadObstacle(ctx: Context, { id, status }: MetricRow): Promise<MetricDeletionObstacleType> {
  const { nodeIds, ratioIds, ...found } = await loadReferences(ctx, id)
  const [nodes, metrics] = await Promise.all([
    Promise.all(nodeIds.map((nodeId) => nullWhereForbidden(() => loadOrgNode(ctx, nodeId, null)))),
    loadMetrics(ctx, null),
  ])
  return {
    ...found,
    nodes: nodes.flatMap((node) => node ?? []),
    ratios: metrics.filter((metric) => ratioIds.includes(metric.id)),
    choices: metricDeletionChoices(status),
  }
}
