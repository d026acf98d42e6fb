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
import type { Eventually } from '../../platform/eventually.js'
import { isUuid } from '../../platform/uuid.js'
import { assertLoggable, assertMayLog, mayLogForUnknown } from './activity-permission.js'
import type { ActivityRow } from './activity.row.js'
import { storeActivities, type Stored } from './activity-store.js'
import { eraOf, loadTerms, type Terms } from './activity-terms.js'
import { loadCredits, type Asked, type Found } from './credit.loaders.js'
import { postLast } from './rollup.js'

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
  const undated = new Set(candidates.filter((_, index) => !items[index]!.occurredAt).filter(isNoError))
  const told = { candidates: candidates.filter(isNoError), undated }
  const { outcomes, counted } = await storeActivities(tx, source, told)
  postLast(
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
  const { field, userId, reference, email } = personOf(item)
  const externalId = typeof item.externalId === 'string' ? foreignKeyOf(item.externalId, 'externalId') : null
  return { field, userId, reference, email, facts, occurredAt: facts.occurredAt, externalId }
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
  const candidateOf = async (draft: Draft | DomainError) =>
    draft instanceof DomainError ? draft : admitted(tx, terms, source, draft, byDraft.get(draft)!)
  return Promise.all(drafts.map(candidateOf))
}

/** At once, unless it takes a look at the person to say why not. */
function admitted(
  tx: Change,
  terms: Terms,
  source: string,
  draft: Draft,
  found: Found,
): Eventually<Candidate> {
  const judge = () =>
    attempt(() => {
      assertLoggable(tx, terms, draft.facts.activityTypeId, found)
      return activityOfDraft(tx, terms, source, draft, found)
    })
  const isKeptAside = found.person === null && draft.userId === null && mayLogForUnknown(tx)
  const permitted = isKeptAside || assertMayLog(tx, found, draft.field)
  return permitted instanceof Promise ? permitted.then(judge, domainError) : judge()
}

function activityOfDraft(
  { at }: Change,
  { dayOf }: Terms,
  source: string,
  { facts, reference, externalId }: Draft,
  { person, credit }: Found,
): ActivityRow {
  return {
    id: randomUUID(),
    activityTypeId: facts.activityTypeId,
    userId: person?.id ?? null,
    personReference: reference,
    teamId: credit?.teamId ?? null,
    departmentId: credit?.departmentId ?? null,
    label: facts.label,
    quantity: facts.quantity,
    amount: facts.amount,
    occurredAt: facts.occurredAt,
    day: dayOf(facts.occurredAt),
    recordedAt: at,
    source,
    externalId,
    note: facts.note,
    isVoided: false,
    version: 1,
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
