import { decimal } from '../../domain/decimal.js'
import type { Sums } from '../../domain/metric-value.js'
import type { Context } from '../../platform/context.js'
import { Remembered, type Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { createLoader, perRequest } from '../../platform/per-request.js'
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
  readonly id: string
  /** 0 is the first. */
  readonly list: number
  /** 1 is the first. */
  readonly stretch: number
}

const FIRST_PARAMETER = 2

/** What was done in the stretches of one list: by whom is in the parameter `ids`, and the days in the two behind it. */
const ofList = (table: string, owner: string, list: number) => {
  const [ids, cuts] = [`$${FIRST_PARAMETER + 2 * list}::uuid[]`, `$${FIRST_PARAMETER + 2 * list + 1}::date[]`]
  return `
    SELECT ${list} AS list, r.${owner} AS id, width_bucket(r.day, ${cuts}) AS stretch,
           r.activity_type_id AS "activityTypeId", r.label, sum(r.quantity) AS quantity, sum(r.amount) AS amount
      FROM ${table} r
     WHERE r.company_id = $1 AND r.${owner} = ANY(${ids})
       AND r.day >= (${cuts})[1] AND r.day < (${cuts})[cardinality(${cuts})]
     GROUP BY 2, 3, 4, 5
    HAVING sum(r.quantity) <> 0 OR sum(r.amount) <> 0`
}

type Load = (id: string, cuts: Cuts) => Eventually<readonly Sums[]>

/**
 * One statement for all that is asked for in one go, and one answer for all key metrics of a place. Within a transaction
 * what is asked later is another question: it may have written meanwhile.
 */
function stretchesLoader(table: string, owner: string): (ctx: Context) => Load {
  return perRequest((ctx) => {
    let known = new Remembered<readonly Sums[]>()
    const loader = createLoader(ctx, (keys: readonly Key[]) => {
      if (ctx.manager.queryRunner) known = new Remembered()
      return readKeys(ctx, keys, (list) => ofList(table, owner, list))
    })
    return (id, cuts) => known.of([ctx.moment, cuts, id], () => loader.load({ id, cuts }))
  })
}

const ofNodes = stretchesLoader('activity_node_rollup', 'node_id')
const ofPeople = stretchesLoader('activity_person_rollup', 'user_id')

/** What was done in each stretch, as known now. Whoever asks: who shows it, asks who may see it. */
export function loadStretches(
  ctx: Context,
  { id, isPerson }: Subject,
  cuts: Cuts,
): Eventually<readonly Sums[]> {
  return (isPerson ? ofPeople : ofNodes)(ctx)(id, cuts)
}

async function readKeys(
  { manager, companyId }: Context,
  keys: readonly Key[],
  statementOf: (list: number) => string,
): Promise<(readonly Sums[])[]> {
  const lists = [...groupBy(keys, ({ cuts }) => cuts)]
  const rows = await manager.query<Row[]>(
    lists.map((_, list) => statementOf(list)).join('\n     UNION ALL'),
    [companyId, ...lists.flatMap(([cuts, asked]) => [asked.map(({ id }) => id), `{${cuts.join()}}`])],
  )
  const byList = groupBy(rows, ({ list }) => list)
  const found = new Map(lists.map(([cuts], list) => [cuts, groupBy(byList.get(list) ?? [], ({ id }) => id)]))
  return keys.map(({ id, cuts }) => sumsOf(found.get(cuts)!.get(id) ?? [], cuts.length - 1))
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
