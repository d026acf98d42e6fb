import type { Formula, Formulas } from '../../domain/metric-value.js'
import type { Context } from '../../platform/context.js'
import type { Eventually } from '../../platform/eventually.js'
import { perVersion } from '../../platform/per-version.js'
import { loadCatalogue, type MetricRow } from '../metric/metric.loaders.js'
import { assertScope } from '../org/sight.loaders.js'
import { loadTypesById, type ActivityTypeRow } from './activity-type.loaders.js'

interface StoredFormula {
  readonly metricId: string
  readonly kind: Formula['kind']
  readonly label: string | null
  readonly numeratorId: string | null
  readonly denominatorId: string | null
  readonly activityTypeIds: string[]
}

const presentFormulas = perVersion(readFormulas)

async function readFormulas({ manager, companyId }: Context): Promise<Formulas> {
  const rows = await manager.query<StoredFormula[]>(
    `SELECT f.metric_id AS "metricId", f.kind, f.label, f.numerator_id AS "numeratorId",
            f.denominator_id AS "denominatorId",
            ARRAY(SELECT t.activity_type_id FROM metric_formula_type t
                   WHERE t.company_id = $1 AND t.metric_id = f.metric_id
                   ORDER BY t.activity_type_id) AS "activityTypeIds"
       FROM metric_formula f
      WHERE f.company_id = $1`,
    [companyId],
  )
  return new Map(rows.map((row) => [row.metricId, formulaOf(row)]))
}

function formulaOf({ kind, label, activityTypeIds, ...parts }: StoredFormula): Formula {
  if (kind !== 'RATIO') return { kind, label, activityTypeIds }
  return { kind, numeratorId: parts.numeratorId!, denominatorId: parts.denominatorId! }
}

/** All formulas of the company, by the id of the metric they compute. Whoever asks: for what computes and decides. */
export function loadFormulas(ctx: Context): Eventually<Formulas> {
  return presentFormulas(ctx, null)
}

export interface FormulaRow {
  readonly kind: Formula['kind']
  readonly activityTypes: readonly ActivityTypeRow[]
  readonly label: string | null
  readonly numerator: MetricRow | null
  readonly denominator: MetricRow | null
}

/**
 * How a metric is computed, to be shown; null when it is not computed from activities.
 * @throws FORBIDDEN for an API key without the scope.
 */
export async function loadFormula(ctx: Context, metricId: string): Promise<FormulaRow | null> {
  assertScope(ctx, 'see the catalogue')
  const formula = (await loadFormulas(ctx)).get(metricId)
  if (!formula) return null
  const [types, metrics] = await Promise.all([loadTypesById(ctx), loadCatalogue(ctx, null)])
  const { kind } = formula
  if (kind === 'RATIO') {
    const [numerator, denominator] = [metrics.get(formula.numeratorId)!, metrics.get(formula.denominatorId)!]
    return { kind, activityTypes: [], label: null, numerator, denominator }
  }
  const taken = new Set(formula.activityTypeIds)
  const activityTypes = [...types.values()].filter(({ id }) => taken.has(id))
  return { kind, activityTypes, label: formula.label, numerator: null, denominator: null }
}
