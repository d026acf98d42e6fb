import DataLoader from 'dataloader'
import type { LocalDate } from '../../domain/calendar.js'
import { decimal, type Decimal } from '../../domain/decimal.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { perRequest } from '../../platform/per-request.js'

/** A node or a person over some days. */
export interface SumsKey {
  readonly id: string
  readonly from: LocalDate
  /** The first day that is not of it any more. */
  readonly to: LocalDate
}

/** What there is of one activity type and label; what comes to nothing is not there. */
export interface ActivitySum {
  readonly activityTypeId: string
  /** '' is none. */
  readonly label: string
  readonly quantity: Decimal
  readonly amount: Decimal
}

/** What one of the parts has: a node below, or a person. */
export interface PartSum extends ActivitySum {
  readonly partId: string
  readonly isPerson: boolean
}

interface Row {
  readonly place: string
  readonly partId: string
  readonly isPerson: boolean
  readonly activityTypeId: string
  readonly label: string
  readonly quantity: string
  readonly amount: string
}

const SUMS = `r.activity_type_id AS "activityTypeId", r.label, sum(r.quantity) AS quantity, sum(r.amount) AS amount`
const ASKED = `unnest($2::uuid[], $3::date[], $4::date[]) WITH ORDINALITY AS q(id, first, last, place)`
const OF_DAYS = `r.company_id = $1 AND r.day >= q.first AND r.day < q.last`
const NOT_NOTHING = `HAVING sum(r.quantity) <> 0 OR sum(r.amount) <> 0`

const OF_NODES = `SELECT q.place, q.id AS "partId", false AS "isPerson", ${SUMS}
  FROM ${ASKED} JOIN activity_node_rollup r ON r.node_id = q.id AND ${OF_DAYS}
 GROUP BY q.place, q.id, r.activity_type_id, r.label ${NOT_NOTHING}`

const OF_PEOPLE = `SELECT q.place, q.id AS "partId", true AS "isPerson", ${SUMS}
  FROM ${ASKED} JOIN activity_person_rollup r ON r.user_id = q.id AND ${OF_DAYS}
 GROUP BY q.place, q.id, r.activity_type_id, r.label ${NOT_NOTHING}`

/** The company hangs under itself, and is no part of itself. */
const OF_PARTS = `SELECT q.place, r.node_id AS "partId", false AS "isPerson", ${SUMS}
  FROM ${ASKED} JOIN activity_node_rollup r ON r.parent_id = q.id AND r.node_id <> q.id AND ${OF_DAYS}
 GROUP BY q.place, r.node_id, r.activity_type_id, r.label ${NOT_NOTHING}
 UNION ALL
SELECT q.place, r.user_id, true, ${SUMS}
  FROM ${ASKED} JOIN activity_person_rollup r ON r.node_id = q.id AND ${OF_DAYS}
 GROUP BY q.place, r.user_id, r.activity_type_id, r.label ${NOT_NOTHING}`

/** One statement for everything asked for in one go: any nodes or people, each over days of its own. */
function sumsLoader(statement: string): (ctx: Context) => DataLoader<SumsKey, PartSum[], string> {
  return perRequest(
    ({ manager, companyId }) =>
      new DataLoader(
        async (keys) => {
          const asked = [keys.map(({ id }) => id), keys.map(({ from }) => from), keys.map(({ to }) => to)]
          const rows = await manager.query<Row[]>(statement, [companyId, ...asked])
          const byPlace = groupBy(rows, ({ place }) => place)
          return keys.map((_, index) => (byPlace.get(String(index + 1)) ?? []).map(sumOfRow))
        },
        // What is asked after a change of the same request is another question.
        { cache: false },
      ),
  )
}

const ofNodes = sumsLoader(OF_NODES)
const ofPeople = sumsLoader(OF_PEOPLE)
const ofParts = sumsLoader(OF_PARTS)

/** What was done on a node and below it. Whoever asks: who shows it, asks who may see it. Never reads activities. */
export function loadNodeSums(ctx: Context, key: SumsKey): Promise<readonly ActivitySum[]> {
  return ofNodes(ctx).load(key)
}

/** What a person did, for whatever team. As `loadNodeSums`. */
export function loadPersonSums(ctx: Context, key: SumsKey): Promise<readonly ActivitySum[]> {
  return ofPeople(ctx).load(key)
}

/**
 * What the sum of a node is made of: the nodes that hung under it on those days, and the people whose activities count
 * to it and to nothing below: those of a team, and of the company who was in no team. As `loadNodeSums`.
 */
export function loadParts(ctx: Context, key: SumsKey): Promise<readonly PartSum[]> {
  return ofParts(ctx).load(key)
}

function sumOfRow({ place: _, quantity, amount, ...row }: Row): PartSum {
  return { ...row, quantity: decimal(quantity), amount: decimal(amount) }
}
