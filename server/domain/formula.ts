import { DomainError } from './errors.js'
import {
  addsUp,
  type ActivityFormula,
  type Formula,
  type Formulas,
  type RatioFormula,
} from './metric-value.js'
import { nameOf } from './text.js'

/**
 * The formula of `metricId` as it will be stored: label trimmed, no activity type twice. `formulas` are those
 * of the company; the metric itself may be among them, with the formula it has so far.
 * @throws DomainError INVALID without an activity type, for a ratio of itself or of what does not add up
 *   (an average, a ratio, an unknown metric), and for a part of a ratio that would no longer add up.
 */
export function validFormula(metricId: string, formula: Formula, formulas: Formulas): Formula {
  if (!addsUp(formula)) assertNotAPart(metricId, formula, formulas)
  if (formula.kind !== 'RATIO') return validActivityFormula(formula)
  assertPart(metricId, formula, 'numeratorId', formulas)
  assertPart(metricId, formula, 'denominatorId', formulas)
  return formula
}

function validActivityFormula(formula: ActivityFormula): ActivityFormula {
  const activityTypeIds = [...new Set(formula.activityTypeIds)]
  if (activityTypeIds.length === 0) {
    const message = `activityTypeIds is empty; ${formula.kind} needs at least one activity type.`
    throw new DomainError('INVALID', message, ['activityTypeIds'])
  }
  return {
    ...formula,
    activityTypeIds,
    label: formula.label === null ? null : nameOf(formula.label, 'label'),
  }
}

function assertPart(
  metricId: string,
  formula: RatioFormula,
  field: 'numeratorId' | 'denominatorId',
  formulas: Formulas,
): void {
  if (formula[field] === metricId) {
    throw new DomainError('INVALID', `${field} is the metric itself; a ratio is made of other metrics.`, [
      field,
    ])
  }
  const part = formulas.get(formula[field])
  if (part && addsUp(part)) return
  const found = part ? `is computed as ${part.kind}` : 'is not a metric computed from activities'
  const message = `${field} ${found}; expected one computed as COUNT or SUM, which adds up over teams.`
  throw new DomainError('INVALID', message, [field])
}

function assertNotAPart(metricId: string, { kind }: Formula, formulas: Formulas): void {
  const isPart = [...formulas.values()].some(
    (other) => other.kind === 'RATIO' && [other.numeratorId, other.denominatorId].includes(metricId),
  )
  if (!isPart) return
  const message = `kind is ${kind}, but a ratio is made of this metric; keep COUNT or SUM, or change the ratio first.`
  throw new DomainError('INVALID', message, ['kind'])
}
