import { randomUUID } from 'node:crypto'
import {
  activityOf,
  countedOf,
  foreignKeyOf,
  type ActivityFacts,
  type ActivityInput,
  type Era,
} from '../../domain/activity.js'
import { DomainError } from '../../domain/errors.js'
import { emailOf } from '../../domain/user.js'
import { domainError, type Rejected } from '../../platform/database/batch.js'
import type { Change } from '../../platform/database/change.js'
import { isUuid } from '../../platform/uuid.js'
import { assertLoggable, assertMayLog, mayLogForUnknown } from './activity-permission.js'
import type { ActivityRow } from './activity.row.js'
import { storeActivities, type Stored } from './activity-store.js'
import { eraOf, loadTerms, type Terms } from './activity-terms.js'
import { loadCredits, type Asked, type Found } from './credit.loaders.js'
import { post } from './rollup.js'

/** One activity of somebody, who is named in one of three ways. */
export interface NewActivity extends ActivityInput {
  readonly userId?: string | null
  readonly email?: string | null
  /** As the source calls the person. */
  readonly personReference?: string | null
  readonly externalId?: string | null
}

/** What becomes of an item of a batch. */
export type ItemResult = Stored | Rejected

/**
 * Stores those of the activities that can be stored and adds them to the sums; answers in their order. The number of
 * statements does not depend on theirs.
 */
export async function logItems(
  tx: Change,
  source: string,
  items: readonly NewActivity[],
): Promise<ItemResult[]> {
  const terms = await loadTerms(tx)
  const drafts = items.map((item) => attempt(() => draftOf(item, eraOf(tx, terms))))
  const candidates = await admit(tx, terms, source, drafts)
  const { outcomes, counted } = await storeActivities(tx, source, candidates.filter(isNoError))
  await post(
    tx,
    counted.map(countedOf).filter((one) => one !== null),
  )
  return candidates.map((one) => (one instanceof DomainError ? rejected(one) : resultOf(outcomes.get(one)!)))
}

function resultOf(outcome: Stored | DomainError): ItemResult {
  return outcome instanceof DomainError ? rejected(outcome) : outcome
}

function rejected(error: DomainError): Rejected {
  return { status: 'REJECTED', error }
}

/** An item that is right as such. */
interface Draft extends Asked {
  readonly facts: ActivityFacts
  readonly externalId: string | null
  /** Where the person is named. */
  readonly field: PersonField
}

const PERSON_FIELDS = ['userId', 'email', 'personReference'] as const
type PersonField = (typeof PERSON_FIELDS)[number]

/** @throws DomainError INVALID naming the field. */
export function draftOf(item: NewActivity, era: Era): Draft {
  const facts = activityOf(item, era)
  const { externalId } = item
  return {
    ...personOf(item),
    ...{ facts, occurredAt: facts.occurredAt },
    externalId: typeof externalId === 'string' ? foreignKeyOf(externalId, 'externalId') : null,
  }
}

// Never issued: what can be no id of ours is nobody, as an unknown id is.
const NOBODY = '00000000-0000-0000-0000-000000000000'

function personOf(item: NewActivity): Omit<Asked, 'occurredAt'> & { readonly field: PersonField } {
  const given = PERSON_FIELDS.filter((field) => typeof item[field] === 'string')
  const [field] = given
  if (field === undefined || given.length > 1) {
    const message = `${given.length} of userId, email and personReference are given; expected exactly one.`
    throw new DomainError('INVALID', message, [given[1] ?? 'userId'])
  }
  const name = item[field]!
  if (field === 'userId') return { field, userId: isUuid(name) ? name : NOBODY, reference: null, email: null }
  const reference = field === 'email' ? emailOf(name) : foreignKeyOf(name, field)
  const email = attempt(() => emailOf(reference))
  return { field, userId: null, reference, email: email instanceof DomainError ? null : email }
}

type Candidate = ActivityRow | DomainError

/** Asks of each whether this actor may log it, and whether it can be logged. */
async function admit(
  tx: Change,
  terms: Terms,
  source: string,
  drafts: readonly (Draft | DomainError)[],
): Promise<Candidate[]> {
  const valid = drafts.filter(isNoError)
  const found = await loadCredits(tx, source, valid)
  const byDraft = new Map(valid.map((draft, index) => [draft, found[index]!]))
  const admitted = async (draft: Draft | DomainError) => {
    if (draft instanceof DomainError) return draft
    const its = byDraft.get(draft)!
    await assertAdmitted(tx, terms, draft, its)
    return candidateOf(tx, terms, source, draft, its)
  }
  return Promise.all(drafts.map((draft) => admitted(draft).catch(domainError)))
}

async function assertAdmitted(tx: Change, terms: Terms, draft: Draft, found: Found): Promise<void> {
  const isKeptAside = found.person === null && draft.userId === null && mayLogForUnknown(tx)
  if (!isKeptAside) await assertMayLog(tx, found, draft.field)
  assertLoggable(tx, terms, draft.facts.activityTypeId, found)
}

function candidateOf(
  { at }: Change,
  { dayOf }: Terms,
  source: string,
  { facts, reference, externalId }: Draft,
  { person, credit }: Found,
): ActivityRow {
  return {
    ...{ id: randomUUID(), source, externalId, recordedAt: at, version: 1, isVoided: false },
    ...facts,
    ...(credit ?? { teamId: null, departmentId: null }),
    ...{ day: dayOf(facts.occurredAt), userId: person?.id ?? null, personReference: reference },
  }
}

function attempt<T>(work: () => T): T | DomainError {
  try {
    return work()
  } catch (error) {
    return domainError(error)
  }
}

function isNoError<T>(value: T | DomainError): value is T {
  return !(value instanceof DomainError)
}
