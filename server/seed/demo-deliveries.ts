import { MAX_BATCH } from '../domain/activity.js'
import { correctActivity, voidActivity } from '../features/activity/correct-activity.commands.js'
import { logActivities } from '../features/activity/log-activities.commands.js'
import { groupBy } from '../platform/group-by.js'
import type { CompanyBuilder } from './company-builder.js'
import type { DemoActivity } from './demo-activities.js'
import type { DemoTypes } from './demo-activity-types.js'

/** An activity that was told wrong. */
export interface Mistake extends DemoActivity {
  readonly activityId: string
}

/**
 * What is told at one time, by all sources at once; answers what of it is wrong.
 * @throws RangeError when something of it is refused.
 */
export async function deliver(
  builder: CompanyBuilder,
  types: DemoTypes,
  activities: readonly DemoActivity[],
): Promise<Mistake[]> {
  const batches = [...groupBy(activities, ({ source }) => source).values()].flatMap(inBatches)
  return (await Promise.all(batches.map((batch) => deliverBatch(builder, types, batch)))).flat()
}

function inBatches(activities: readonly DemoActivity[]): (readonly DemoActivity[])[] {
  const count = Math.ceil(activities.length / MAX_BATCH)
  return Array.from({ length: count }, (_, place) =>
    activities.slice(place * MAX_BATCH, (place + 1) * MAX_BATCH),
  )
}

async function deliverBatch(
  { ctx }: CompanyBuilder,
  types: DemoTypes,
  batch: readonly DemoActivity[],
): Promise<Mistake[]> {
  const items = batch.map(({ type, source: _, toldAt: __, fate: ___, ...activity }) => {
    return { ...activity, activityTypeId: types[type] }
  })
  const { source } = batch[0]!
  const { results } = await logActivities(ctx, { source, mode: 'ATOMIC', dryRun: false, items })
  return results.flatMap((result, index) => {
    if (result.status === 'REJECTED') throw new RangeError('The demo is refused.', { cause: result.error })
    const told = batch[index]!
    return told.fate === 'KEPT' ? [] : [{ ...told, activityId: result.activity.id }]
  })
}

/** Somebody miscounted, or it never happened. */
export async function mend({ ctx }: CompanyBuilder, mistakes: readonly Mistake[]): Promise<void> {
  for (const mistake of mistakes) {
    const key = { activityId: mistake.activityId, expectedVersion: 1 }
    if (mistake.fate === 'VOIDED') await voidActivity(ctx, key)
    else await correctActivity(ctx, { ...key, ...corrected(mistake), note: 'Corrected after a second look.' })
  }
}

function corrected({ amount, quantity }: Mistake): { amount: string } | { quantity: string } {
  return amount
    ? { amount: String(Math.ceil(Number(amount) * 0.9)) }
    : { quantity: String(Number(quantity ?? 1) + 1) }
}
