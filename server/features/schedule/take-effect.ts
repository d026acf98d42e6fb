import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import { datedBack } from '../activity/dated-back.js'
import { scheduleChange, type ToSchedule } from './schedule-change.commands.js'
import { loadScheduledChange } from './scheduled-change.loaders.js'
import type { Perform } from './timeline.js'

interface Ways {
  /** Makes the mutation that is asked for, with the context. */
  readonly make: () => Promise<object>
  /** Makes any mutation that can be planned. */
  readonly perform: Perform
  /** What its payload says when nothing is changed. */
  readonly nothing: object
}

/** Answers as the mutation does, of what is dated back or planned. */
export async function takeEffect(
  ctx: Context,
  asked: ToSchedule,
  { make, perform, nothing }: Ways,
): Promise<object> {
  try {
    if (asked.effectiveAt <= (await now(ctx))) return await datedBack(ctx, asked.effectiveAt, make)
    const id = await scheduleChange(ctx, { ...asked, input: plain(asked.input) }, perform)
    return { ...nothing, scheduledChange: id && (await loadScheduledChange(ctx, id)) }
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    const { code, message, path } = error
    return { ...nothing, userErrors: [{ code, message, path }] }
  }
}

/** As it can be stored, and read again as an input. */
function plain(input: object): object {
  return JSON.parse(JSON.stringify(input)) as object
}

/** The clocks of several servers differ. */
async function now({ manager }: Context): Promise<Date> {
  const [row] = await manager.query<[{ now: Date }]>('SELECT clock_timestamp() AS now')
  return row.now
}
