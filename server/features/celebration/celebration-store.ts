import type { CelebrationPlace } from '../../domain/celebration.js'
import { eventOf } from '../../platform/database/change-event.js'
import type { Change } from '../../platform/database/change.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { Question } from './question.js'
import { placeOf, type Reached } from './reached.loaders.js'

export interface Standing extends CelebrationPlace {
  readonly id: string
}

interface Row {
  readonly id: string
  readonly ownerId: string
  readonly place: string
}

/**
 * What is celebrated at present of what is asked about. By the days of the period and not by the first alone, as with
 * targets: a calendar that is changed begins its periods on other days.
 */
export async function readStanding(
  { manager, companyId }: Change,
  questions: readonly Question[],
): Promise<Standing[]> {
  const rows = await manager.query<Row[]>(
    `SELECT c.id, coalesce(c.node_id, c.user_id) AS "ownerId", q.place
       FROM unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::boolean[])
            WITH ORDINALITY AS q(metric_id, frequency, start, finish, is_of_all, place)
       JOIN celebration c ON c.company_id = $1 AND c.withdrawn_at IS NULL
        AND c.metric_id = q.metric_id AND c.frequency = q.frequency
        AND c.period_start >= q.start AND c.period_start < q.finish
      WHERE q.is_of_all OR c.node_id = ANY($7::uuid[]) OR c.user_id = ANY($7::uuid[])`,
    [companyId, ...columnsOf(questions), ownersOf(questions)],
  )
  return rows.flatMap(({ id, ownerId, place }) => {
    const index = Number(place) - 1
    const { owners } = questions[index]!
    return owners === null || owners.has(ownerId) ? [{ id, place: placeOf(index, ownerId) }] : []
  })
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

/**
 * What is found out after the period was reached by its end at the latest, unless it had been withdrawn since: then it
 * was reached again only now.
 */
const REACHED_AT = `CASE WHEN EXISTS (
    SELECT FROM celebration c
     WHERE c.company_id = $1 AND c.metric_id = q.metric_id AND c.frequency = q.frequency
       AND c.period_start >= q.start AND c.period_start < q.finish
       AND (c.node_id = q.node_id OR c.user_id = q.user_id))
  THEN $2::timestamptz ELSE least(q.ends_at, $2) END`

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
  reached: readonly Reached[],
  after: number,
): Promise<void> {
  if (reached.length === 0) return
  await manager.query(
    `WITH told AS (
       INSERT INTO celebration (company_id, id, metric_id, node_id, user_id, frequency, period_start, actual, target,
                                reached_at, made_number)
       SELECT $1, gen_random_uuid(), q.metric_id, q.node_id, q.user_id, q.frequency, q.start, q.actual, q.target,
              ${REACHED_AT}, $3 + q.place
         FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::date[], $10::timestamptz[],
                     $11::numeric[], $12::numeric[])
              WITH ORDINALITY AS q(metric_id, node_id, user_id, frequency, start, finish, ends_at, actual, target, place)
       RETURNING node_id, user_id)
     ${TOLD}`,
    [
      ...[companyId, at, after],
      ...(['metricId', 'nodeId', 'userId'] as const).map((field) => reached.map((one) => one[field])),
      ...(['frequency', 'start', 'end', 'endsAt'] as const).map((field) =>
        reached.map(({ period }) => period[field]),
      ),
      ...(['actual', 'target'] as const).map((field) => reached.map((one) => one[field])),
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
