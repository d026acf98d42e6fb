import type { DataSource } from 'typeorm'
import { loadTerms } from '../../features/activity/activity-terms.js'
import { loadCalendar } from '../../features/calendar/calendar.loaders.js'
import type { Context } from '../../platform/context.js'
import { hasCode } from '../../platform/has-code.js'
import { findCompany } from '../find-company.js'
import { ImportError } from '../import-error.js'
import type { CompanyReference } from '../import-order.js'
import type { ActivityMapping } from './activity-mapping.js'
import { deliver } from './deliver.js'
import type { Listener } from './listener.js'
import { linkPeople, loadPeopleOfSource, type PeopleOfSource } from './people-of-source.js'
import type { Reading } from './read-activities.js'
import type { Circumstances } from './row-reader.js'
import { carryOutSetUp, planSetUp, type SetUp } from './set-up.js'
import { survey, type Survey } from './survey.js'
import { newTally, type Tally } from './tally.js'

/** What to import, from where, into which company, and how strictly. */
export interface ActivityOrder {
  readonly mapping: ActivityMapping
  /** Where the files lie. */
  readonly folder: string
  readonly company: CompanyReference
  readonly dryRun: boolean
  /** Imports the rows that are right although others are not. */
  readonly skipInvalid: boolean
}

export interface ActivitiesResult {
  readonly order: ActivityOrder
  readonly setUp: SetUp
  readonly survey: Survey
  readonly people: PeopleOfSource
  readonly tally: Tally
  /** Whether the rows are good enough to be written, and were unless this was a dry run. */
  readonly isAccepted: boolean
}

const NOBODY: Listener = { onProgress: () => undefined, onOutcome: () => undefined }
const LOCK_NOT_AVAILABLE = '55P03'

/**
 * Makes the company hold what the files say was done. All rows are checked before anything is written; then they are
 * written in batches, each whole or not at all, so that an import that was interrupted is completed by the same import.
 * What is there already is not written again. @throws ImportError for what is wrong with the order, the mapping or a
 * file as a whole; rows that are wrong are in the result, and told to the listener.
 */
export async function importActivities(
  database: DataSource,
  order: ActivityOrder,
  listener: Partial<Listener> = {},
): Promise<ActivitiesResult> {
  const ctx = await companyOf(database, order)
  try {
    return await intoCompany(ctx, order, { ...NOBODY, ...listener })
  } catch (error) {
    if (!hasCode(error, LOCK_NOT_AVAILABLE)) throw error
    const reason =
      'Somebody else is changing this company. Wait for them and run the import again: it goes on.'
    throw new ImportError('COMPANY_BUSY', reason)
  }
}

async function intoCompany(
  ctx: Context,
  order: ActivityOrder,
  listener: Listener,
): Promise<ActivitiesResult> {
  const { mapping, folder, dryRun, skipInvalid } = order
  const setUp = await planSetUp(ctx, mapping)
  const reading: Reading = { mapping, folder, circumstances: await loadCircumstances(ctx) }
  const found = await survey(reading, listener)
  const people = await loadPeopleOfSource(ctx, mapping.source, found.names)
  const isAccepted = found.rejected === 0 || (skipInvalid && found.activities > 0)
  const tally = newTally()
  if (isAccepted) {
    if (!dryRun) await prepare(ctx, order, { setUp, people }, listener)
    await deliver(ctx, reading, { dryRun, people, expected: found.activities }, { tally, listener })
  }
  return { order, setUp, survey: found, people, tally, isAccepted }
}

async function prepare(
  ctx: Context,
  { mapping: { source } }: ActivityOrder,
  { setUp, people }: Pick<ActivitiesResult, 'setUp' | 'people'>,
  { onProgress }: Listener,
): Promise<void> {
  await carryOutSetUp(ctx, setUp)
  await linkPeople(ctx, source, people, (done, total) => onProgress('linking', done, total))
}

async function loadCircumstances(ctx: Context): Promise<Circumstances> {
  const { began } = await loadTerms(ctx)
  const { timeZone } = await loadCalendar(ctx)
  return { era: { began, now: new Date() }, timeZone }
}

async function companyOf(database: DataSource, { company }: ActivityOrder): Promise<Context> {
  const found = await findCompany(database, company)
  if ('ctx' in found) return found.ctx
  const reason = `There is no company “${found.newName}”. Import its people first, with --org.`
  throw new ImportError('COMPANY_MISSING', reason)
}
