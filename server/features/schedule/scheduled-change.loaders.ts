import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { countOf } from '../../platform/database/count.js'
import {
  connectionOf,
  instantBehind,
  type Connection,
  type Position,
} from '../../platform/graphql/connection.js'
import { isUuid } from '../../platform/uuid.js'
import { loadSight } from '../org/sight.loaders.js'
import { selfOf } from '../people/people-sight.js'
import type { ScheduledChangeEntity, ScheduledChangeStatus } from './scheduled-change.entity.js'

export type ScheduledChangeRow = Omit<ScheduledChangeEntity, 'companyId'>

export const COLUMNS = `s.id, s.mutation, s.input, s.effective_at AS "effectiveAt", s.status, s.scheduled_by AS "scheduledBy",
  s.scheduled_at AS "scheduledAt", s.ended_at AS "endedAt", s.failure, s.node_id AS "nodeId", s.version`

/** What is about nodes of which one reads the log, and what one has scheduled oneself. $1 to $4 are a `Seeing`. */
const IN_SIGHT = `s.company_id = $1 AND ($2::boolean OR s.node_id = ANY($3::uuid[]) OR s.scheduled_by = $4::uuid)`

type Seeing = readonly [companyId: string, isOfAll: boolean, nodes: readonly string[], self: string | null]

async function seeing(ctx: Context): Promise<Seeing> {
  if (ctx.actor === SYSTEM) return [ctx.companyId, true, [], null]
  const { isOfAll, whole } = await loadSight(ctx, 'see the audit log', null)
  return [ctx.companyId, isOfAll, isOfAll ? [] : whole(), selfOf(ctx)]
}

/** Null for an id that is no scheduled change in the viewer's sight. */
export async function loadScheduledChange(ctx: Context, id: string): Promise<ScheduledChangeRow | null> {
  if (!isUuid(id)) return null
  const [row] = await ctx.manager.query<ScheduledChangeRow[]>(
    `SELECT ${COLUMNS} FROM scheduled_change s WHERE ${IN_SIGHT} AND s.id = $5`,
    [...(await seeing(ctx)), id],
  )
  return row ?? null
}

export interface ScheduledFilter {
  readonly nodeId?: string | null
  readonly statuses?: readonly ScheduledChangeStatus[] | null
  readonly until?: Date | null
}

/** In the order of their dates. @throws FORBIDDEN for an API key without the scope. */
export async function loadScheduledChanges(
  ctx: Context,
  { nodeId = null, statuses, until = null }: ScheduledFilter,
  page: { readonly first: number; readonly after: Position },
): Promise<Connection<ScheduledChangeRow>> {
  const { manager } = ctx
  const filtered = `${IN_SIGHT} AND s.status = ANY($5::text[]) AND ($6::text IS NULL OR s.node_id::text = $6)
    AND ($7::timestamptz IS NULL OR s.effective_at <= $7)`
  const parameters = [...(await seeing(ctx)), statuses ?? ['UPCOMING'], nodeId, until]
  const rows = await manager.query<ScheduledChangeRow[]>(
    `SELECT ${COLUMNS} FROM scheduled_change s
      WHERE ${filtered} AND ($8::timestamptz IS NULL OR (s.effective_at, s.id) > ($8, $9::uuid))
      ORDER BY s.effective_at, s.id LIMIT $10`,
    [...parameters, instantBehind(page.after), page.after?.[1] ?? null, page.first + 1],
  )
  const count = () => countOf(manager, `FROM scheduled_change s WHERE ${filtered}`, parameters)
  return connectionOf(rows, page, ({ effectiveAt, id }) => [effectiveAt.toISOString(), id], count)
}
