import { LRUCache } from 'lru-cache'
import type { Period } from '../../domain/calendar.js'
import { decimal, type Decimal } from '../../domain/decimal.js'
import { instantOf, type Context } from '../../platform/context.js'
import { eventually, Known, Remembered, type Eventually, type Keys } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { createLoader, perRequest } from '../../platform/per-request.js'
import { perVersion } from '../../platform/per-version.js'
import { loadCatalogue } from '../metric/metric.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { AskedBranches } from './asked-branches.js'
import {
  inForce,
  keysOf,
  keyValues,
  whose,
  type Branch,
  type TargetsKey,
  type Whose,
} from './in-force.loaders.js'
import { loadHanging } from './past-tree.loaders.js'
import { rollUpAll, type RolledUp, type SetAmounts } from './roll-up.loaders.js'

/** What targets come to, without what else is known of them. Whoever asks: who shows them, asks who may see them. */
export interface TargetAmounts {
  /** Of its own, or what the level below adds up to. */
  ofNode(nodeId: string): Decimal | null
  ofPerson(userId: string): Decimal | null
  /** What the level below a node adds up to. */
  rollupOf(nodeId: string): Decimal | null
  /** All there are in what was read, of nodes and of people. */
  all(): TargetAmount[]
  /** Those set for people, by their ids. */
  readonly ofPeople: ReadonlyMap<string, Decimal>
}

/** One of the two ids is null. */
export interface TargetAmount {
  readonly nodeId: string | null
  readonly userId: string | null
  readonly amount: Decimal
}

/** Whose, in which period, with the tree of which instant. */
interface TargetsPlace extends Pick<TargetsKey, 'period' | 'asOf'> {
  /** A node with its people, or somebody who is in none. Null: the whole company. */
  readonly ownerId: string | null
}

type OfMetric = (metricId: string) => Eventually<TargetAmounts>

/** Of what is told when it is read. */
interface AskedKey extends Omit<TargetsKey, 'branch'> {
  readonly toRead: () => Branch | null
}

const amountsOfRequest = perRequest((ctx) => ({
  periods: new Remembered<AskedBranches<OfMetric>>(),
  loader: createLoader(ctx, (keys: readonly AskedKey[]) => readAsked(ctx, keys)),
}))

/**
 * The targets of a node, of what is below it and of the people there, by the id of the metric, in a period. Three statements
 * at the most for all that is asked for in one go: companies, tops of them and branches are read apart. A team adds up the
 * people who were in it at the end of the period, or are in it now while that lies ahead; the tree is that of the same instant.
 * Of the company itself, what is below is there as far as it counts for the company.
 */
export function loadTargetAmounts(
  ctx: Context,
  { ownerId, period, asOf }: TargetsPlace,
): Eventually<OfMetric> {
  const { periods, loader } = amountsOfRequest(ctx)
  const at = Math.min(period.endsAt.getTime() - 1, instantOf(ctx, asOf).getTime())
  const keys: Keys = [ctx.moment, at, period.frequency, period.start]
  const asked = periods.of(keys, () => new AskedBranches(ctx.companyId)) as AskedBranches<OfMetric>
  const key = { period, asOf: treeInstant(ctx, period, asOf) }
  return eventually(loadHanging(ctx, key.asOf), (tree) =>
    asked.of(tree, ownerId, (toRead) => {
      const known = new Known<TargetAmounts>()
      return (metricId) =>
        known.get(metricId) ?? known.keep(metricId, loader.load({ metricId, ...key, toRead }))
    }),
  )
}

function treeInstant(ctx: Context, period: Period, asOf: Date | null): Date | null {
  const last = new Date(period.endsAt.getTime() - 1)
  return last < instantOf(ctx, asOf) ? last : asOf
}

interface Kept {
  /** That of the targets of the metric. */
  readonly version: number
  readonly amounts: TargetAmounts
}

const BYTES_OF_AMOUNT = 200
/** Of a metric and node of which there may be no amounts at all. */
const BYTES_OF_ENTRY = 1_000
/** For the targets of a company; of one that has more, those asked for last are kept. */
const MAX_BYTES = 32 * 1024 ** 2

/** Of the version of the company, by key: how they roll up depends on the tree, the teams and the formulas. */
const keptAmounts = perVersion(
  async (ctx) => {
    const [tree, catalogue] = await Promise.all([loadTree(ctx, null), loadCatalogue(ctx, null)])
    const entries = tree.size * catalogue.size
    const bytes = Math.min(entries * (BYTES_OF_ENTRY + BYTES_OF_AMOUNT), MAX_BYTES)
    return { bytes, byKey: new LRUCache<string, Kept>({ maxSize: MAX_BYTES }) }
  },
  ({ bytes }) => bytes,
)

/** By the ids of their owners. Of a tree these are tens of thousands: as JSON, which costs less than rows. */
interface Row {
  readonly place: string
  readonly version: number
  readonly nodes: Readonly<Record<string, string>> | null
  readonly people: Readonly<Record<string, readonly [amount: string, teamId: string | null]>> | null
}

const UNKNOWN = -1

/** What several ask for is read once. */
async function readAsked(ctx: Context, asked: readonly AskedKey[]): Promise<TargetAmounts[]> {
  const keys = asked.map(({ toRead, ...key }): TargetsKey => ({ ...key, branch: toRead() }))
  const names = keys.map((key) => nameOf(ctx, key))
  const byName = new Map(names.map((name, index) => [name, keys[index]!]))
  const found = new Map<string, TargetAmounts>()
  // In turn: a change has one connection, which does one thing at a time.
  for (const [of, some] of groupBy([...byName], ([, key]) => whose(key))) {
    const read = await readAmounts(
      ctx,
      some.map(([, key]) => key),
      of,
    )
    for (const [index, [name]] of some.entries()) found.set(name, read[index]!)
  }
  return names.map((name) => found.get(name)!)
}

/**
 * Asks for the versions of all and for the amounts of those that are not kept, or not of that version. What a change has
 * set may yet be taken back, so it reads all anew and keeps nothing.
 */
async function readAmounts(ctx: Context, keys: readonly TargetsKey[], of: Whose): Promise<TargetAmounts[]> {
  const kept = ctx.manager.queryRunner ? null : (await keptAmounts(ctx, null)).byKey
  const ofCompany = (key: TargetsKey) => nameOf(ctx, { ...key, branch: null })
  const known = keys.map((key) => kept?.get(nameOf(ctx, key)) ?? kept?.get(ofCompany(key)))
  const values = keyValues(ctx, keys, of)
  const versions = known.map((amounts) => amounts?.version ?? UNKNOWN)
  const rows = await ctx.manager.query<Row[]>(statementOf(of, values.length + 1), [...values, versions])
  const byPlace = new Map(rows.map((row) => [row.place, row]))
  const found = keys.map((key, index) => ({ key, kept: known[index], row: byPlace.get(String(index + 1))! }))
  const isNew = ({ kept, row }: (typeof found)[number]) => kept?.version !== row.version
  const read = await amountsOf(ctx, found.filter(isNew))
  return found.map(({ key, kept: amounts, row: { version } }) => {
    const anew = read.get(key)
    if (!anew) return amounts!.amounts
    kept?.set(nameOf(ctx, key), { version, amounts: anew.amounts }, { size: anew.bytes })
    return anew.amounts
  })
}

/** The amounts where the version is another than the one that is known, which is in the parameter of that number. */
function statementOf(of: Whose, known: number): string {
  return `
  SELECT q.place, coalesce(v.version, 0) AS version, a.nodes, a.people
    FROM ${keysOf(of)}
    LEFT JOIN target_version v ON v.company_id = $1 AND v.metric_id = q.metric_id
   CROSS JOIN LATERAL (
         SELECT json_object_agg(t."nodeId", trim_scale(t.amount)::text) FILTER (WHERE t."nodeId" IS NOT NULL) AS nodes,
                json_object_agg(t."userId", json_build_array(trim_scale(t.amount)::text, m.team_id))
                  FILTER (WHERE t."userId" IS NOT NULL) AS people
           FROM ${inForce('t.node_id AS "nodeId", t.user_id AS "userId", t.amount', of)}
          WHERE t.amount IS NOT NULL AND coalesce(v.version, 0) <> ($${known}::integer[])[q.place::integer]) a`
}

interface Found {
  readonly key: TargetsKey
  readonly row: Row
}

async function amountsOf(
  ctx: Context,
  found: readonly Found[],
): Promise<ReadonlyMap<TargetsKey, { readonly amounts: TargetAmounts; readonly bytes: number }>> {
  const keys = found.map(({ key }) => key)
  const set = found.map(({ row }) => setAmountsOf(row))
  const all = await rollUpAll(ctx, keys, set)
  return new Map(
    keys.map((key, index) => {
      const { ofNode, ofPerson } = set[index]!
      const { rolledUp } = all[index]!
      const amounts: TargetAmounts = {
        ofNode: rolledUp.amountOf,
        ofPerson: (userId) => ofPerson.get(userId) ?? null,
        rollupOf: rolledUp.rollupOf,
        all: () => allOf(keys[index]!, set[index]!, all[index]!),
        ofPeople: ofPerson,
      }
      const bytes = BYTES_OF_ENTRY + (ofNode.size + 2 * ofPerson.size) * BYTES_OF_AMOUNT
      return [key, { amounts, bytes }]
    }),
  )
}

function allOf(
  { branch }: TargetsKey,
  { ofNode, ofPerson }: SetAmounts,
  { hanging, rolledUp }: RolledUp,
): TargetAmount[] {
  const nodeIds = new Set([...(branch?.ids ?? hanging.nodes.keys()), ...ofNode.keys()])
  const ofNodes = [...nodeIds].flatMap((nodeId) => {
    const amount = rolledUp.amountOf(nodeId)
    return amount === null ? [] : { nodeId, userId: null, amount }
  })
  return [...ofNodes, ...[...ofPerson].map(([userId, amount]) => ({ nodeId: null, userId, amount }))]
}

function setAmountsOf({ nodes, people }: Row): SetAmounts {
  const ofPeople = Object.entries(people ?? {})
  return {
    ofNode: new Map(Object.entries(nodes ?? {}).map(([id, amount]) => [id, decimal(amount)])),
    ofPerson: new Map(ofPeople.map(([id, [amount]]) => [id, decimal(amount)])),
    teamOf: new Map(ofPeople.map(([id, [, teamId]]) => [id, teamId])),
  }
}

function nameOf(ctx: Context, { metricId, period, asOf, branch }: TargetsKey): string {
  return `${whose({ branch })}/${branch?.ids[0] ?? ''}/${metricId}/${period.frequency}/${period.start}/${period.end}/${asOf === null ? '' : instantOf(ctx, asOf).getTime()}`
}
