import type { Decimal } from '../../domain/decimal.js'
import {
  addsUp,
  addSums,
  measuresOf,
  valueBy,
  type Formula,
  type Formulas,
  type MetricValue,
  type Sums,
} from '../../domain/metric-value.js'
import type { Frame } from './frame.loaders.js'
import type { Subject } from './stretches.loaders.js'

/** Which number is told: of what, of whom, in which period, as of when. */
export interface Figure {
  readonly metricId: string
  readonly nodeId: string
  readonly subject: Subject
  readonly frame: Frame
  readonly asOf: Date | null
  /** Counts and sums grow over the period; averages and ratios are at any time what they are. */
  readonly accumulates: boolean
  readonly valueOf: (sums: Sums) => MetricValue
}

/** How a metric is computed. */
export type Computation = Pick<Figure, 'accumulates' | 'valueOf'>

/** Worked out once for all places a metric is computed for. */
const computations = new WeakMap<Formulas, Map<Formula, Computation>>()

export function computationOf(formula: Formula, formulas: Formulas): Computation {
  const known = computations.get(formulas) ?? new Map<Formula, Computation>()
  const found = known.get(formula)
  if (found) return found
  const measures = measuresOf(formula, formulas)
  const computation = { accumulates: addsUp(formula), valueOf: (sums: Sums) => valueBy(measures, sums) }
  computations.set(formulas, known.set(formula, computation))
  return computation
}

/** The value of several stretches together. */
export function valueOfAll({ valueOf }: Figure, stretches: readonly Sums[]): Decimal | null {
  return valueOf(addSums(stretches)).value
}
