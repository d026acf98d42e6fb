import type { Decimal } from '../../domain/decimal.js'
import type { Sums } from '../../domain/metric-value.js'
import type { Pace } from '../../domain/pace.js'
import { progressOf, type Progress, type Standing } from '../../domain/progress.js'
import type { Context } from '../../platform/context.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import type { TargetAmounts } from '../target/target-amounts.loaders.js'
import { computationOf, type Figure } from './figure.js'
import { loadPace } from './pace.loaders.js'
import { loadPlace, type AskedProgress, type Place } from './place.loaders.js'
import { loadStretches } from './stretches.loaders.js'

/** Where a figure stands that comes to these sums. What nobody asks for is not worked out: there may be tens of thousands. */
export class ProgressRow {
  readonly figure: Figure
  readonly sums: Sums
  readonly actual: Decimal | null
  readonly target: Decimal | null
  private readonly ctx: Context
  private readonly direction: Standing['direction']
  private known: Progress | null = null
  private foreseen: Promise<Outlook> | null = null

  constructor(ctx: Context, figure: Figure, { sums, target, direction }: Reached) {
    this.ctx = ctx
    this.direction = direction
    this.figure = figure
    this.sums = sums
    this.target = target
    this.actual = figure.valueOf(sums).value
  }

  get gap(): Decimal | null {
    return this.surely().gap
  }

  get attainment(): Decimal | null {
    return this.surely().attainment
  }

  /** What depends on the pace, which takes reading the past. */
  outlook(): Promise<Outlook> {
    return (this.foreseen ??= loadOutlook(this.ctx, this.figure, this.standing()))
  }

  /** Depends on the pace as well, unless it does not here. */
  async status(): Promise<Progress['status']> {
    const { frame, accumulates } = this.figure
    const sure = this.surely()
    const isSettled = frame.isOver || !accumulates || isWhateverComes(sure, this.direction)
    return (isSettled ? sure : await this.outlook()).status
  }

  /** As if it were over: to extrapolate takes the past, and time. */
  private surely(): Progress {
    const { frame, accumulates } = this.figure
    return (this.known ??= progressOf({ ...this.standing(), isOver: frame.isOver || accumulates }))
  }

  private standing(): Standing {
    const { actual, target, figure } = this
    const { frame, accumulates } = figure
    return { actual, target, direction: this.direction, accumulates, isOver: frame.isOver, pace: frame }
  }
}

interface Reached extends Pick<ProgressRow, 'sums' | 'target'>, Pick<Standing, 'direction'> {}

export interface Outlook extends Pick<Progress, 'expected' | 'forecast' | 'status'> {
  /** Null where nothing is extrapolated. */
  readonly pace: Pace | null
}

/**
 * Where a key metric stands. Null where the metric is not computed, and for a node or a person whose numbers are out of
 * sight. @throws FORBIDDEN for an API key without the scope, BAD_USER_INPUT or LIMIT_EXCEEDED for the period.
 */
export function loadProgress(
  ctx: Context,
  row: EffectiveRow,
  asked: AskedProgress,
): Eventually<ProgressRow | null> {
  return eventually(loadPlace(ctx, row, asked), (place) => place && reached(ctx, row, place))
}

/** What `loadProgress` of each of the key metrics reads, so that it has nothing left to wait for. */
export async function loadProgressAhead(
  ctx: Context,
  rows: readonly EffectiveRow[],
  asked: AskedProgress,
): Promise<void> {
  const byFrequency = groupBy(rows, ({ frequency }) => frequency)
  const all = [...byFrequency.values()].map(async (ofFrequency) => {
    const found = loadPlace(ctx, ofFrequency[0]!, asked)
    const place = found instanceof Promise ? await found : found
    if (place === null) return
    const sums = loadStretches(ctx, place.subject, place.frame.whole)
    let targets: Eventually<TargetAmounts> | null = null
    for (const { metricId } of ofFrequency)
      if (place.formulas.has(metricId)) targets = place.targetsOf(metricId)
    // They come together: it is enough to wait for one.
    await Promise.all([sums, targets])
  })
  await Promise.all(all)
}

function reached(
  ctx: Context,
  { metricId, metric: { direction } }: EffectiveRow,
  { frame, subject, nodeId, asOf, formulas, targetsOf }: Place,
): Eventually<ProgressRow | null> {
  const formula = formulas.get(metricId)
  if (!formula) return null
  const { accumulates, valueOf } = computationOf(formula, formulas)
  const figure = { metricId, nodeId, subject, frame, asOf, accumulates, valueOf }
  const [found, amounts] = [loadStretches(ctx, subject, frame.whole), targetsOf(metricId)]
  const row = ([sums]: readonly Sums[], targets: TargetAmounts) => {
    const target = subject.isPerson ? targets.ofPerson(subject.id) : targets.ofNode(subject.id)
    return new ProgressRow(ctx, figure, { sums: sums!, target, direction })
  }
  if (!(found instanceof Promise) && !(amounts instanceof Promise)) return row(found, amounts)
  return Promise.all([found, amounts]).then(([sums, targets]) => row(sums, targets))
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
