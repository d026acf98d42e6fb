import type { Counted } from '../../domain/activity.js'
import type { Context } from '../../platform/context.js'
import { eventOf } from '../../platform/database/change-event.js'
import type { Change } from '../../platform/database/change.js'
import type { Statement } from '../../platform/database/commit.js'

/** Writers of one hot team spread over so many rows. */
const SLOTS = 16

const TOLD = eventOf({
  topic: 'ACTIVITIES',
  nodeIds: `array(SELECT DISTINCT node_id FROM posted_on)`,
  userIds: `array(SELECT DISTINCT user_id FROM posted)`,
  days: `array(SELECT DISTINCT day FROM posted)`,
})

/**
 * Adds to the sums of people and of nodes and tells of it, in one statement. The rows come in the order of their keys,
 * and those of nodes before those of people, so that two who post the same keys wait for each other but never both at
 * once.
 */
const POST = `
  WITH posted AS (
    SELECT * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::date[], $8::numeric[], $9::numeric[])
      AS p(user_id, team_id, department_id, activity_type_id, label, day, quantity, amount)),
  posted_on AS (
    SELECT p.*, n.*
      FROM posted p
     CROSS JOIN LATERAL (VALUES (p.team_id, coalesce(p.department_id, $1::uuid)), (p.department_id, $1::uuid), ($1::uuid, $1::uuid))
           AS n(node_id, parent_id)
     WHERE n.node_id IS NOT NULL),
  told AS (${TOLD}),
  people AS (
    INSERT INTO activity_person_rollup AS r
           (company_id, user_id, day, node_id, activity_type_id, label, quantity, amount)
    SELECT $1::uuid, p.user_id, p.day, coalesce(p.team_id, $1::uuid) AS node_id, p.activity_type_id, p.label,
           sum(p.quantity), sum(p.amount)
      FROM posted p
     GROUP BY p.user_id, p.day, coalesce(p.team_id, $1::uuid), p.activity_type_id, p.label
    HAVING sum(p.quantity) <> 0 OR sum(p.amount) <> 0
     ORDER BY p.user_id, p.day, node_id, p.activity_type_id, p.label
        ON CONFLICT (company_id, user_id, day, node_id, activity_type_id, label)
        DO UPDATE SET quantity = r.quantity + excluded.quantity, amount = r.amount + excluded.amount)
  INSERT INTO activity_node_rollup AS r
         (company_id, node_id, day, parent_id, activity_type_id, label, slot, quantity, amount)
  SELECT $1::uuid, p.node_id, p.day, p.parent_id, p.activity_type_id, p.label, $10::smallint,
         sum(p.quantity), sum(p.amount)
    FROM posted_on p
   GROUP BY p.node_id, p.day, p.parent_id, p.activity_type_id, p.label
  HAVING sum(p.quantity) <> 0 OR sum(p.amount) <> 0
   ORDER BY p.node_id, p.day, p.parent_id, p.activity_type_id, p.label
      ON CONFLICT (company_id, node_id, day, parent_id, activity_type_id, label, slot)
      DO UPDATE SET quantity = r.quantity + excluded.quantity, amount = r.amount + excluded.amount`

/** Adds what changed to the sums, in the transaction that changed it; at most once in each. */
export async function post({ manager, companyId }: Context, postings: readonly Counted[]): Promise<void> {
  if (postings.length > 0) await manager.query(...posting(companyId, postings))
}

/** As `post`, when all else is done: everybody who counts on the same day and node wants the same rows. */
export function postLast({ companyId, conclude }: Change, postings: readonly Counted[]): void {
  if (postings.length > 0) conclude(posting(companyId, postings))
}

function posting(companyId: string, postings: readonly Counted[]): Statement {
  const values = [
    companyId,
    postings.map(({ userId }) => userId),
    postings.map(({ teamId }) => teamId),
    postings.map(({ departmentId }) => departmentId),
    postings.map(({ activityTypeId }) => activityTypeId),
    postings.map(({ label }) => label),
    postings.map(({ day }) => day),
    postings.map(({ quantity }) => quantity),
    postings.map(({ amount }) => amount),
    Math.floor(Math.random() * SLOTS),
  ]
  return [POST, values]
}
