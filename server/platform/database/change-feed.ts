import type { DataSource } from 'typeorm'
import type { Topic } from './change-event.entity.js'

/** An event as far as it matters to whoever is told of it. */
export interface ChangeEvent {
  readonly companyId: string
  readonly topic: Topic
  readonly nodeIds: readonly string[]
  readonly at: Date
}

/** How far the events have been read: everything that was visible then. */
export interface Position {
  readonly snapshot: string
  /** When the server of the database started: another one may not have seen all that this one had. */
  readonly server: Date
}

export interface Reading {
  readonly position: Position
  readonly events: readonly ChangeEvent[]
}

/**
 * Events become visible in the order of their commits, which nothing in them tells: ids are given when transactions
 * begin. So what is new is what the snapshot of the previous reading could not see. Read in one statement, which has one
 * snapshot. With nothing read yet there is nothing new.
 */
const NEW = `
  SELECT now.snapshot, now.server, e.company_id AS "companyId", e.topic, e.node_ids AS "nodeIds", e.at
    FROM (SELECT pg_current_snapshot()::text AS snapshot, pg_postmaster_start_time() AS server) now
    LEFT JOIN change_event e
      ON e.company_id = ANY($1::uuid[])
     AND e.transaction >= pg_snapshot_xmin($2::pg_snapshot)::text::bigint
     AND NOT pg_visible_in_snapshot(e.transaction::text::xid8, $2::pg_snapshot)`

/** The events of these companies that became visible since `previous`; none when that is null. One statement. */
export async function readNewEvents(
  database: DataSource,
  companyIds: readonly string[],
  previous: Position | null,
): Promise<Reading> {
  const rows = await database.query<(ChangeEvent & Position & { topic: Topic | null })[]>(NEW, [
    companyIds,
    previous?.snapshot ?? null,
  ])
  const { snapshot, server } = rows[0]!
  return { position: { snapshot, server }, events: rows.filter(({ topic }) => topic !== null) }
}

/** How long an event is kept once it is settled: whoever looks less often than that may miss it. */
export const RETENTION_MS = 600_000
const BITE = 1_000
/** As many bites as keep up with what is written, and so few that a server that is told to stop need not wait. */
const MOST_BITES = 20

/** Removes settled events that are old enough, of all companies: what is not settled is still needed. */
export async function removeOldEvents(database: DataSource): Promise<void> {
  for (let bites = 1; (await removeBite(database)) && bites < MOST_BITES;) bites++
}

/** Answers whether there may be more. Materialized: within a loop others would be found each time. */
async function removeBite(database: DataSource): Promise<boolean> {
  const [, removed] = await database.query<[unknown, number]>(
    `WITH old AS MATERIALIZED (
       SELECT company_id, transaction, id FROM change_event
        WHERE settled_at < clock_timestamp() - $1 * interval '1 millisecond'
        LIMIT ${BITE} FOR UPDATE SKIP LOCKED)
     DELETE FROM change_event e USING old
      WHERE e.company_id = old.company_id AND e.transaction = old.transaction AND e.id = old.id`,
    [RETENTION_MS],
  )
  return removed === BITE
}
