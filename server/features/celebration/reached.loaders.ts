import type { Period } from '../../domain/calendar.js'
import { isCelebrated, type CelebrationPlace } from '../../domain/celebration.js'
import type { Decimal } from '../../domain/decimal.js'
import { addsUp, valueOf, type Formula, type Formulas } from '../../domain/metric-value.js'
import type { MetricDirection } from '../../domain/metric.js'
import type { Change } from '../../platform/database/change.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import { loadCatalogue } from '../metric/metric.loaders.js'
import { loadStretches } from '../progress/stretches.loaders.js'
import { loadTargetAmounts, type TargetAmount } from '../target/target-amounts.loaders.js'
import type { Question } from './question.js'

/** A target that is reached, and by what. */
export interface Reached extends CelebrationPlace {
  readonly metricId: string
  readonly nodeId: string | null
  readonly userId: string | null
  readonly period: Period
  readonly actual: Decimal
  readonly target: Decimal
}

/** A node or person as the answer to the question of this index. */
export function placeOf(index: number, ownerId: string): string {
  return `${index}/${ownerId}`
}

/** Three statements for any number of questions, nodes and people: targets, sums of nodes, sums of people. */
export async function loadReached(tx: Change, questions: readonly Question[]): Promise<Reached[]> {
  const formulas = await loadFormulas(tx)
  const catalogue = await loadCatalogue(tx, null)
  const cutsOf = shared(({ start, end }: Period) => [start, end])
  const found = questions.map(async (question, index) => {
    const { metricId, period } = question
    const formula = formulas.get(metricId)
    if (!formula) return []
    const direction = catalogue.get(metricId)!.direction
    const terms = { formula, formulas, direction, cuts: cutsOf(period), index, metricId, period }
    const targets = await targetsOf(tx, question)
    return (await Promise.all(targets.map((target) => reachedOf(tx, target, terms)))).flat()
  })
  return (await Promise.all(found)).flat()
}

async function targetsOf(tx: Change, { metricId, period, owners }: Question): Promise<TargetAmount[]> {
  const amountsOf = await loadTargetAmounts(tx, { ownerId: null, period, asOf: null })
  const all = (await amountsOf(metricId)).all()
  return owners === null ? all : all.filter((row) => owners.has(ownerOf(row)))
}

function ownerOf({ nodeId, userId }: TargetAmount): string {
  return (nodeId ?? userId)!
}

interface Terms {
  readonly formula: Formula
  readonly formulas: Formulas
  readonly direction: MetricDirection
  readonly cuts: readonly string[]
  readonly index: number
  readonly metricId: string
  readonly period: Period
}

async function reachedOf(tx: Change, row: TargetAmount, terms: Terms): Promise<Reached[]> {
  const { nodeId, userId, amount: target } = row
  const { formula, formulas, direction, cuts, index, metricId, period } = terms
  const ownerId = ownerOf(row)
  const [sums] = await loadStretches(tx, { id: ownerId, isPerson: userId !== null }, cuts)
  const accumulates = addsUp(formula)
  const actual = valueOf(formula, sums!, formulas).value
  const isOver = tx.at >= period.endsAt
  const standing = { actual, target, direction, accumulates, isOver, pace: { share: 1 } }
  if (actual === null || !isCelebrated(standing)) return []
  return [{ place: placeOf(index, ownerId), metricId, nodeId, userId, period, actual, target }]
}

/** One list for all that begin and end on the same days, so that their sums are read once. */
function shared(make: (period: Period) => readonly string[]): (period: Period) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (period) => {
    const text = `${period.start}/${period.end}`
    const cuts = known.get(text) ?? make(period)
    known.set(text, cuts)
    return cuts
  }
}
