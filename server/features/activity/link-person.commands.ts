import { countedOf, foreignKeyOf, type Countable } from '../../domain/activity.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { decimal } from '../../domain/decimal.js'
import { onPerson } from '../people/person-permission.js'
import { creditOf } from './credit.loaders.js'
import { post } from './rollup.js'

export interface PersonLink {
  readonly source: string
  readonly reference: string
  readonly userId: string
}

/**
 * From now on the source means this person by that name, and what was kept aside under it is given to them, credited
 * by the team of each instant. What was given to somebody before stays theirs. A `change`, so that no batch that does
 * not know of it yet is under way.
 * @throws DomainError NOT_FOUND, FORBIDDEN, INVALID.
 */
export function linkPerson(ctx: Context, input: PersonLink): Promise<void> {
  const { userId } = input
  return change(ctx, onPerson('manage people', userId), async (tx) => {
    const source = foreignKeyOf(input.source, 'source')
    const reference = foreignKeyOf(input.reference, 'reference')
    const before = await rememberAlias(tx, { source, reference, userId })
    const linked = await giveActivities(tx, { source, reference, userId })
    await post(
      tx,
      linked.map(countedOf).filter((one) => one !== null),
    )
    const activities = linked.reduce((sum, { count }) => sum + count, 0)
    if (before === userId && activities === 0) return
    const after = { source, reference, userId, activities }
    tx.record({
      ...{ action: 'linkPerson', nodeId: tx.companyId, entityId: userId, after },
      before: before === null ? null : { source, reference, userId: before },
    })
  })
}

/** Answers whom the source meant before. */
async function rememberAlias(
  { manager, companyId }: Change,
  { source, reference, userId }: PersonLink,
): Promise<string | null> {
  const [before] = await manager.query<{ userId: string }[]>(
    `SELECT user_id AS "userId" FROM person_alias WHERE company_id = $1 AND source = $2 AND reference = $3`,
    [companyId, source, reference],
  )
  await manager.query(
    `INSERT INTO person_alias (company_id, source, reference, user_id) VALUES ($1, $2, $3, $4)
         ON CONFLICT (company_id, source, reference) DO UPDATE SET user_id = excluded.user_id`,
    [companyId, source, reference, userId],
  )
  return before?.userId ?? null
}

/** What was given, already added up: many activities are few sums. */
type Given = Countable & { readonly count: number }

async function giveActivities(
  { manager, companyId }: Change,
  { source, reference, userId }: PersonLink,
): Promise<Given[]> {
  const rows = await manager.query<Given[]>(
    `WITH credited AS (
       SELECT a.id, m.team_id, nullif(p.parent_id, $1::uuid) AS department_id
         FROM activity a
         ${creditOf('$4', 'a.occurred_at')}
        WHERE a.company_id = $1 AND a.source = $2 AND a.person_reference = $3 AND a.user_id IS NULL),
     given AS (
       UPDATE activity a
          SET user_id = $4, team_id = c.team_id, department_id = c.department_id, version = a.version + 1
         FROM credited c
        WHERE a.company_id = $1 AND a.id = c.id
       RETURNING a.*)
     SELECT $4::uuid AS "userId", g.team_id AS "teamId", g.department_id AS "departmentId",
            g.activity_type_id AS "activityTypeId", g.label, g.day::text AS day, g.voided_at IS NOT NULL AS "isVoided",
            sum(g.quantity) AS quantity, coalesce(sum(g.amount), 0) AS amount, count(*)::int AS count
       FROM given g
      GROUP BY g.team_id, g.department_id, g.activity_type_id, g.label, g.day, g.voided_at IS NOT NULL`,
    [companyId, source, reference, userId],
  )
  return rows.map((row) => ({ ...row, quantity: decimal(row.quantity), amount: decimal(row.amount!) }))
}
