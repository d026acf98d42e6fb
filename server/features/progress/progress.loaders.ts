import type { Decimal } from '../../domain/decimal.js'
import type { Sums } from '../../domain/metric-value.js'
import type { Pace } from '../../domain/pace.js'
import { progressOf, type Progress, type Standing } from '../../domain/progress.js'
import type { Context } from '../../platform/context.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import { loadTargets } from '../target/target.loaders.js'
import { figureOf, type Figure } from './figure.js'
import { loadFrame } from './frame.loaders.js'
import { seesNumbersOfNode, seesNumbersOfPerson } from './numbers-sight.js'
import { once } from './once.js'
import { loadPace } from './pace.loaders.js'
import { loadStretches } from './stretches.loaders.js'

export interface ProgressRow extends Pick<Progress, 'gap' | 'attainment'> {
  readonly figure: Figure
  readonly sums: Sums
  readonly actual: Decimal | null
  readonly target: Decimal | null
  /** What depends on the pace, which takes reading the past, unless it does not depend on it here. */
  readonly outlook: () => Promise<Outlook>
  readonly status: () => Promise<Progress['status']>
}

export interface Outlook extends Pick<Progress, 'expected' | 'forecast' | 'status'> {
  /** Null where nothing is extrapolated. */
  readonly pace: Pace | null
}

export interface AskedProgress {
  readonly period?: AskedPeriod | null
  readonly userId?: string | null
}

/**
 * Where a key metric stands. Null where the metric is not computed, and for a node or a person whose numbers are out of
 * sight. @throws FORBIDDEN for an API key without the scope, BAD_USER_INPUT or LIMIT_EXCEEDED for the period.
 */
export async function loadProgress(
  ctx: Context,
  { metricId, nodeId, metric, frequency, asOf }: EffectiveRow,
  { period = null, userId = null }: AskedProgress,
): Promise<ProgressRow | null> {
  const node = { id: nodeId, asOf }
  const isSeen = userId === null ? seesNumbersOfNode(ctx, node) : seesNumbersOfPerson(ctx, userId, node)
  if (!(await isSeen)) return null
  const formulas = await loadFormulas(ctx)
  const formula = formulas.get(metricId)
  if (!formula) return null
  const frame = await loadFrame(ctx, period, { frequency, asOf })
  const subject = { id: userId ?? nodeId, isPerson: userId !== null }
  const figure = figureOf(formula, formulas, { metricId, nodeId, subject, frame, asOf })
  const [[sums], target] = await Promise.all([
    loadStretches(ctx, subject, frame.whole),
    targetOf(ctx, figure),
  ])
  return progressRow(ctx, figure, { sums: sums!, target, direction: metric.direction })
}

async function targetOf(ctx: Context, { metricId, subject, frame, asOf }: Figure): Promise<Decimal | null> {
  const targets = await loadTargets(ctx, { metricId, period: frame.period, asOf })
  return (subject.isPerson ? targets.ofPerson(subject.id) : targets.ofNode(subject.id)).amount
}

/** Where a figure stands that comes to these sums. */
export function progressRow(
  ctx: Context,
  figure: Figure,
  { sums, target, direction }: Pick<ProgressRow, 'sums' | 'target'> & Pick<Standing, 'direction'>,
): ProgressRow {
  const { frame, accumulates } = figure
  const { value: actual } = figure.valueOf(sums)
  const standing = { actual, target, direction, accumulates, isOver: frame.isOver, pace: frame }
  const outlook = once(() => loadOutlook(ctx, figure, standing))
  // As if it were over: to extrapolate takes the past, and time.
  const sure = progressOf({ ...standing, isOver: frame.isOver || accumulates })
  const isSettled = frame.isOver || !accumulates || isWhateverComes(sure, direction)
  const status = async () => (isSettled ? sure : await outlook()).status
  return { figure, sums, actual, target, gap: sure.gap, attainment: sure.attainment, outlook, status }
}

/** A limit is kept only when the period is over. */
function isWhateverComes({ status }: Progress, direction: Standing['direction']): boolean {
  return status === 'NO_TARGET' || (status === 'ACHIEVED' && direction === 'INCREASE')
}

async function loadOutlook(ctx: Context, figure: Figure, standing: Standing): Promise<Outlook> {
  const pace = standing.accumulates && !standing.isOver ? await loadPace(ctx, figure) : null
  const { expected, forecast, status } = progressOf({ ...standing, pace: pace ?? standing.pace })
  return { expected, forecast, status, pace }
}
