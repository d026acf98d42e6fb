import DataLoader from 'dataloader'
import { decimal } from '../../domain/decimal.js'
import type { Sums } from '../../domain/metric-value.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import { perRequest } from '../../platform/per-request.js'
import type { Cuts } from './frame.loaders.js'

/** Whose number it is: that of a node with all below it, or of a person for whatever team. */
export interface Subject {
  readonly id: string
  readonly isPerson: boolean
}

interface Key {
  readonly id: string
  /** The same list for the same stretches: what is asked of one place is read once. */
  readonly cuts: Cuts
}

/** A sum as the database tells it; the label '' is none. */
export interface StoredSum {
  readonly activityTypeId: string
  readonly label: string
  readonly quantity: string
  readonly amount: string
}

interface Row extends StoredSum {
  readonly place: string
  /** 1 is the first. */
  readonly stretch: number
}

/** Each looks up its own days; a plain join would be free to compare all with all. */
const readFrom = (table: string, owner: string) => `
  WITH asked AS MATERIALIZED (
    SELECT k.place, k.id, ($4::text[])[k.list]::date[] AS cuts
      FROM unnest($2::uuid[], $3::int[]) WITH ORDINALITY AS k(id, list, place))
  SELECT a.place, s.stretch, s.activity_type_id AS "activityTypeId", s.label, s.quantity, s.amount
    FROM asked a
   CROSS JOIN LATERAL (
         SELECT width_bucket(r.day, a.cuts) AS stretch, r.activity_type_id, r.label,
                sum(r.quantity) AS quantity, sum(r.amount) AS amount
           FROM ${table} r
          WHERE r.company_id = $1 AND r.${owner} = a.id
            AND r.day >= a.cuts[1] AND r.day < a.cuts[cardinality(a.cuts)]
          GROUP BY 1, 2, 3
         HAVING sum(r.quantity) <> 0 OR sum(r.amount) <> 0) s`

type Load = (id: string, cuts: Cuts) => Promise<readonly Sums[]>

/**
 * One statement for all that is asked for in one go, and one answer for all key metrics of a place. What is asked after a
 * change is another question.
 */
function stretchesLoader(statement: string): (ctx: Context) => Load {
  return perRequest((ctx) => {
    const asked = new Map<Cuts, Map<string, Promise<readonly Sums[]>>>()
    const loader = new DataLoader(
      (keys: readonly Key[]) => {
        asked.clear()
        return readKeys(ctx, statement, keys)
      },
      { cache: false },
    )
    return (id, cuts) => {
      const ofCuts = asked.get(cuts) ?? new Map<string, Promise<readonly Sums[]>>()
      const found = ofCuts.get(id) ?? loader.load({ id, cuts })
      asked.set(cuts, ofCuts.set(id, found))
      return found
    }
  })
}

const ofNodes = stretchesLoader(readFrom('activity_node_rollup', 'node_id'))
const ofPeople = stretchesLoader(readFrom('activity_person_rollup', 'user_id'))

/** What was done in each stretch, as known now. Whoever asks: who shows it, asks who may see it. */
export function loadStretches(ctx: Context, { id, isPerson }: Subject, cuts: Cuts): Promise<readonly Sums[]> {
  return (isPerson ? ofPeople : ofNodes)(ctx)(id, cuts)
}

async function readKeys(
  { manager, companyId }: Context,
  statement: string,
  keys: readonly Key[],
): Promise<(readonly Sums[])[]> {
  const lists = [...new Set(keys.map(({ cuts }) => cuts))]
  const listOf = new Map(lists.map((cuts, index) => [cuts, index + 1]))
  const rows = await manager.query<Row[]>(statement, [
    companyId,
    keys.map(({ id }) => id),
    keys.map(({ cuts }) => listOf.get(cuts)),
    lists.map((cuts) => `{${cuts.join()}}`),
  ])
  const byPlace = groupBy(rows, ({ place }) => place)
  return keys.map(({ cuts }, index) => sumsOf(byPlace.get(String(index + 1)) ?? [], cuts.length - 1))
}

function sumsOf(rows: readonly Row[], count: number): readonly Sums[] {
  const byStretch = groupBy(rows, ({ stretch }) => stretch)
  return Array.from({ length: count }, (_, index) => (byStretch.get(index + 1) ?? []).map(sumOfRow))
}

export function sumOfRow({ activityTypeId, label, quantity, amount }: StoredSum): Sums[number] {
  return {
    activityTypeId,
    label: label === '' ? null : label,
    quantity: decimal(quantity),
    amount: decimal(amount),
  }
}
