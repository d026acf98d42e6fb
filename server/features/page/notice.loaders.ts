import { isWorthTelling } from '../../domain/diagnosis.js'
import type { Context } from '../../platform/context.js'
import { loadDiagnosisOf, type DiagnosisRow, type Question } from '../diagnosis/diagnosis.loaders.js'
import { loadUser } from '../people/user.loaders.js'

/**
 * Why a page shows nothing, or what it shows has no number: what `explainKeyMetric` says of it; null when there is
 * nothing to say. Of the page as a whole without a metric, of one of its rows with one. `isShown`: the page has rows,
 * or this is one. Whoever asks: who shows it, asks who may see the page.
 */
export async function loadNotice(
  ctx: Context,
  question: Question,
  isShown: boolean,
): Promise<DiagnosisRow | null> {
  const { userId, asOf } = question
  // Of somebody in sight now, also where they were elsewhere then.
  const user = await loadUser(ctx, userId, null)
  const diagnosis = user && (await loadDiagnosisOf(ctx, { ...user, asOf }, question))
  return diagnosis && isWorthTelling(diagnosis, isShown) ? diagnosis : null
}
