import { createActivityType } from '../../features/activity/activity-type.commands.js'
import { loadTypesById, type ActivityTypeRow } from '../../features/activity/activity-type.loaders.js'
import type { AskedFormula } from '../../features/activity/asked-formula.js'
import { setMetricFormula } from '../../features/activity/metric-formula.commands.js'
import { loadFormulas } from '../../features/activity/metric-formula.loaders.js'
import { createMetric } from '../../features/metric/metric.commands.js'
import { loadCatalogue, type MetricRow } from '../../features/metric/metric.loaders.js'
import type { Context } from '../../platform/context.js'
import { ImportError } from '../import-error.js'
import type { ActivityMapping, MetricMapping } from './activity-mapping.js'

/** What the mapping speaks of and the company has not. What it has stays as it is. */
export interface SetUp {
  readonly types: ActivityMapping['activityTypes']
  readonly metrics: readonly MetricMapping[]
  /** Of those and of metrics that are computed from nothing yet. */
  readonly formulas: readonly MetricMapping[]
}

/** @throws ImportError UNKNOWN_TYPE, ARCHIVED_TYPE, BAD_MAPPING, each with its place in the mapping. */
export async function planSetUp(ctx: Context, mapping: ActivityMapping): Promise<SetUp> {
  const types = await loadTypesByKey(ctx)
  const metrics = await loadMetricsByKey(ctx)
  const formulas = await loadFormulas(ctx)
  assertTypes(mapping, types)
  assertParts(mapping, metrics)
  return {
    types: mapping.activityTypes.filter(({ key }) => !types.has(key)),
    metrics: mapping.metrics.filter(({ key }) => !metrics.has(key)),
    formulas: mapping.metrics.filter(({ key }) => !formulas.has(metrics.get(key)?.id ?? '')),
  }
}

/** Each a change of its own: what is there stays when the next is interrupted, and is not made again. */
export async function carryOutSetUp(ctx: Context, { types, metrics, formulas }: SetUp): Promise<void> {
  for (const type of types) await createActivityType(ctx, type)
  for (const { formula: _, ...metric } of metrics) await createMetric(ctx, metric)
  for (const { key, formula } of formulas) {
    const byKey = await loadMetricsByKey(ctx)
    const { id: metricId, version: expectedVersion } = byKey.get(key)!
    const asked = askedFormula(formula, await loadTypesByKey(ctx), byKey)
    await setMetricFormula(ctx, { metricId, expectedVersion, formula: asked })
  }
}

/** Archived ones included. */
export async function loadTypesByKey(ctx: Context): Promise<Map<string, ActivityTypeRow>> {
  return new Map([...(await loadTypesById(ctx)).values()].map((type) => [type.key, type]))
}

async function loadMetricsByKey(ctx: Context): Promise<Map<string, MetricRow>> {
  return new Map([...(await loadCatalogue(ctx, null)).values()].map((metric) => [metric.key, metric]))
}

function askedFormula(
  formula: MetricMapping['formula'],
  types: ReadonlyMap<string, ActivityTypeRow>,
  metrics: ReadonlyMap<string, MetricRow>,
): AskedFormula {
  const { kind } = formula
  if (kind !== 'RATIO') {
    return {
      kind,
      activityTypeIds: formula.types.map((key) => types.get(key)!.id),
      label: formula.label ?? null,
    }
  }
  const [numeratorMetricId, denominatorMetricId] = [formula.numerator, formula.denominator].map(
    (key) => metrics.get(key)!.id,
  )
  return { kind, numeratorMetricId: numeratorMetricId!, denominatorMetricId: denominatorMetricId! }
}

function assertTypes(mapping: ActivityMapping, types: ReadonlyMap<string, ActivityTypeRow>): void {
  const named = [
    ...mapping.activityTypes.map(({ key }, at) => [`activityTypes.${at}.key`, key] as const),
    ...mapping.files.flatMap(({ rows }, file) =>
      rows.map(({ type }, row) => [`files.${file}.rows.${row}.type`, type] as const),
    ),
    ...mapping.metrics.flatMap(({ formula }, metric) =>
      formula.kind === 'RATIO'
        ? []
        : formula.types.map((type, at) => [`metrics.${metric}.formula.types.${at}`, type] as const),
    ),
  ]
  for (const [place, key] of named) {
    const type = types.get(key)
    if (type?.status === 'ARCHIVED') {
      const reason = `${place}: ${key} is archived. Restore it with restoreActivityType, or name another type.`
      throw new ImportError('ARCHIVED_TYPE', reason)
    }
    if (type || mapping.activityTypes.some((declared) => declared.key === key)) continue
    const known = [...types.keys(), ...mapping.activityTypes.map((declared) => declared.key)].join(', ')
    const reason = `${place}: there is no activity type ${key}. There are: ${known || 'none'}. To have it created, add it to activityTypes with a name.`
    throw new ImportError('UNKNOWN_TYPE', reason)
  }
}

function assertParts({ metrics }: ActivityMapping, known: ReadonlyMap<string, MetricRow>): void {
  metrics.forEach(({ formula }, at) => {
    if (formula.kind !== 'RATIO') return
    for (const part of ['numerator', 'denominator'] as const) {
      const key = formula[part]
      if (known.has(key) || metrics.slice(0, at).some((metric) => metric.key === key)) continue
      const reason = `metrics.${at}.formula.${part}: there is no metric ${key}. Add it to metrics, before this one.`
      throw new ImportError('BAD_MAPPING', reason)
    }
  })
}
