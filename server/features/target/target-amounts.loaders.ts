import { decimal, type Decimal } from '../../domain/decimal.js'
import type { Context } from '../../platform/context.js'
import {
  inForce,
  inForceValues,
  perTargetsKey,
  rollUpAll,
  type SetAmounts,
  type TargetsKey,
} from './targets-key.js'

/** What targets come to, without what else is known of them. Whoever asks: who shows them, asks who may see them. */
export interface TargetAmounts {
  /** Of its own, or what the level below adds up to. */
  ofNode(nodeId: string): Decimal | null
  ofPerson(userId: string): Decimal | null
  /** Those set for people, by their ids. */
  readonly ofPeople: ReadonlyMap<string, Decimal>
}

/** One statement for all metrics and periods that are asked for in one go. */
export const loadTargetAmounts = perTargetsKey(readAmounts)

/** By the ids of their owners. Of a tree these are tens of thousands: as JSON, which costs less than rows. */
interface Row {
  readonly place: string
  readonly nodes: Readonly<Record<string, string>> | null
  readonly people: Readonly<Record<string, readonly [amount: string, teamId: string | null]>> | null
}

async function readAmounts(ctx: Context, keys: readonly TargetsKey[]): Promise<TargetAmounts[]> {
  const rows = await ctx.manager.query<Row[]>(
    `SELECT q.place,
            json_object_agg(t."nodeId", trim_scale(t.amount)::text) FILTER (WHERE t."nodeId" IS NOT NULL) AS nodes,
            json_object_agg(t."userId", json_build_array(trim_scale(t.amount)::text, m.team_id))
              FILTER (WHERE t."userId" IS NOT NULL) AS people
     ${inForce('t.node_id AS "nodeId", t.user_id AS "userId", t.amount')}
      WHERE t.amount IS NOT NULL
      GROUP BY q.place`,
    inForceValues(ctx, keys),
  )
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  const set = keys.map((_, index) => setAmountsOf(byPlace.get(String(index + 1))))
  const all = await rollUpAll(ctx, keys, set)
  return all.map(({ rolledUp }, index) => {
    const { ofPerson } = set[index]!
    return {
      ofNode: (nodeId) => rolledUp.amountOf(nodeId),
      ofPerson: (userId) => ofPerson.get(userId) ?? null,
      ofPeople: ofPerson,
    }
  })
}

function setAmountsOf(row: Row | undefined): SetAmounts {
  const people = Object.entries(row?.people ?? {})
  return {
    ofNode: new Map(Object.entries(row?.nodes ?? {}).map(([id, amount]) => [id, decimal(amount)])),
    ofPerson: new Map(people.map(([id, [amount]]) => [id, decimal(amount)])),
    teamOf: new Map(people.map(([id, [, teamId]]) => [id, teamId])),
  }
}
