import type { Period } from '../../domain/calendar.js'
import type { Change } from '../../platform/database/change.js'
import { loadEffectiveKeyMetrics } from '../key-metric/key-metric.loaders.js'
import { loadTeamId } from '../people/user.loaders.js'
import type { Reached } from './reached.loaders.js'

/**
 * Those whose metric is a key metric of the node, or of the team of the person; of a period that is over, at its end: so
 * it makes no difference when it is found out.
 */
export async function inForce(tx: Change, reached: readonly Reached[]): Promise<Reached[]> {
  const found = await Promise.all(reached.map(async (one) => ((await isInForce(tx, one)) ? [one] : [])))
  return found.flat()
}

async function isInForce(tx: Change, { metricId, nodeId, userId, period }: Reached): Promise<boolean> {
  const asOf = lastInstantOf(period, tx.at)
  const id = nodeId ?? (await loadTeamId(tx, { id: userId!, asOf }))
  const effective = id === null ? null : await loadEffectiveKeyMetrics(tx, { id, asOf }, null)
  return effective?.some((row) => row.metricId === metricId) ?? false
}

/** Null: it lies ahead, and the present counts. */
function lastInstantOf({ endsAt }: Period, now: Date): Date | null {
  return endsAt > now ? null : new Date(endsAt.getTime() - 1)
}
