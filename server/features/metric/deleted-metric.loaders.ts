import type { Context } from '../../platform/context.js'
import { isUuid } from '../../platform/uuid.js'

/** A metric that was deleted, as it was last. */
export interface DeletedMetric {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly deletedAt: Date
  readonly version: number
}

/** The last state of a metric that has ended. $1 is the company, $2 the present. */
const DELETED = `
  SELECT m.id, m.key, m.name, s.valid_to AS "deletedAt", s.version + 1 AS version
    FROM metric m
   CROSS JOIN LATERAL (
         SELECT s.valid_to, s.version FROM metric_state s
          WHERE s.company_id = $1 AND s.metric_id = m.id ORDER BY s.valid_to DESC LIMIT 1) s
   WHERE m.company_id = $1 AND s.valid_to <= $2`

/** Null for one that is there, and for one that never was. Whoever asks: for what decides. */
export async function loadDeletedMetric(ctx: Context, id: string): Promise<DeletedMetric | null> {
  return isUuid(id) ? read(ctx, 'm.id = $3', id) : null
}

/** As `loadDeletedMetric`, by the key. */
export function loadDeletedMetricOfKey(ctx: Context, key: string): Promise<DeletedMetric | null> {
  return read(ctx, 'm.key = $3', key)
}

async function read(
  { manager, companyId, moment }: Context,
  condition: string,
  value: string,
): Promise<DeletedMetric | null> {
  const [row] = await manager.query<DeletedMetric[]>(`${DELETED} AND ${condition}`, [
    companyId,
    moment.at,
    value,
  ])
  return row ?? null
}
