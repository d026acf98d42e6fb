import type { Credit } from '../../domain/activity.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'

/** Whom an activity is of: by id, or as `source` calls them, which may be an e-mail address. */
export interface Asked {
  readonly userId: string | null
  readonly reference: string | null
  readonly email: string | null
  readonly occurredAt: Date
}

export interface Found {
  /** Null: nobody of the company. */
  readonly person: { readonly id: string; readonly isHidden: boolean } | null
  /** To what an activity of that instant counts; null for a person who was in no team then. */
  readonly credit: Credit | null
}

interface Row {
  readonly userId: string | null
  readonly isHidden: boolean
  readonly teamId: string | null
  readonly departmentId: string | null
}

/**
 * SQL that joins to which team, as `m.team_id`, and to which department, as `p.parent_id`, an activity of `person` at
 * `instant` counts. Each looks up its own rows: a plain join is free to compare all with all, and on tables not
 * analysed yet it does.
 */
export function creditOf(person: string, instant: string): string {
  return `
       LEFT JOIN LATERAL (
            SELECT m.team_id FROM membership m
             WHERE m.company_id = $1 AND m.user_id = ${person} AND ${holdsAt('m', instant)} LIMIT 1) m ON true
       LEFT JOIN LATERAL (
            SELECT p.parent_id FROM org_node_placement p
             WHERE p.company_id = $1 AND p.node_id = m.team_id AND ${holdsAt('p', instant)} LIMIT 1) p ON true`
}

/**
 * What a source was once told its name means goes before an e-mail address. Not coalesce(), which PostgreSQL does not trust to
 * keep secrets: with row-level security it would compare it with everybody of the company instead of looking up the key.
 */
const NAMED = `CASE WHEN q.user_id IS NOT NULL THEN q.user_id WHEN a.user_id IS NOT NULL THEN a.user_id ELSE e.id END`

/**
 * The people, and to which team an activity of theirs counts, in the order asked; one statement for any number. Whoever
 * asks: for what decides.
 */
export async function loadCredits(
  { manager, companyId }: Context,
  source: string,
  asked: readonly Asked[],
): Promise<Found[]> {
  const rows = await manager.query<Row[]>(
    `SELECT u.id AS "userId", u.data_visibility = 'HIDDEN' AS "isHidden",
            m.team_id AS "teamId", nullif(p.parent_id, $1::uuid) AS "departmentId"
       FROM unnest($2::uuid[], $3::text[], $4::text[], $5::timestamptz[])
            WITH ORDINALITY AS q(user_id, reference, email, at, place)
       LEFT JOIN LATERAL (
            SELECT a.user_id FROM person_alias a
             WHERE a.company_id = $1 AND a.source = $6 AND a.reference = q.reference LIMIT 1) a ON true
       LEFT JOIN LATERAL (
            SELECT e.id FROM app_user e WHERE e.company_id = $1 AND e.email = q.email LIMIT 1) e ON true
       LEFT JOIN LATERAL (
            SELECT u.id, u.data_visibility FROM app_user u
             WHERE u.company_id = $1 AND u.id = ${NAMED} LIMIT 1) u ON true
       ${creditOf('u.id', 'q.at')}
      ORDER BY q.place`,
    [
      companyId,
      asked.map(({ userId }) => userId),
      asked.map(({ reference }) => reference),
      asked.map(({ email }) => email),
      asked.map(({ occurredAt }) => occurredAt),
      source,
    ],
  )
  return rows.map(({ userId, isHidden, teamId, departmentId }) => ({
    person: userId === null ? null : { id: userId, isHidden },
    credit: teamId === null ? null : { teamId, departmentId },
  }))
}
