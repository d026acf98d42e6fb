import type { LocalDate } from '../../server/domain/calendar.js'
import type { Sums } from '../../server/domain/metric-value.js'
import { loadStretches, type Subject } from '../../server/features/progress/stretches.loaders.js'
import type { Context } from '../../server/platform/context.js'

export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The sums kept of a node, or of a person, over some days, whoever asks. */
export async function keptSums(ctx: Context, subject: Subject, { from, to }: Days): Promise<Sums> {
  const [sums] = await loadStretches(ctx, subject, [from, to])
  return sums!
}

export const node = (id: string): Subject => ({ id, isPerson: false })
export const person = (id: string): Subject => ({ id, isPerson: true })
