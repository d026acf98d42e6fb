import type { Decimal } from '../../domain/decimal.js'
import type { Sums } from '../../domain/metric-value.js'
import type { Pace } from '../../domain/pace.js'
import { progressOf, type Progress, type Standing } from '../../domain/progress.js'
import type { Context } from '../../platform/context.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import { loadTargets } from '../target/target.loaders.js'
import { computationOf, type Figure } from './figure.js'
import { loadFrame } from './frame.loaders.js'
import { seesNumbersOfNode, seesNumbersOfPerson } from './numbers-sight.js'
import { loadPace } from './pace.loaders.js'
import { loadStretches } from './stretches.loaders.js'

/** Where a figure stands that comes to these sums. What nobody asks for is not worked out: there may be tens of thousands. */
export class ProgressRow {
  readonly figure: Figure
  readonly sums: Sums
  readonly actual: Decimal | null
  readonly target: Decimal | null
  readonly #ctx: Context
  readonly #direction: Standing['direction']
  #sure: Progress | null = null
  #outlook: Promise<Outlook> | null = null

  constructor(ctx: Context, figure: Figure, { sums, target, direction }: Reached) {
    this.#ctx = ctx
    this.#direction = direction
    this.figure = figure
    this.sums = sums
    this.target = target
    this.actual = figure.valueOf(sums).value
  }

  get gap(): Decimal | null {
    return this.#surely().gap
  }

  get attainment(): Decimal | null {
    return this.#surely().attainment
  }

  /** What depends on the pace, which takes reading the past. */
  outlook(): Promise<Outlook> {
    return (this.#outlook ??= loadOutlook(this.#ctx, this.figure, this.#standing()))
  }

  /** Depends on the pace as well, unless it does not here. */
  async status(): Promise<Progress['status']> {
    const { frame, accumulates } = this.figure
    const sure = this.#surely()
    const isSettled = frame.isOver || !accumulates || isWhateverComes(sure, this.#direction)
    return (isSettled ? sure : await this.outlook()).status
  }

  /** As if it were over: to extrapolate takes the past, and time. */
  #surely(): Progress {
    const { frame, accumulates } = this.figure
    return (this.#sure ??= progressOf({ ...this.#standing(), isOver: frame.isOver || accumulates }))
  }

  #standing(): Standing {
    const { actual, target, figure } = this
    const { frame, accumulates } = figure
    return { actual, target, direction: this.#direction, accumulates, isOver: frame.isOver, pace: frame }
  }
}

interface Reached extends Pick<ProgressRow, 'sums' | 'target'>, Pick<Standing, 'direction'> {}

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
export function loadProgress(
  ctx: Context,
  row: EffectiveRow,
  { period = null, userId = null }: AskedProgress,
): Eventually<ProgressRow | null> {
  const { metricId, nodeId, frequency, asOf } = row
  const node = { id: nodeId, asOf }
  const isSeen = userId === null ? seesNumbersOfNode(ctx, node) : seesNumbersOfPerson(ctx, userId, node)
  return eventually(isSeen, (seen) => {
    if (!seen) return null
    return eventually(loadFormulas(ctx), (formulas) => {
      const formula = formulas.get(metricId)
      if (!formula) return null
      const subject = { id: userId ?? nodeId, isPerson: userId !== null }
      const { accumulates, valueOf } = computationOf(formula, formulas)
      return eventually(loadFrame(ctx, period, { frequency, asOf }), (frame) =>
        reached(ctx, row, { metricId, nodeId, subject, frame, asOf, accumulates, valueOf }),
      )
    })
  })
}

function reached(
  ctx: Context,
  { metric: { direction } }: EffectiveRow,
  figure: Figure,
): Promise<ProgressRow> {
  const { metricId, subject, frame, asOf } = figure
  const targets = () => loadTargets(ctx, { metricId, period: frame.period, asOf })
  // In one go with the sums; by the time these are there, so are mostly those.
  void targets()
  return loadStretches(ctx, subject, frame.whole).then(([sums]) =>
    eventually(targets(), ({ amountOf }) => {
      const target = amountOf(subject.id)
      return new ProgressRow(ctx, figure, { sums: sums!, target, direction })
    }),
  )
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
