import type { LocalDate } from '../../domain/calendar.js'
import { decimal } from '../../domain/decimal.js'
import type { ActivitySum } from '../../domain/metric-value.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { createLoader, perRequest } from '../../platform/per-request.js'

/** A node over some days. */
export interface PartsKey {
  readonly id: string
  readonly from: LocalDate
  /** The first day that is not of it any more. */
  readonly to: LocalDate
}

/** What one part has of one activity type and label: a node below, or a person. What comes to nothing is not there. */
export interface PartSum extends ActivitySum {
  readonly partId: string
  readonly isPerson: boolean
}

interface Row extends Omit<PartSum, 'label' | 'quantity' | 'amount'> {
  readonly place: string
  /** '' is none. */
  readonly label: string
  readonly quantity: string
  readonly amount: string
}

const SUMS = `r.activity_type_id AS "activityTypeId", r.label, sum(r.quantity) AS quantity, sum(r.amount) AS amount`
const ASKED = `unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS q(id, first, last, place)`
const OF_DAYS = `r.company_id = $1 AND r.day >= q.first AND r.day < q.last`
const NOT_NOTHING = `HAVING sum(r.quantity) <> 0 OR sum(r.amount) <> 0`

/** The company hangs under itself, and is no part of itself. */
const STATEMENT = `SELECT q.place, r.node_id AS "partId", false AS "isPerson", ${SUMS}
  FROM ${ASKED} JOIN activity_node_rollup r ON r.parent_id = q.id AND r.node_id <> q.id AND ${OF_DAYS}
 GROUP BY q.place, r.node_id, r.activity_type_id, r.label ${NOT_NOTHING}
 UNION ALL
SELECT q.place, r.user_id, true, ${SUMS}
  FROM ${ASKED} JOIN activity_person_rollup r ON r.node_id = q.id AND ${OF_DAYS}
 GROUP BY q.place, r.user_id, r.activity_type_id, r.label ${NOT_NOTHING}`

/**
 * One statement for everything asked for in one go, each node and days once. What is asked after a change is another
 * question.
 */
const parts = perRequest((ctx) => createLoader(ctx, (keys: readonly PartsKey[]) => readParts(ctx, keys)))

/**
 * What the sum of a node is made of: the nodes that hung under it on those days, and the people whose activities count
 * to it and to nothing below: those of a team, and of the company who was in no team. Whoever asks: who shows it, asks
 * who may see it. Never reads activities.
 */
export function loadParts(ctx: Context, key: PartsKey): Promise<readonly PartSum[]> {
  return parts(ctx).load(key)
}

async function readParts(
  { manager, companyId }: Context,
  keys: readonly PartsKey[],
): Promise<(readonly PartSum[])[]> {
  const textOf = ({ id, from, to }: PartsKey) => `${id}/${from}/${to}`
  const asked = [...new Map(keys.map((key) => [textOf(key), key])).values()]
  const columns = (['id', 'from', 'to'] as const).map((field) => asked.map((key) => key[field]))
  const byPlace = groupBy(
    await manager.query<Row[]>(STATEMENT, [companyId, ...columns]),
    ({ place }) => place,
  )
  const found = new Map(
    asked.map((key, index) => [textOf(key), (byPlace.get(String(index + 1)) ?? []).map(partOfRow)]),
  )
  return keys.map((key) => found.get(textOf(key))!)
}

function partOfRow({ place: _, label, quantity, amount, ...row }: Row): PartSum {
  return {
    ...row,
    label: label === '' ? null : label,
    quantity: decimal(quantity),
    amount: decimal(amount),
  }
}
