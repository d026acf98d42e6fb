import type { Context } from '../../platform/context.js'
import type { Change } from '../../platform/database/change.js'
import { eventOf } from '../../platform/database/change-event.js'
import { selfOf } from '../people/people-sight.js'
import {
  mayHold,
  setTargetOf,
  TARGET_COLUMNS,
  type SetTarget,
  type StoredTarget,
  type TargetPlace,
} from './target.row.js'

/**
 * Whoever sets targets of a metric comes one after another, so that what is read next is what will be replaced. In the
 * order of the ids: two that set several wait for each other one way round.
 */
export async function lockTargetsOf(
  { manager, companyId }: Change,
  metricIds: readonly string[],
): Promise<void> {
  await manager.query(
    `SELECT FROM metric m WHERE m.company_id = $1 AND m.id = ANY($2::uuid[]) ORDER BY m.id FOR NO KEY UPDATE`,
    [companyId, [...new Set(metricIds)]],
  )
}

// One for the nodes and one for the people, so that each goes through the index of its own.
const LATEST = `(SELECT ${TARGET_COLUMNS} FROM target t
  WHERE t.company_id = $1 AND t.metric_id = q.metric_id AND ${mayHold('q.frequency', 'q.start', 'q.finish')}`
const ONLY = 'ORDER BY t.period_start DESC LIMIT 1)'

/** What holds at each place, in their order; null where nothing was ever set. */
export async function readHolding(
  { manager, companyId }: Pick<Context, 'manager' | 'companyId'>,
  places: readonly TargetPlace[],
): Promise<(SetTarget | null)[]> {
  const rows = await manager.query<(StoredTarget & { readonly place: string })[]>(
    `SELECT q.place, t.*
       FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::date[], $7::date[])
            WITH ORDINALITY AS q(metric_id, node_id, user_id, frequency, start, finish, place)
      CROSS JOIN LATERAL (${LATEST} AND t.node_id = q.node_id ${ONLY}
                          UNION ALL
                          ${LATEST} AND t.user_id = q.user_id ${ONLY}) t`,
    [companyId, ...placeColumns(places), places.map(({ period }) => period.end)],
  )
  const byPlace = new Map(rows.map(({ place, ...row }) => [place, setTargetOf(row)]))
  return places.map((_, index) => byPlace.get(String(index + 1)) ?? null)
}

/** A row to be written: anew, or in the place of the one with the same id. */
export interface TargetToStore {
  readonly place: TargetPlace
  readonly id: string
  readonly amount: string | null
  readonly carriesForward: boolean
  readonly version: number
}

/** The targets of people are parts of those of their teams, and a past target is one of a past team. */
const TOLD = eventOf({
  topic: 'TARGETS',
  nodeIds: `array(SELECT node_id FROM stored WHERE node_id IS NOT NULL
                  UNION SELECT m.team_id FROM membership m JOIN stored USING (user_id) WHERE m.company_id = $1)`,
  userIds: `array(SELECT DISTINCT user_id FROM stored WHERE user_id IS NOT NULL)`,
  days: `array(SELECT DISTINCT period_start FROM stored)`,
  metricIds: `array(SELECT DISTINCT metric_id FROM stored)`,
})

export async function storeTargets(tx: Change, rows: readonly TargetToStore[]): Promise<void> {
  if (rows.length === 0) return
  await tx.manager.query(
    `WITH stored AS (
       SELECT * FROM unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::text[], $8::date[], $9::uuid[], $10::numeric[],
                            $11::boolean[], $12::integer[])
           AS q(metric_id, node_id, user_id, frequency, period_start, id, amount, carries_forward, version)),
     told AS (${TOLD}),
     counted AS (
       INSERT INTO target_version AS v (company_id, metric_id, version)
       SELECT DISTINCT $1::uuid, s.metric_id, 1 FROM stored s
           ON CONFLICT (company_id, metric_id) DO UPDATE SET version = v.version + 1)
     INSERT INTO target (company_id, set_by, set_at, metric_id, node_id, user_id, frequency, period_start,
                         id, amount, carries_forward, version)
     SELECT $1, $2, $3, s.* FROM stored s
         ON CONFLICT (company_id, id) DO UPDATE
            SET set_by = excluded.set_by, set_at = excluded.set_at, amount = excluded.amount,
                carries_forward = excluded.carries_forward, version = excluded.version`,
    [
      ...[tx.companyId, selfOf(tx), tx.at],
      ...placeColumns(rows.map(({ place }) => place)),
      ...(['id', 'amount', 'carriesForward', 'version'] as const).map((field) =>
        rows.map((row) => row[field]),
      ),
    ],
  )
}

function placeColumns(places: readonly TargetPlace[]): unknown[][] {
  return [
    places.map(({ metricId }) => metricId),
    places.map(({ nodeId }) => nodeId),
    places.map(({ userId }) => userId),
    places.map(({ period }) => period.frequency),
    places.map(({ period }) => period.start),
  ]
}
