import { DomainError } from '../../domain/errors.js'
import { can } from '../../domain/policy.js'
import type { Change } from '../../platform/database/change.js'
import { pathOfCredit } from '../../domain/activity.js'
import { ACTIVITY_COLUMNS, activityRow, type ActivityRow, type StoredActivity } from './activity.row.js'

/** UPDATED: it was of somebody nobody knew, and is now given to the person. */
export interface Stored {
  readonly status: 'CREATED' | 'UPDATED' | 'UNCHANGED'
  readonly activity: ActivityRow
}

interface Storing {
  readonly outcomes: ReadonlyMap<ActivityRow, Stored | DomainError>
  /** What counts from now on. */
  readonly counted: readonly ActivityRow[]
}

interface Told {
  readonly candidates: readonly ActivityRow[]
  /** Those of the candidates that do not say when they happened: where one is known, they are of its instant. */
  readonly undated: ReadonlySet<ActivityRow>
}

/** The same id of one source is the same activity, however often and by however many at once it comes. */
export async function storeActivities(
  tx: Change,
  source: string,
  { candidates, undated }: Told,
): Promise<Storing> {
  const firsts = firstOfEach(candidates)
  const missedIds = await insert(tx, source, firsts)
  const [missed, created] = [true, false].map((is) => firsts.filter(({ id }) => missedIds.has(id) === is))
  const known = await loadKnown(tx, source, missed!)
  const createdIds = new Set(created!.map(({ id }) => id))
  const links = await link(tx, linksOf(candidates, known))
  const linkedIds = new Set(links.map(({ id }) => id))
  const byKey = new Map([...created!, ...known].map((one) => [one.externalId, one]))
  const outcomeOf = (one: ActivityRow): Stored | DomainError => {
    if (createdIds.has(one.id)) return { status: 'CREATED', activity: one }
    const before = byKey.get(one.externalId)!
    const different = differences(one, before).filter((field) => field !== 'occurredAt' || !undated.has(one))
    if (different.length > 0) return duplicate(tx, one, before, different)
    // Whoever comes first in the batch gave it to the person.
    return { status: linkedIds.delete(before.id) ? 'UPDATED' : 'UNCHANGED', activity: before }
  }
  const outcomes = new Map(candidates.map((one) => [one, outcomeOf(one)]))
  return { outcomes, counted: [...created!, ...links] }
}

/** What was kept aside and is of somebody known by now, each once. To credit it takes its instant. */
function linksOf(candidates: readonly ActivityRow[], known: readonly ActivityRow[]): ActivityRow[] {
  const unlinked = new Map(known.filter(({ userId }) => userId === null).map((one) => [one.externalId, one]))
  const links = candidates.flatMap((one): [string, ActivityRow][] => {
    const before = unlinked.get(one.externalId)
    if (!before || one.userId === null || differences(one, before).length > 0) return []
    const { userId, teamId, departmentId } = one
    return [[before.id, { ...before, userId, teamId, departmentId }]]
  })
  return [...new Map(links).values()]
}

/** Of those with the same id the first; what has none is always another. */
function firstOfEach(candidates: readonly ActivityRow[]): ActivityRow[] {
  const seen = new Set<string>()
  return candidates.filter(({ externalId }) => externalId === null || seen.size < seen.add(externalId).size)
}

/** Answers the ids of those that were there already, by another. In the order of their keys: two batches wait for each other one way round. */
async function insert(tx: Change, source: string, rows: readonly ActivityRow[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const missed = await tx.manager.query<{ id: string }[]>(
    `WITH sent AS (
       SELECT *
         FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::uuid[], $9::uuid[], $10::text[], $11::numeric[],
                     $12::numeric[], $13::timestamptz[], $14::date[], $15::text[], $16::text[])
           AS q(id, type_id, user_id, reference, team_id, department_id, label, quantity, amount, at, day, external_id, note)),
     created AS (
       INSERT INTO activity (company_id, source, recorded_at, version, id, activity_type_id, user_id, person_reference,
                             team_id, department_id, label, quantity, amount, occurred_at, day, external_id, note)
       SELECT $1, $2, $3, 1, sent.* FROM sent ORDER BY external_id
           ON CONFLICT (company_id, source, external_id) DO NOTHING
       RETURNING id)
     SELECT id FROM sent WHERE id NOT IN (SELECT id FROM created)`,
    [tx.companyId, source, tx.at, ...columnsOf(rows)],
  )
  return new Set(missed.map(({ id }) => id))
}

function columnsOf(rows: readonly ActivityRow[]): unknown[][] {
  const fields = [
    ...(['id', 'activityTypeId', 'userId', 'personReference', 'teamId', 'departmentId', 'label'] as const),
    ...(['quantity', 'amount', 'occurredAt', 'day', 'externalId', 'note'] as const),
  ]
  return fields.map((field) => rows.map((row) => row[field]))
}

async function loadKnown(
  { manager, companyId }: Change,
  source: string,
  missed: readonly ActivityRow[],
): Promise<ActivityRow[]> {
  if (missed.length === 0) return []
  const rows = await manager.query<StoredActivity[]>(
    `SELECT ${ACTIVITY_COLUMNS} FROM activity a
      WHERE a.company_id = $1 AND a.source = $2 AND a.external_id = ANY($3::text[])`,
    [companyId, source, missed.map(({ externalId }) => externalId)],
  )
  return rows.map(activityRow)
}

/** Answers those that nobody else had given to somebody meanwhile. Locked in the order of their ids. */
async function link(
  { manager, companyId }: Change,
  rows: readonly ActivityRow[],
): Promise<readonly ActivityRow[]> {
  if (rows.length === 0) return rows
  const [linked] = await manager.query<[{ id: string }[]]>(
    `WITH unlinked AS (
       SELECT a.id FROM activity a
        WHERE a.company_id = $1 AND a.id = ANY($2::uuid[]) AND a.user_id IS NULL ORDER BY a.id FOR UPDATE)
     UPDATE activity a
        SET user_id = q.user_id, team_id = q.team_id, department_id = q.department_id, version = a.version + 1
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[]) AS q(id, user_id, team_id, department_id)
       JOIN unlinked u ON u.id = q.id
      WHERE a.company_id = $1 AND a.id = q.id
     RETURNING a.id`,
    [
      companyId,
      ...(['id', 'userId', 'teamId', 'departmentId'] as const).map((field) => rows.map((row) => row[field])),
    ],
  )
  const ids = new Set(linked.map(({ id }) => id))
  return rows.filter(({ id }) => ids.has(id))
}

/** The fields in which two tellings of one activity are not the same. Who is called the same is the same person. */
function differences(one: ActivityRow, before: ActivityRow): string[] {
  const fields = (['activityTypeId', 'quantity', 'amount', 'label', 'note'] as const).filter(
    (field) => one[field] !== before[field],
  )
  const isSamePerson =
    (one.userId !== null && one.userId === before.userId) ||
    (one.personReference !== null && one.personReference === before.personReference)
  const isSameTime = one.occurredAt.getTime() === before.occurredAt.getTime()
  return [...fields, ...(isSameTime ? [] : ['occurredAt']), ...(isSamePerson ? [] : ['person'])]
}

/** Names the activity to those who may correct it. */
function duplicate(
  { actor, companyId }: Change,
  one: ActivityRow,
  before: ActivityRow,
  different: readonly string[],
): DomainError {
  const person = before.userId === null ? undefined : { id: before.userId }
  const resource = { path: pathOfCredit(companyId, before), ...(person && { person }) }
  const isTheirs = can(actor, 'correct activities', resource) !== null
  const name = isTheirs ? `activity ${before.id} (version ${before.version})` : 'another activity'
  const message = `${one.externalId} of ${one.source} is ${name} already, with another ${different.join(', ')}. To change it, use correctActivity; else send another externalId.`
  return new DomainError('DUPLICATE', message, ['externalId'])
}
