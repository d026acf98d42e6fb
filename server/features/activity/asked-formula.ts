import { DomainError } from '../../domain/errors.js'
import type { Formula } from '../../domain/metric-value.js'

/** A formula as a caller writes it: which of its fields it takes is for `kind` to say. */
export interface AskedFormula {
  readonly kind: Formula['kind']
  readonly activityTypeIds?: readonly string[] | null
  readonly label?: string | null
  readonly numeratorMetricId?: string | null
  readonly denominatorMetricId?: string | null
}

/** @throws DomainError INVALID for a field that the kind does not take, or a ratio without its parts. */
export function formulaOf(asked: AskedFormula): Formula {
  const { kind, activityTypeIds, label, numeratorMetricId, denominatorMetricId } = asked
  if (kind !== 'RATIO') {
    assertLeftOut(asked, ['numeratorMetricId', 'denominatorMetricId'])
    return { kind, activityTypeIds: activityTypeIds ?? [], label: label ?? null }
  }
  assertLeftOut(asked, ['activityTypeIds', 'label'])
  return {
    kind,
    numeratorId: given(numeratorMetricId, 'numeratorMetricId'),
    denominatorId: given(denominatorMetricId, 'denominatorMetricId'),
  }
}

/** The domain's refusal, which speaks of its own fields, in terms of the caller's. */
export function inTermsOfTheCaller({ code, message, path }: DomainError): DomainError {
  const termOf = (text: string) => text.replace(/\b(numerator|denominator)Id\b/, '$1MetricId')
  return new DomainError(code, termOf(message), ['formula', ...path.map(termOf)])
}

function assertLeftOut(asked: AskedFormula, fields: readonly (keyof AskedFormula)[]): void {
  const field = fields.find((name) => asked[name] !== undefined && asked[name] !== null)
  if (field === undefined) return
  const message = `${field} has no place in a ${asked.kind}; leave it out.`
  throw new DomainError('INVALID', message, ['formula', field])
}

function given(id: string | null | undefined, field: string): string {
  if (id) return id
  const message = `${field} is missing; a RATIO is made of a numerator and a denominator.`
  throw new DomainError('INVALID', message, ['formula', field])
}
