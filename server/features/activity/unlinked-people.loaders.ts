import { can } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import { connectionOf, type Connection, type Position } from '../../platform/graphql/connection.js'

export interface UnlinkedPersonRow {
  readonly source: string
  readonly reference: string
  readonly count: number
  readonly firstOccurredAt: Date
  readonly lastOccurredAt: Date
  /** Of one of the activities. */
  readonly activityId: string
}

// Neither holds control characters.
const SEPARATOR = '\n'

/**
 * Whom the sources speak of and nobody knows, by source and name. Null for who may not link them.
 * Voided activities count in, since they too are somebody's.
 */
export async function loadUnlinkedPeople(
  ctx: Context,
  page: { readonly first: number; readonly after: Position },
): Promise<Connection<UnlinkedPersonRow> | null> {
  const { manager, companyId, actor } = ctx
  if (can(actor, 'manage people', { path: [companyId] }) === null) return null
  const [source = null, reference = ''] = page.after?.[0].split(SEPARATOR) ?? []
  const rows = await manager.query<UnlinkedPersonRow[]>(
    `SELECT a.source, a.person_reference AS reference, count(*)::int AS count,
            min(a.occurred_at) AS "firstOccurredAt", max(a.occurred_at) AS "lastOccurredAt",
            min(a.id::text) AS "activityId"
       FROM activity a
      WHERE a.company_id = $1 AND a.user_id IS NULL
        AND ($2::text IS NULL OR (a.source COLLATE "C", a.person_reference COLLATE "C") > ($2, $3))
      GROUP BY a.source, a.person_reference
      ORDER BY a.source COLLATE "C", a.person_reference COLLATE "C"
      LIMIT $4`,
    [companyId, source, reference, page.first + 1],
  )
  return connectionOf(rows, page, positionOf, () => count(ctx))
}

function positionOf({ source, reference, activityId }: UnlinkedPersonRow): NonNullable<Position> {
  return [`${source}${SEPARATOR}${reference}`, activityId]
}

async function count({ manager, companyId }: Context): Promise<number> {
  const [row] = await manager.query<[{ count: number }]>(
    `SELECT count(DISTINCT (a.source, a.person_reference))::int AS count
       FROM activity a WHERE a.company_id = $1 AND a.user_id IS NULL`,
    [companyId],
  )
  return row.count
}
