import type { CompanyCalendar, LocalDate } from '../../domain/calendar.js'
import { settlementOf } from '../../domain/celebration.js'
import type { Context } from '../../platform/context.js'
import { derive, type Change } from '../../platform/database/change.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { localDateOf, periodAt, periodOf } from '../calendar/period.js'
import { loadConfiguration } from '../key-metric/configuration.loaders.js'
import { loadCatalogue, loadFrequencies } from '../metric/metric.loaders.js'
import { onCompany } from '../org/permission.js'
import { basisOf, keepState, readState, type CelebrationState } from './celebration-state.js'
import {
  makeCelebrations,
  readCelebrated,
  type Celebrated,
  withdrawCelebrations,
} from './celebration-store.js'
import { endedPeriods, withinReach } from './ended-periods.js'
import { inForce } from './in-force.loaders.js'
import { merged, type Question } from './question.js'
import { loadQuestions } from './raised-questions.js'
import { loadReached, type Reached } from './reached.loaders.js'
import { loadTracked, type TrackedSince } from './tracked.loaders.js'
import { takeUnsettled } from './unsettled-events.js'

export interface Settled {
  readonly made: number
  readonly withdrawn: number
}

/**
 * Makes the celebrations of the company true to what was committed since the last time and to what periods have ended
 * since, as much as goes into one short transaction; `celebration_state.due_at` says when to go on. What is looked at is
 * judged as it is now, however often, so that nothing is done twice, and a crash undone. Null: somebody else is at it.
 */
export async function settleCompany(ctx: Context): Promise<Settled | null> {
  await readBeforehand(ctx)
  return derive(ctx, onCompany('see numbers of nodes'), settleDue)
}

async function settleDue(tx: Change): Promise<Settled> {
  const unsettled = await takeUnsettled(tx)
  const state = await readState(tx)
  const tracked = await loadTracked(tx, unsettled.get('TARGETS'))
  const calendar = await loadCalendar(tx)
  const basis = basisOf(await loadFormulas(tx), calendar)
  const today = localDateOf(calendar, tx.at)
  const raised = merged(await loadQuestions(tx, { unsettled, tracked, calendar, today }))
  const since = lookFrom(calendar, { ...state, isSameBasis: state.basis === basis }, tracked)
  const { asked, from } = withinReach(raised, since, today)
  const ended = endedPeriods(calendar, tracked, from, today)
  const settled = await settle(tx, [...asked, ...ended.questions], state.latestNumber)
  const dueAt = ended.until < today ? tx.at : periodAt(calendar, 'DAILY', tx.at).endsAt
  const latestNumber = state.latestNumber + settled.made + settled.withdrawn
  await keepState(tx, { settledUntil: ended.until, dueAt, basis, latestNumber })
  return settled
}

/** It is kept with the version, so that the company is locked no longer than it takes to judge. */
async function readBeforehand(ctx: Context): Promise<void> {
  await Promise.all([
    loadCalendar(ctx),
    loadCatalogue(ctx, null),
    loadConfiguration(ctx, null),
    loadFormulas(ctx),
    loadFrequencies(ctx, null),
  ])
}

/**
 * The day on which to begin with what has ended: where it was left off, or as far back as a target was changed. With
 * other formulas or another calendar everything has to be looked at again.
 */
function lookFrom(
  calendar: CompanyCalendar,
  { settledUntil, isSameBasis, began }: CelebrationState & { readonly isSameBasis: boolean },
  tracked: readonly TrackedSince[],
): LocalDate {
  if (settledUntil === null || !isSameBasis) return localDateOf(calendar, began)
  const changed = tracked.flatMap(({ frequency, changedFrom }) =>
    changedFrom === null ? [] : periodOf(calendar, frequency, changedFrom),
  )
  const ended = changed.filter(({ end }) => end <= settledUntil)
  return ended.reduce((first, { start }) => (start < first ? start : first), settledUntil)
}

async function settle(tx: Change, questions: readonly Question[], latest: number): Promise<Settled> {
  if (questions.length === 0) return { made: 0, withdrawn: 0 }
  const celebrated = await readCelebrated(tx, questions)
  const { made, withdrawn } = settlementOf(celebrated.standing, await loadReached(tx, questions))
  const due = (await inForce(tx, made)).map((one) => ({ ...one, reachedAt: reachedAt(tx, one, celebrated) }))
  await withdrawCelebrations(tx, withdrawn, latest)
  await makeCelebrations(tx, due, latest + withdrawn.length)
  return { made: due.length, withdrawn: withdrawn.length }
}

/**
 * What is found out after the period was reached by its end at the latest, unless it had been withdrawn since: then it
 * was reached again only now.
 */
function reachedAt({ at }: Change, { place, period }: Reached, { withdrawn }: Celebrated): Date {
  return at < period.endsAt || withdrawn.has(place) ? at : period.endsAt
}
