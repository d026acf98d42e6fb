import type { KeyMetricDelegation } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { CompanyEntity } from './company.entity.js'
import { loadDelegation } from './delegation.loaders.js'
import { nodeOf, touchNode } from './org-node.version.js'
import { onCompany } from './permission.js'

export interface DelegationChange {
  readonly delegation: KeyMetricDelegation
  readonly expectedVersion: number
}

/** Whether managers and team leads configure the key metrics of their nodes. @throws DomainError FORBIDDEN, VERSION_CONFLICT. */
export function setKeyMetricDelegation(
  ctx: Context,
  { delegation, expectedVersion }: DelegationChange,
): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const { companyId } = tx
    const company = await nodeOf(tx, companyId)
    const before = await loadDelegation(tx)
    if (before === delegation) return
    assertVersion(company.name, company.version, expectedVersion)
    await tx.manager.update(CompanyEntity, { companyId }, { keyMetricDelegation: delegation })
    await touchNode(tx, companyId)
    tx.record({
      action: 'setKeyMetricDelegation',
      nodeId: companyId,
      entityId: companyId,
      before: { delegation: before },
      after: { delegation },
    })
  })
}
