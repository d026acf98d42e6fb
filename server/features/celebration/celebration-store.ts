import type { CelebrationPlace } from '../../domain/celebration.js'
import { eventOf } from '../../platform/database/change-event.js'
import type { Change } from '../../platform/database/change.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { Question } from './question.js'
import { placeOf, type Reached } from './reached.loaders.js'

export interface Standing extends CelebrationPlace {
  readonly id: string
}

/** What was ever celebrated of what is asked about. */
export interface Celebrated {
  readonly standing: readonly Standing[]
  /** The places of which something was withdrawn, whether or not it was reached again since. */
  readonly withdrawn: ReadonlySet<string>
}

export interface Made extends Reached {
  readonly reachedAt: Date
}

interface Row {
  /** Null: withdrawn. */
  readonly id: string | null
  readonly ownerId: string
  readonly place: string
}

/**
 * By the days of the period and not by the first alone, as with targets: a calendar that is changed begins its periods on
 * other days.
 */
export async function readCelebrated(
  { manager, companyId }: Change,
  questions: readonly Question[],
): Promise<Celebrated> {
  const asked = `
       FROM unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::boolean[])
            WITH ORDINALITY AS q(metric_id, frequency, start, finish, is_of_all, place)
       JOIN celebration c ON c.company_id = $1 AND c.metric_id = q.metric_id AND c.frequency = q.frequency
        AND c.period_start >= q.start AND c.period_start < q.finish
      WHERE (q.is_of_all OR c.node_id = ANY($7::uuid[]) OR c.user_id = ANY($7::uuid[]))`
  const rows = await manager.query<Row[]>(
    `SELECT c.id, coalesce(c.node_id, c.user_id) AS "ownerId", q.place ${asked} AND c.withdrawn_at IS NULL
     UNION
     SELECT NULL, coalesce(c.node_id, c.user_id), q.place ${asked} AND c.withdrawn_at IS NOT NULL`,
    [companyId, ...columnsOf(questions), ownersOf(questions)],
  )
  const [standing, withdrawn]: [Standing[], Set<string>] = [[], new Set()]
  for (const { id, ownerId, place: ordinal } of rows) {
    const index = Number(ordinal) - 1
    const { owners } = questions[index]!
    if (owners !== null && !owners.has(ownerId)) continue
    const place = placeOf(index, ownerId)
    if (id === null) withdrawn.add(place)
    else standing.push({ id, place })
  }
  return { standing, withdrawn }
}

function columnsOf(questions: readonly Question[]): unknown[][] {
  return [
    questions.map(({ metricId }) => metricId),
    questions.map(({ period }) => period.frequency),
    questions.map(({ period }) => period.start),
    questions.map(({ period }) => period.end),
    questions.map(({ owners }) => owners === null),
  ]
}

function ownersOf(questions: readonly Question[]): string[] {
  return [...new Set(questions.flatMap(({ owners }) => [...(owners ?? [])]))]
}

/** Tells whoever listens; `told` has the owners. Nothing follows from it that would have to be settled. */
const TOLD = eventOf({
  topic: 'CELEBRATIONS',
  nodeIds: `array(SELECT node_id FROM told WHERE node_id IS NOT NULL
                  UNION SELECT m.team_id FROM membership m JOIN told ON told.user_id = m.user_id
                         WHERE m.company_id = $1 AND ${holdsAt('m', '$2')})`,
  isSettled: true,
})

/** They are numbered on from `after`, as are those withdrawn. */
export async function makeCelebrations(
  { manager, companyId, at }: Change,
  made: readonly Made[],
  after: number,
): Promise<void> {
  if (made.length === 0) return
  await manager.query(
    `WITH told AS (
       INSERT INTO celebration (company_id, id, metric_id, node_id, user_id, frequency, period_start, actual, target,
                                reached_at, made_number)
       SELECT $1, gen_random_uuid(), q.metric_id, q.node_id, q.user_id, q.frequency, q.start, q.actual, q.target,
              q.reached_at, $3 + q.place
         FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::numeric[], $10::numeric[],
                     $11::timestamptz[])
              WITH ORDINALITY AS q(metric_id, node_id, user_id, frequency, start, actual, target, reached_at, place)
       RETURNING node_id, user_id)
     ${TOLD}`,
    [
      ...[companyId, at, after],
      ...(['metricId', 'nodeId', 'userId'] as const).map((field) => made.map((one) => one[field])),
      ...(['frequency', 'start'] as const).map((field) => made.map(({ period }) => period[field])),
      ...(['actual', 'target', 'reachedAt'] as const).map((field) => made.map((one) => one[field])),
    ],
  )
}

export async function withdrawCelebrations(
  { manager, companyId, at }: Change,
  standing: readonly Standing[],
  after: number,
): Promise<void> {
  if (standing.length === 0) return
  await manager.query(
    `WITH told AS (
       UPDATE celebration c SET withdrawn_at = $2, withdrawn_number = $3 + q.place
         FROM unnest($4::uuid[]) WITH ORDINALITY AS q(id, place)
        WHERE c.company_id = $1 AND c.id = q.id
       RETURNING c.node_id, c.user_id)
     ${TOLD}`,
    [companyId, at, after, standing.map(({ id }) => id)],
  )
}
