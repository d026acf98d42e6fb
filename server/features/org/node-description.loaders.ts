import type { Context } from '../../platform/context.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'

/** As they are at present. Apart from the tree, which is kept in memory and read for what decides. */
const descriptions = batchLoader<Dated, string>(async ({ manager, companyId }, ids) => {
  const rows = await manager.query<{ id: string; description: string }[]>(
    `SELECT id, description FROM org_node WHERE company_id = $1 AND id = ANY($2::uuid[])`,
    [companyId, ids],
  )
  return new Map(rows.map(({ id, description }) => [id, description]))
})

/** Whoever asks: it is told of a node that is seen whole. */
export async function loadDescription(ctx: Context, id: string): Promise<string> {
  return (await descriptions(ctx).load({ id, asOf: null })) ?? ''
}
