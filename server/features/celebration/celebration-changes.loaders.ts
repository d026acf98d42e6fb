import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { requestError } from '../../platform/graphql/request-error.js'
import { IN_SIGHT, loadCelebrationSight } from './celebration-sight.js'
import { nodesBelow } from './celebrated-nodes.js'
import {
  CELEBRATION_COLUMNS,
  celebrationRow,
  type CelebrationChangeRow,
  type StoredCelebration,
} from './celebration.row.js'

export interface CelebrationChanges {
  readonly changes: readonly CelebrationChangeRow[]
  /** Everything up to this number was looked at. */
  readonly number: number
  /** There may be more behind it. */
  readonly isFull: boolean
}

/** As many are told at once. */
const MAX_CHANGES = 100

const NUMBERED = (column: 'made_number' | 'withdrawn_number', change: string) => `
  SELECT c.${column} AS number, '${change}' AS change, c.* FROM celebration c
   WHERE c.company_id = $1 AND c.${column} > $9 AND c.${column} <= s.latest_number`

interface Row extends StoredCelebration {
  readonly number: string
  readonly change: CelebrationChangeRow['change'] | null
  readonly latest: string
}

/**
 * What was made and withdrawn of a node and below after the change of that number, in order, as far as the viewer sees
 * it. Numbers commit in their order, so nothing can come in between later.
 */
export async function loadCelebrationChanges(
  ctx: Context,
  nodeId: string,
  after: number,
): Promise<CelebrationChanges> {
  const [nodes] = await nodesBelow(ctx, [nodeId])
  const rows = await ctx.manager.query<Row[]>(
    `SELECT s.latest_number AS latest, c.*
       FROM celebration_state s
       LEFT JOIN LATERAL (
            SELECT c.number, c.change, ${CELEBRATION_COLUMNS}
              FROM (${NUMBERED('made_number', 'MADE')} UNION ALL ${NUMBERED('withdrawn_number', 'WITHDRAWN')}) c
             WHERE ${IN_SIGHT}
               AND ($10::uuid[] IS NULL OR c.node_id = ANY($10)
                    OR EXISTS (SELECT FROM membership m
                                WHERE m.company_id = $1 AND m.user_id = c.user_id AND m.team_id = ANY($10) AND ${holdsAt('m', '$2')}))
             ORDER BY c.number LIMIT ${MAX_CHANGES}) c ON true
      WHERE s.company_id = $1
      ORDER BY c.number`,
    [...(await loadCelebrationSight(ctx)), after, nodes],
  )
  const changes = rows.flatMap(({ change, number: _, latest: __, ...row }) =>
    change === null ? [] : [{ change, celebration: celebrationRow(row) }],
  )
  const isFull = changes.length === MAX_CHANGES
  const number = Number((isFull ? rows.at(-1)?.number : rows[0]?.latest) ?? 0)
  return { changes, number: Math.max(number, after), isFull }
}

/** The number of the latest change there is. */
export async function loadLatestNumber({ manager, companyId }: Context): Promise<number> {
  const [row] = await manager.query<{ latest: string }[]>(
    `SELECT latest_number AS latest FROM celebration_state WHERE company_id = $1`,
    [companyId],
  )
  return Number(row?.latest ?? 0)
}

export function changeCursorOf(number: number): string {
  return Buffer.from(`celebrated ${number}`).toString('base64url')
}

/** @throws BAD_USER_INPUT. */
export function numberOfCursor(cursor: string): number {
  const [, number] = /^celebrated (\d{1,15})$/.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? []
  if (number !== undefined) return Number(number)
  throw requestError(
    'BAD_USER_INPUT',
    'after is not a cursor of `celebrated`; pass the `cursor` of an event exactly as it was given, or leave it out.',
  )
}
