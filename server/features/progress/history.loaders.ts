import type { LocalDate, Period } from '../../domain/calendar.js'
import { subtract, type Decimal } from '../../domain/decimal.js'
import { addSums, type Sums } from '../../domain/metric-value.js'
import { isNothing } from '../../domain/value-parts.js'
import type { Context } from '../../platform/context.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { valueOfAll } from './figure.js'
import type { ProgressRow } from './progress.loaders.js'
import { loadStretches } from './stretches.loaders.js'

export interface PreviousRow {
  readonly period: Period
  readonly actual: Decimal | null
  readonly actualAtThisPoint: Decimal | null
  readonly change: Decimal | null
}

/** The period before, as a whole and up to the day that corresponds to the present one. */
export function loadPrevious(ctx: Context, { figure, actual }: ProgressRow): Eventually<PreviousRow> {
  const { period, cuts } = figure.frame.previous()
  return eventually(loadStretches(ctx, figure.subject, cuts), (stretches) => {
    const atThisPoint = valueOfAll(figure, stretches.slice(0, 1))
    return {
      period,
      actual: valueOfAll(figure, stretches),
      actualAtThisPoint: atThisPoint,
      change: actual === null || atThisPoint === null ? null : subtract(actual, atThisPoint),
    }
  })
}

export interface SeriesPoint {
  readonly day: LocalDate
  readonly value: Decimal | null
}

/** From the first day up to each day; up to the present one, or the last that has anything, if that is later. */
export function loadSeries(ctx: Context, { figure }: ProgressRow): Eventually<SeriesPoint[]> {
  const { frame, subject } = figure
  const cuts = frame.byDay()
  return eventually(loadStretches(ctx, subject, cuts), (stretches) => {
    const last = stretches.findLastIndex((sums) => !isNothing(figure.valueOf(sums)))
    return soFarOf(stretches)
      .slice(0, Math.max(frame.daysBegun, last + 1))
      .map((soFar, index) => ({ day: cuts[index]!, value: figure.valueOf(soFar).value }))
  })
}

const known = new WeakMap<readonly Sums[], readonly Sums[]>()

/** From the first stretch up to each. The stretches of a place are one list, so this is added up once for all its key metrics. */
function soFarOf(stretches: readonly Sums[]): readonly Sums[] {
  const found = known.get(stretches) ?? accumulated(stretches)
  known.set(stretches, found)
  return found
}

function accumulated(stretches: readonly Sums[]): Sums[] {
  let soFar: Sums = []
  return stretches.map((sums) => (soFar = addSums([soFar, sums])))
}
