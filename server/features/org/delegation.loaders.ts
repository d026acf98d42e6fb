import type { KeyMetricDelegation } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { Known, type Eventually } from '../../platform/eventually.js'
import { perRequest } from '../../platform/per-request.js'

const delegations = perRequest(() => new Known<KeyMetricDelegation>())

/** The setting as it is at present: it has no history, as nothing that is counted depends on it. */
export function loadDelegation(ctx: Context): Eventually<KeyMetricDelegation> {
  return delegations(ctx).of(ctx.moment.version, () => readDelegation(ctx))
}

async function readDelegation({ manager, companyId }: Context): Promise<KeyMetricDelegation> {
  const [row] = await manager.query<[{ delegation: KeyMetricDelegation }]>(
    `SELECT key_metric_delegation AS delegation FROM company WHERE company_id = $1`,
    [companyId],
  )
  return row.delegation
}
