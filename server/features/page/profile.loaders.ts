import type { Period } from '../../domain/calendar.js'
import type { Context } from '../../platform/context.js'
import { askedPeriodOfField, type AskedPeriod } from '../calendar/asked-period.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { presentInstant } from '../calendar/present-instant.js'
import type { Question } from '../diagnosis/diagnosis.loaders.js'
import { loadKeyMetricsInForce } from '../key-metric/key-metric.loaders.js'
import { loadFrequencies } from '../metric/metric.loaders.js'
import { loadUser } from '../people/user.loaders.js'
import { seesNumbersNow } from '../progress/numbers-sight.js'
import { pageRowOf } from './page-key-metric.type.js'
import { loadSeenStays } from './seen-stays.loaders.js'

/**
 * Null for a person whom the viewer does not see, or whose numbers they do not see, as for one who never was.
 * @throws FORBIDDEN for an API key without the scopes, BAD_USER_INPUT or LIMIT_EXCEEDED for the period.
 */
export async function loadProfile(ctx: Context, userId: string, asked: AskedPeriod | null) {
  const user = await loadUser(ctx, userId, null)
  if (user === null || !(await seesNumbersNow(ctx, userId))) return null
  const period = await loadPeriod(ctx, asked)
  const stays = await loadSeenStays(ctx, user, period)
  const [last] = stays
  const asOf = last ? last.asOf : lastInstant(ctx, period)
  const question: Question = {
    ...{ userId, nodeId: null, metricId: null, surface: 'PROFILE', asOf },
    period: { frequency: period.frequency, containing: period.start },
    isNodeGranted: last !== undefined,
  }
  const rows = last ? await loadKeyMetricsInForce(ctx, { id: last.team.id, asOf }) : []
  const keyMetrics = rows.map((row) => pageRowOf(row, question, userId))
  return { user, period, team: last?.team ?? null, keyMetrics, stays, question }
}

async function loadPeriod(ctx: Context, asked: AskedPeriod | null): Promise<Period> {
  const [calendar, frequencies] = await Promise.all([loadCalendar(ctx), loadFrequencies(ctx, null)])
  return askedPeriodOfField(calendar, asked, {
    frequency: frequencies.PRIMARY,
    instant: presentInstant(ctx, null),
  })
}

/** Null: the present. */
function lastInstant({ moment }: Context, { endsAt }: Period): Date | null {
  const last = new Date(endsAt.getTime() - 1)
  return last < moment.at ? last : null
}
