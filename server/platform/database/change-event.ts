import type { Topic } from './change-event.entity.js'

/** SQL expressions for the columns; a query with several rows gives several events. */
interface EventColumns {
  readonly topic: Topic
  readonly nodeIds?: string
  readonly userIds?: string
  readonly days?: string
  readonly metricIds?: string
  /** What the expressions are read from, if anything. */
  readonly from?: string
  /** Nothing follows from it that would have to be looked at. */
  readonly isSettled?: boolean
}

/**
 * The INSERT of an event, to be a part of a statement that writes anyway and has the company as `$1`: to tell of a
 * change costs no statement of its own.
 */
export function eventOf(event: EventColumns): string {
  const { topic, nodeIds, userIds, days, metricIds, from = '', isSettled = false } = event
  return `INSERT INTO change_event
           (company_id, transaction, id, topic, node_ids, user_ids, days, metric_ids, at, settled_at)
    SELECT $1::uuid, pg_current_xact_id()::text::bigint, gen_random_uuid(), '${topic}',
           ${nodeIds ?? `'{}'::uuid[]`}, ${userIds ?? `'{}'::uuid[]`}, ${days ?? `'{}'::date[]`},
           ${metricIds ?? `'{}'::uuid[]`}, clock_timestamp(),
           ${isSettled ? 'clock_timestamp()' : 'NULL'} ${from}`
}
