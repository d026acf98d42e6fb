import type { Surface } from '../../domain/surface.js'
import type { Context } from '../../platform/context.js'
import type { AskedPeriod } from '../calendar/asked-period.js'
import type { DiagnosisRow } from '../diagnosis/diagnosis.loaders.js'
import { selfOf } from '../people/people-sight.js'
import { loadNotice } from './notice.loaders.js'

interface ShownPage {
  readonly surface: Surface
  readonly nodeId: string | null
  readonly metricId?: string
  readonly period?: AskedPeriod | null
  readonly asOf?: Date | null
  readonly isShown: boolean
}

/** As `loadNotice`, to whoever asks; null for an integration, which no person stands behind. */
export async function loadPageNotice(
  ctx: Context,
  { surface, nodeId, metricId, period, asOf, isShown }: ShownPage,
): Promise<DiagnosisRow | null> {
  const userId = selfOf(ctx)
  if (userId === null) return null
  const question = { userId, nodeId, surface, metricId: metricId ?? null }
  return loadNotice(ctx, { ...question, period: period ?? null, asOf: asOf ?? null }, isShown)
}
