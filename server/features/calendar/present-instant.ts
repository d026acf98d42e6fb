import type { Context } from '../../platform/context.js'
import { timeOf } from '../../platform/database/clock.js'
import { perRequest } from '../../platform/per-request.js'

const arrival = perRequest(({ manager }) => timeOf(manager.connection))

/** What "now" is for all fields of a request: the instant that is asked for, or else of the request itself. */
export function presentInstant(ctx: Context, asOf: Date | null): Date {
  const now = arrival(ctx)
  return asOf !== null && asOf < now ? asOf : now
}
