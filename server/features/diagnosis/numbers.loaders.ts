import type { Page } from '../../domain/diagnosis-facts.js'
import type { CountedType, Numbers, NumberSource, SourcesOfNumber } from '../../domain/diagnosis-numbers.js'
import { hasCounted, type ActivityFormula, type Formulas, type Sums } from '../../domain/metric-value.js'
import type { Frequency, KeyMetricKind } from '../../domain/metric.js'
import type { Context } from '../../platform/context.js'
import type { Eventually } from '../../platform/eventually.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { loadTypesById } from '../activity/activity-type.loaders.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import { loadKeyMetricsInForce } from '../key-metric/key-metric.loaders.js'
import { loadFrequencies, type MetricRow } from '../metric/metric.loaders.js'
import { loadFrame } from '../progress/frame.loaders.js'
import { seesNumbersOfNode, seesNumbersOfPerson } from '../progress/numbers-sight.js'
import { loadStretches, type Subject } from '../progress/stretches.loaders.js'
import { loadLoggable } from './loggable.loaders.js'

interface Looking {
  readonly page: Page | 'UNSEEN' | null
  /** Whose numbers the page shows; null: those of its node. */
  readonly userId: string | null
  /** Null: any that is in force there. */
  readonly metric: MetricRow | null
  /** Null: the one that runs at the instant. */
  readonly period: AskedPeriod | null
  readonly asOf: Date | null
}

/** Where the numbers of the page come from, and whether they do. Null where who asks does not see those numbers. */
export async function loadNumbers(ctx: Context, looking: Looking): Promise<Numbers> {
  const { page, userId, period, asOf } = looking
  if (page === null || page === 'UNSEEN') return null
  const node = { id: page.path.at(-1)!.id, asOf }
  const subject = { id: userId ?? node.id, isPerson: userId !== null }
  if (!(await nullWhereForbidden(() => seesNumbers(ctx, subject, node)))) return null
  const [formulas, typeOf, shown] = await Promise.all([
    loadFormulas(ctx),
    loadCountedTypes(ctx, { ...node, withBelow: !subject.isPerson }),
    shownMetrics(ctx, looking, node.id),
  ])
  return Promise.all(
    shown.map(async ({ metricId, frequency }) => {
      const parts = partsOf(metricId, formulas)
      if (parts.length === 0) return []
      const { whole } = await loadFrame(ctx, period, { frequency, asOf })
      const [sums] = await loadStretches(ctx, subject, whole)
      return sourcesOf(parts, sums!, typeOf)
    }),
  )
}

async function loadCountedTypes(
  ctx: Context,
  place: Parameters<typeof loadLoggable>[1],
): Promise<(id: string) => CountedType> {
  const [types, loggable] = await Promise.all([loadTypesById(ctx), loadLoggable(ctx, place)])
  return (id) => {
    const { name, status } = types.get(id)!
    return { name, isArchived: status === 'ARCHIVED', isEnabled: loggable.has(id) }
  }
}

function sourcesOf(
  parts: readonly ActivityFormula[],
  sums: Sums,
  typeOf: (id: string) => CountedType,
): SourcesOfNumber {
  return parts.map((part): NumberSource => {
    return { types: part.activityTypeIds.map(typeOf), isRecorded: hasCounted(part, sums, new Map()) }
  })
}

/** What a formula counts: itself, or the two parts of a ratio. */
function partsOf(metricId: string, formulas: Formulas): ActivityFormula[] {
  const formula = formulas.get(metricId)
  if (formula?.kind !== 'RATIO') return formula ? [formula] : []
  return [formula.numeratorId, formula.denominatorId].flatMap((id) => partsOf(id, formulas))
}

function seesNumbers(
  ctx: Context,
  { id, isPerson }: Subject,
  node: { readonly id: string; readonly asOf: Date | null },
): Eventually<boolean> {
  return isPerson ? seesNumbersOfPerson(ctx, id, node) : seesNumbersOfNode(ctx, node)
}

interface Shown {
  readonly metricId: string
  readonly frequency: Frequency
}

/** One that is not in force is looked for as often as its default kind is. */
async function shownMetrics(
  ctx: Context,
  { metric, asOf }: Looking,
  nodeId: string,
): Promise<readonly Shown[]> {
  const effective = await loadKeyMetricsInForce(ctx, { id: nodeId, asOf })
  if (metric === null) return effective
  const row = effective.find(({ metricId }) => metricId === metric.id)
  const kind: KeyMetricKind = row?.kind ?? metric.defaultKind
  return [{ metricId: metric.id, frequency: (await loadFrequencies(ctx, asOf))[kind] }]
}
