import type { Decimal } from '../../domain/decimal.js'
import type { Sums } from '../../domain/metric-value.js'
import type { Pace } from '../../domain/pace.js'
import { progressOf, type Progress, type Standing } from '../../domain/progress.js'
import type { Context } from '../../platform/context.js'
import { eventually, eventuallyAll, type Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import type { EffectiveRow } from '../key-metric/in-force.loaders.js'
import type { TargetAmounts } from '../target/target-amounts.loaders.js'
import { computationOf, type Computation, type Figure } from './figure.js'
import { loadPace } from './pace.loaders.js'
import { loadPlace, type AskedProgress, type Place } from './place.loaders.js'
import { loadStretches, type Subject } from './stretches.loaders.js'

/** Where a figure stands that comes to these sums. What nobody asks for is not worked out: there may be tens of thousands. */
export class ProgressRow {
  readonly sums: Sums
  readonly actual: Decimal | null
  readonly target: Decimal | null
  private readonly ctx: Context
  private readonly row: EffectiveRow
  private readonly place: Place
  private readonly computation: Computation
  private known: Progress | null = null
  private foreseen: Eventually<Outlook> | null = null

  constructor(ctx: Context, row: EffectiveRow, place: Place, { sums, target, computation }: Reached) {
    this.ctx = ctx
    this.row = row
    this.place = place
    this.computation = computation
    this.sums = sums
    this.target = target
    this.actual = computation.valueOf(sums).value
  }

  get figure(): Figure {
    const { nodeId, asOf, subject, frame } = this.place
    return { metricId: this.row.metricId, nodeId, subject, frame, asOf, ...this.computation }
  }

  /** The same of a person, who comes to these sums. */
  ofPerson(id: string, { sums, target }: Pick<ProgressRow, 'sums' | 'target'>): ProgressRow {
    const { ctx, row, place, computation } = this
    const ofPerson = { ...place, subject: { id, isPerson: true } }
    return new ProgressRow(ctx, row, ofPerson, { sums, target, computation })
  }

  get gap(): Decimal | null {
    return this.surely().gap
  }

  get attainment(): Decimal | null {
    return this.surely().attainment
  }

  /** What depends on the pace, which takes reading the past. */
  outlook(): Eventually<Outlook> {
    return (this.foreseen ??= loadOutlook(this.ctx, this.figure, this.standing()))
  }

  /** Depends on the pace as well, unless it does not here. */
  status(): Eventually<Progress['status']> {
    const { isOver, accumulates, direction } = this.standing()
    const sure = this.surely()
    const isSettled = isOver || !accumulates || isWhateverComes(sure, direction)
    return isSettled ? sure.status : eventually(this.outlook(), ({ status }) => status)
  }

  /** As if it were over: to extrapolate takes the past, and time. */
  private surely(): Progress {
    if (this.known !== null) return this.known
    const standing = this.standing()
    return (this.known = progressOf({ ...standing, isOver: standing.isOver || standing.accumulates }))
  }

  private standing(): Standing {
    const { actual, target, place, computation, row } = this
    const { frame } = place
    const { accumulates } = computation
    return { actual, target, direction: row.metric.direction, accumulates, isOver: frame.isOver, pace: frame }
  }
}

interface Reached extends Pick<ProgressRow, 'sums' | 'target'> {
  readonly computation: Computation
}

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
  const place = loadPlace(ctx, row, asked)
  if (place instanceof Promise) return place.then((found) => found && reached(ctx, row, found))
  return place && reached(ctx, row, place)
}

/** What is asked of a progress that takes more reading than where it stands. */
export const TAKING_MORE = ['expected', 'forecast', 'status', 'pace', 'previous', 'series'] as const

/** What `loadProgress` of each of the key metrics reads, and these fields of it, so that nothing is left to wait for. */
export async function loadProgressAhead(
  ctx: Context,
  rows: readonly EffectiveRow[],
  asked: AskedProgress,
  fields: ReadonlySet<string>,
): Promise<void> {
  const byFrequency = groupBy(rows, ({ frequency }) => frequency)
  await Promise.all(
    [...byFrequency.values()].map((ofFrequency) => readAhead(ctx, ofFrequency, asked, fields)),
  )
}

async function readAhead(
  ctx: Context,
  rows: readonly EffectiveRow[],
  asked: AskedProgress,
  fields: ReadonlySet<string>,
): Promise<void> {
  const place = await loadPlace(ctx, rows[0]!, asked)
  if (place === null) return
  const { subject, frame, formulas, targetsOf } = place
  const computed = rows.filter(({ metricId }) => formulas.has(metricId))
  const sums = [frame.whole]
  if (fields.has('previous')) sums.push(frame.previous().cuts)
  if (fields.has('series')) sums.push(frame.byDay())
  const foreseen = ['expected', 'forecast', 'pace'].some((field) => fields.has(field))
  if (foreseen && !frame.isOver) sums.push(frame.past().cuts)
  // Targets come together: it is enough to wait for one.
  const [targets] = computed.map(({ metricId }) => targetsOf(metricId))
  await Promise.all([targets, ...sums.map((cuts) => loadStretches(ctx, subject, cuts))])
  if (!fields.has('status') || frame.isOver) return
  const amounts = await eventuallyAll(computed.map(({ metricId }) => targetsOf(metricId)))
  const isSet = amounts.some((of) => targetIn(of, subject) !== null)
  if (isSet) await loadStretches(ctx, subject, frame.past().cuts)
}

/** Nothing is made here where nothing has to be waited for: this is done for each key metric of a tree. */
function reached(ctx: Context, row: EffectiveRow, place: Place): Eventually<ProgressRow | null> {
  const { metricId } = row
  const { formulas, subject, frame, targetsOf } = place
  const formula = formulas.get(metricId)
  if (!formula) return null
  const computation = computationOf(formula, formulas)
  const stretches = loadStretches(ctx, subject, frame.whole)
  const amounts = targetsOf(metricId)
  return stretches instanceof Promise || amounts instanceof Promise
    ? reachedLater(ctx, row, place, { stretches, amounts, computation })
    : new ProgressRow(ctx, row, place, {
        sums: stretches[0]!,
        target: targetIn(amounts, subject),
        computation,
      })
}

interface Reading {
  readonly stretches: Eventually<readonly Sums[]>
  readonly amounts: Eventually<TargetAmounts>
  readonly computation: Computation
}

async function reachedLater(
  ctx: Context,
  row: EffectiveRow,
  place: Place,
  { stretches, amounts, computation }: Reading,
): Promise<ProgressRow> {
  const [sums] = await stretches
  const target = targetIn(await amounts, place.subject)
  return new ProgressRow(ctx, row, place, { sums: sums!, target, computation })
}

function targetIn(amounts: TargetAmounts, { id, isPerson }: Subject): Decimal | null {
  return isPerson ? amounts.ofPerson(id) : amounts.ofNode(id)
}

/** A limit is kept only when the period is over. */
function isWhateverComes({ status }: Progress, direction: Standing['direction']): boolean {
  return status === 'NO_TARGET' || (status === 'ACHIEVED' && direction === 'INCREASE')
}

function loadOutlook(ctx: Context, figure: Figure, standing: Standing): Eventually<Outlook> {
  const known = standing.accumulates && !standing.isOver ? loadPace(ctx, figure) : null
  return eventually(known, (pace) => {
    const { expected, forecast, status } = progressOf({ ...standing, pace: pace ?? standing.pace })
    return { expected, forecast, status, pace }
  })
}
