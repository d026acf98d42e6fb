import { DomainError } from '../../domain/errors.js'
import { validFormula } from '../../domain/formula.js'
import { addsUp, type Formula, type Formulas } from '../../domain/metric-value.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { metricOf, touchMetric } from '../metric/metric.commands.js'
import { loadCatalogue, type MetricRow } from '../metric/metric.loaders.js'
import { onCompany } from '../org/permission.js'
import { typeOf } from './activity-type.commands.js'
import { formulaOf, inTermsOfTheCaller, type AskedFormula } from './asked-formula.js'
import { MetricFormulaEntity } from './metric-formula.entity.js'
import { loadFormulas } from './metric-formula.loaders.js'
import { MetricFormulaTypeEntity } from './metric-formula-type.entity.js'

export interface FormulaKey {
  readonly metricId: string
  readonly expectedVersion: number
}

/**
 * Computes a metric this way from now on, its past as well. Nothing when it is so already.
 * @throws DomainError NOT_FOUND, INVALID (see `validFormula`; also for a part of a ratio, naming the ratio),
 *   VERSION_CONFLICT, FORBIDDEN.
 */
export function setMetricFormula(
  ctx: Context,
  { formula: asked, ...key }: FormulaKey & { readonly formula: AskedFormula },
): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const metric = await metricOf(tx, key.metricId)
    const formulas = await loadFormulas(tx)
    const formula = await validFor(tx, metric, asked, formulas)
    const before = formulas.get(metric.id) ?? null
    if (before && sameFormula(before, formula)) return
    await replace(tx, metric, key.expectedVersion, { before, after: formula })
  })
}

/** Nothing when it has none. @throws DomainError NOT_FOUND, INVALID naming a ratio of it, VERSION_CONFLICT, FORBIDDEN. */
export function removeMetricFormula(ctx: Context, { metricId, expectedVersion }: FormulaKey): Promise<void> {
  return change(ctx, onCompany('configure the company'), async (tx) => {
    const metric = await metricOf(tx, metricId)
    const formulas = await loadFormulas(tx)
    const before = formulas.get(metricId)
    if (!before) return
    const ratio = await ratioOf(tx, metricId, formulas)
    if (ratio) {
      const message = `The ratio ${ratio} is made of ${metric.key}; change or remove the formula of ${ratio} first.`
      throw new DomainError('INVALID', message, ['metricId'])
    }
    await replace(tx, metric, expectedVersion, { before, after: null })
  })
}

async function validFor(
  tx: Change,
  metric: MetricRow,
  asked: AskedFormula,
  formulas: Formulas,
): Promise<Formula> {
  const formula = formulaOf(asked)
  const ratio = addsUp(formula) ? null : await ratioOf(tx, metric.id, formulas)
  if (ratio) {
    const message = `The ratio ${ratio} is made of ${metric.key}, which cannot be computed as ${formula.kind}: keep COUNT or SUM, or change ${ratio} first.`
    throw new DomainError('INVALID', message, ['formula', 'kind'])
  }
  const typeIds = formula.kind === 'RATIO' ? [] : formula.activityTypeIds
  for (const id of typeIds) await typeOf(tx, id, ['formula', 'activityTypeIds'])
  try {
    return validFormula(metric.id, formula, formulas)
  } catch (error) {
    throw error instanceof DomainError ? inTermsOfTheCaller(error) : error
  }
}

/** The key of the first ratio, in the order of the keys, that is made of the metric; null: there is none. */
async function ratioOf(tx: Change, metricId: string, formulas: Formulas): Promise<string | null> {
  const isMadeOfIt = (formula: Formula | undefined) =>
    formula?.kind === 'RATIO' && [formula.numeratorId, formula.denominatorId].includes(metricId)
  const others = [...(await loadCatalogue(tx, null)).values()].filter(({ id }) => id !== metricId)
  return others.find(({ id }) => isMadeOfIt(formulas.get(id)))?.key ?? null
}

function sameFormula(a: Formula, b: Formula): boolean {
  const textOf = (formula: Formula) =>
    formula.kind === 'RATIO'
      ? JSON.stringify([formula.numeratorId, formula.denominatorId])
      : JSON.stringify([formula.kind, formula.label, [...formula.activityTypeIds].sort()])
  return a.kind === b.kind && textOf(a) === textOf(b)
}

interface Replacement {
  readonly before: Formula | null
  readonly after: Formula | null
}

async function replace(
  tx: Change,
  metric: MetricRow,
  expectedVersion: number,
  { before, after }: Replacement,
): Promise<void> {
  assertVersion(`Metric ${metric.key}`, metric.version, expectedVersion)
  const { manager, companyId } = tx
  const metricId = metric.id
  await manager.delete(MetricFormulaTypeEntity, { companyId, metricId })
  await manager.delete(MetricFormulaEntity, { companyId, metricId })
  if (after) await store(tx, metricId, after)
  await touchMetric(tx, metric)
  const action = after ? 'setMetricFormula' : 'removeMetricFormula'
  tx.record({ action, nodeId: null, entityId: metricId, before, after })
}

async function store({ manager, companyId }: Change, metricId: string, formula: Formula): Promise<void> {
  const isRatio = formula.kind === 'RATIO'
  await manager.insert(MetricFormulaEntity, {
    ...{ companyId, metricId, kind: formula.kind },
    label: isRatio ? null : formula.label,
    numeratorId: isRatio ? formula.numeratorId : null,
    denominatorId: isRatio ? formula.denominatorId : null,
  })
  const types = isRatio ? [] : formula.activityTypeIds
  if (types.length === 0) return
  const rows = types.map((activityTypeId) => ({ companyId, metricId, activityTypeId }))
  await manager.insert(MetricFormulaTypeEntity, rows)
}
