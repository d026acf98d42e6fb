import { assertUnreferenced } from '../../domain/metric-deletion.js'
import type { Context } from '../../platform/context.js'
import { change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { loadDeletedMetric } from '../metric/deleted-metric.loaders.js'
import { endMetric, metricOf } from '../metric/metric.commands.js'
import { onCompany } from '../org/permission.js'
import { loadReferences } from './metric-references.loaders.js'

export interface MetricDeletion {
  readonly metricId: string
  readonly expectedVersion: number
}

/**
 * Takes a metric to which nothing refers, nor ever did, out of the catalogue. Of one that is gone already, nothing is
 * changed. @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT, IN_USE.
 */
export function deleteMetric(ctx: Context, { metricId, expectedVersion }: MetricDeletion): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    if (await loadDeletedMetric(tx, metricId)) return
    const metric = await metricOf(tx, metricId)
    assertVersion(`Metric ${metric.key}`, metric.version, expectedVersion)
    assertUnreferenced(metric, await loadReferences(tx, metricId))
    await endMetric(tx, metric)
  })
}
