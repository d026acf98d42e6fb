import { valueOf, type Formulas, type Sums } from '../../domain/metric-value.js'
import { instantOf, type Context } from '../../platform/context.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { localDateOf } from '../calendar/period.js'
import { loadPastKeyMetrics, type PastKeyMetric } from '../key-metric/past-key-metrics.loaders.js'
import { loadCreditByStay } from './credit-by-stay.loaders.js'
import type { PageKeyMetricType } from './page-key-metric.type.js'
import type { ProfileNumberType, ProfilePageType, ProfilePartType } from './profile.type.js'

/**
 * The stays of the period, the latest first, and what is of none of them, if there is any. Four statements, however
 * many stays.
 */
export async function loadProfileParts(ctx: Context, page: ProfilePageType): Promise<ProfilePartType[]> {
  const { user, period, stays, keyMetrics } = page
  const calendar = await loadCalendar(ctx)
  const since = stays.map(({ team, from }) => ({ teamId: team.id, since: localDateOf(calendar, from) }))
  const [{ ofStays, rest }, inForce, formulas] = await Promise.all([
    loadCreditByStay(ctx, user.id, period, since),
    loadPastKeyMetrics(
      ctx,
      stays.map(({ path, asOf }) => ({ path, at: instantOf(ctx, asOf) })),
    ),
    loadFormulas(ctx),
  ])
  const numbers = (there: readonly PastKeyMetric[], sums: Sums) =>
    numbersOf({ there, ofPage: keyMetrics }, sums, formulas)
  const parts = stays.map(({ team, from, to }, index) => {
    return { team, from, to, isRest: false, keyMetrics: numbers(inForce[index]!, ofStays[index]!) }
  })
  if (rest.length === 0) return parts
  return [...parts, { team: null, from: null, to: null, isRest: true, keyMetrics: numbers([], rest) }]
}

interface Shown {
  readonly there: readonly PastKeyMetric[]
  readonly ofPage: readonly PageKeyMetricType[]
}

function numbersOf({ there, ofPage }: Shown, sums: Sums, formulas: Formulas): ProfileNumberType[] {
  const known = new Set(there.map(({ metricId }) => metricId))
  const others = ofPage.filter(({ keyMetric }) => !known.has(keyMetric.metricId))
  return [
    ...there.map(({ metric, label, kind }) => {
      return { metric, label: label ?? metric.name, kind, isInForce: true }
    }),
    ...others.map(({ keyMetric: { metric }, label, kind }) => ({ metric, label, kind, isInForce: false })),
  ].map((row) => ({ ...row, ...valueOfMetric(row.metric.id, sums, formulas) }))
}

const NOT_COMPUTED = { value: null, numerator: null, denominator: null }

function valueOfMetric(metricId: string, sums: Sums, formulas: Formulas) {
  const formula = formulas.get(metricId)
  return formula ? valueOf(formula, sums, formulas) : NOT_COMPUTED
}
