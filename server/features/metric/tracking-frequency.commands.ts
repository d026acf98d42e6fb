import type { Frequency, KeyMetricKind } from '../../domain/metric.js'
import type { Context } from '../../platform/context.js'
import { change } from '../../platform/database/change.js'
import { close, open } from '../../platform/database/interval.js'
import { assertVersion } from '../../platform/database/version.js'
import { nodeOf, touchNode } from '../org/org-node.version.js'
import { onCompany } from '../org/permission.js'
import { loadFrequencies } from './metric.loaders.js'
import { TrackingFrequencyEntity } from './tracking-frequency.entity.js'

export interface FrequencyChange {
  readonly kind: KeyMetricKind
  readonly frequency: Frequency
  readonly expectedVersion: number
}

/** Only the company has frequencies. @throws DomainError VERSION_CONFLICT, FORBIDDEN. */
export function setTrackingFrequency(
  ctx: Context,
  { kind, frequency, expectedVersion }: FrequencyChange,
): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const company = await nodeOf(tx, tx.companyId)
    const before = await loadFrequencies(tx, null)
    if (before[kind] === frequency) return
    assertVersion(company.name, company.version, expectedVersion)
    await close(tx, TrackingFrequencyEntity, { kind })
    await open(tx, TrackingFrequencyEntity, [{ kind, frequency }])
    await touchNode(tx, tx.companyId)
    tx.record({
      action: 'setTrackingFrequency',
      nodeId: tx.companyId,
      entityId: tx.companyId,
      before: { kind, frequency: before[kind] },
      after: { kind, frequency },
    })
  })
}
