import type { Period } from '../../domain/calendar.js'
import type { Frequency } from '../../domain/metric.js'
import type { Context } from '../../platform/context.js'
import { askedPeriod, askedPeriodOfField, type AskedPeriod } from '../calendar/asked-period.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { presentInstant } from '../calendar/present-instant.js'
import { loadConfiguration } from '../key-metric/configuration.loaders.js'
import { loadCatalogue, loadFrequencies } from '../metric/metric.loaders.js'

export interface Question {
  readonly metricId: string
  /** The node, or the team of the person; null for a person in none. */
  readonly nodeId: string | null
  readonly period: AskedPeriod | null | undefined
  readonly asOf: Date | null
}

/** The period that is meant. @throws DomainError as `askedPeriod`. */
export async function loadAskedPeriod(ctx: Context, question: Question): Promise<Period> {
  return askedPeriod(...(await loadTerms(ctx, question)))
}

/** As `loadAskedPeriod`, for a field. @throws as `askedPeriodOfField`. */
export async function loadPeriodOfField(ctx: Context, question: Question): Promise<Period> {
  return askedPeriodOfField(...(await loadTerms(ctx, question)))
}

async function loadTerms(
  ctx: Context,
  { period, ...question }: Question,
): Promise<Parameters<typeof askedPeriod>> {
  const calendar = await loadCalendar(ctx)
  const frequency = period?.frequency ?? (await loadFrequency(ctx, question))
  return [calendar, period, { frequency, instant: presentInstant(ctx, question.asOf) }]
}

/** As often as the company tracks the kind that the metric is of on the node. */
async function loadFrequency(
  ctx: Context,
  { metricId, nodeId, asOf }: Omit<Question, 'period'>,
): Promise<Frequency> {
  const configuration = await loadConfiguration(ctx, asOf)
  const state = nodeId === null ? undefined : configuration.resolution(nodeId)?.shown.get(metricId)
  const byDefault = (await loadCatalogue(ctx, asOf)).get(metricId)?.defaultKind ?? 'PRIMARY'
  return (await loadFrequencies(ctx, asOf))[state?.kind?.value ?? byDefault]
}
