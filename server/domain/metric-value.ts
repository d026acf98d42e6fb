import { add, divide, sumOf, type Decimal } from './decimal.js'

/** How a metric's value comes from activities. */
export type Formula = ActivityFormula | RatioFormula

export const ACTIVITY_FORMULA_KINDS = ['COUNT', 'SUM', 'AVERAGE'] as const

export interface ActivityFormula {
  readonly kind: (typeof ACTIVITY_FORMULA_KINDS)[number]
  /** At least one, none twice. */
  readonly activityTypeIds: readonly string[]
  /** Counts only activities with this label; null counts them all, labelled or not. */
  readonly label: string | null
}

export interface RatioFormula {
  readonly kind: 'RATIO'
  /** Metrics that count or sum: what can be added up on its own. */
  readonly numeratorId: string
  readonly denominatorId: string
}

export type Formulas = ReadonlyMap<string, Formula>

/** What the activities of one type and label, credited to one place in one period, add up to. */
export interface ActivitySum {
  readonly activityTypeId: string
  readonly label: string | null
  readonly quantity: Decimal
  /** An activity without an amount adds nothing. */
  readonly amount: Decimal
}

export type Sums = readonly ActivitySum[]

export interface MetricValue {
  /** Null when the denominator is 0: an average of nothing is unknown, not 0. */
  readonly value: Decimal | null
  readonly numerator: Decimal
  /** Null where nothing is divided (COUNT, SUM). */
  readonly denominator: Decimal | null
}

/** A sum over activities: of their quantities or their amounts, of some types, with a label or whatever the label. */
export interface Measure extends Pick<ActivityFormula, 'activityTypeIds' | 'label'> {
  readonly of: 'quantity' | 'amount'
}

export interface Measures {
  readonly numerator: Measure
  /** Null where nothing is divided. */
  readonly denominator: Measure | null
}

/**
 * What a metric divides by what.
 * @throws RangeError when `formulas` lacks a part of a ratio, or a part is not a count or a sum.
 */
export function measuresOf(formula: Formula, formulas: Formulas): Measures {
  if (formula.kind === 'RATIO') {
    const { numeratorId, denominatorId } = formula
    return { numerator: measureOf(numeratorId, formulas), denominator: measureOf(denominatorId, formulas) }
  }
  const quantity = { ...formula, of: 'quantity' } as const
  if (formula.kind === 'COUNT') return { numerator: quantity, denominator: null }
  return {
    numerator: { ...formula, of: 'amount' },
    denominator: formula.kind === 'AVERAGE' ? quantity : null,
  }
}

function measureOf(metricId: string, formulas: Formulas): Measure {
  const part = formulas.get(metricId)
  if (part === undefined || !addsUp(part)) throw new RangeError(`${metricId} cannot be a part of a ratio.`)
  return measuresOf(part, formulas).numerator
}

/**
 * The value of a metric from what its activities add up to; a quotient is rounded to 6 digits. The value of a
 * node is that of the added sums of its parts (`addSums`), never made of the values of its parts.
 * @throws RangeError as `measuresOf`.
 */
export function valueOf(formula: Formula, sums: Sums, formulas: Formulas): MetricValue {
  return valueBy(measuresOf(formula, formulas), sums)
}

/** The same for whoever asks of many places what one formula comes to. */
export function valueBy({ numerator, denominator }: Measures, sums: Sums): MetricValue {
  return metricValue(totalOf(numerator, sums), denominator && totalOf(denominator, sums))
}

function totalOf(measure: Measure, sums: Sums): Decimal {
  return sumOf(sums.filter((sum) => counts(measure, sum)).map((sum) => sum[measure.of]))
}

export function metricValue(numerator: Decimal, denominator: Decimal | null): MetricValue {
  return { value: denominator === null ? numerator : divide(numerator, denominator), numerator, denominator }
}

/** Whether there is anything to compute the metric from; of a ratio, anything in one of its parts. */
export function hasCounted(formula: Formula, sums: Sums, formulas: Formulas): boolean {
  const parts =
    formula.kind === 'RATIO'
      ? [formula.numeratorId, formula.denominatorId].map((id) => formulas.get(id))
      : [formula]
  return parts.some((part) => part && part.kind !== 'RATIO' && sums.some((sum) => counts(part, sum)))
}

function counts(
  { activityTypeIds, label }: Pick<ActivityFormula, 'activityTypeIds' | 'label'>,
  sum: ActivitySum,
): boolean {
  return activityTypeIds.includes(sum.activityTypeId) && (label === null || label === sum.label)
}

/** Whether the values of two places, or of two stretches of a period, may be added. */
export function addsUp({ kind }: Formula): boolean {
  return kind === 'COUNT' || kind === 'SUM'
}

/** The sums of a place from those of its parts: one per type and label, in the order of first appearance. */
export function addSums(parts: readonly Sums[]): Sums {
  const added = new Map<string, ActivitySum>()
  for (const sum of parts.flat()) {
    const key = JSON.stringify([sum.activityTypeId, sum.label])
    const soFar = added.get(key)
    added.set(key, soFar === undefined ? sum : plus(soFar, sum))
  }
  return [...added.values()]
}

function plus(a: ActivitySum, b: ActivitySum): ActivitySum {
  return { ...a, quantity: add(a.quantity, b.quantity), amount: add(a.amount, b.amount) }
}
