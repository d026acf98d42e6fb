import type { Decimal } from '../../domain/decimal.js'
import {
  addsUp,
  addSums,
  valueOf,
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

export function figureOf(
  formula: Formula,
  formulas: Formulas,
  rest: Omit<Figure, 'accumulates' | 'valueOf'>,
): Figure {
  return { ...rest, accumulates: addsUp(formula), valueOf: (sums) => valueOf(formula, sums, formulas) }
}

/** The value of several stretches together. */
export function valueOfAll({ valueOf }: Figure, stretches: readonly Sums[]): Decimal | null {
  return valueOf(addSums(stretches)).value
}
