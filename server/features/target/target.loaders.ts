import DataLoader from 'dataloader'
import type { Period } from '../../domain/calendar.js'
import type { Decimal } from '../../domain/decimal.js'
import { addsUp } from '../../domain/metric-value.js'
import { rollUpTargets, type NodeTarget } from '../../domain/target-rollup.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { groupBy } from '../../platform/group-by.js'
import { remember, type Eventually } from '../../platform/eventually.js'
import { perRequest } from '../../platform/per-request.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import { loadNodes } from './past-tree.loaders.js'
import {
  mayHold,
  setTargetOf,
  TARGET_COLUMNS,
  type SetTarget,
  type StoredTarget,
  type TargetRow,
} from './target.row.js'

/** The targets of the whole company for one metric and period, with the tree as it was at `asOf`. Null is the present. */
export interface TargetsKey {
  readonly metricId: string
  readonly period: Period
  readonly asOf: Date | null
}

/** Whoever asks: who shows them, asks who may see them. */
export interface Targets {
  ofNode(nodeId: string): TargetRow
  ofPerson(userId: string): TargetRow
  /** That of a node or a person, without what else is known of it. */
  amountOf(ownerId: string): Decimal | null
  /** The amounts set for people, by their ids. */
  readonly ofPeople: ReadonlyMap<string, Decimal>
  /** Those that have an amount, of their own or from below. */
  all(): TargetRow[]
}

const targets = perRequest((ctx) => ({
  known: new Map<string, Eventually<Targets>>(),
  loader: new DataLoader((keys: readonly TargetsKey[]) => readAll(ctx, keys), { cache: false }),
}))

/**
 * One statement for all metrics and periods that are asked for in one go, whatever the size of the tree. A team adds up
 * the people who were in it at the end of the period, or are in it now while that lies ahead; the tree is that of the
 * same instant.
 */
export function loadTargets(ctx: Context, { metricId, period, asOf }: TargetsKey): Eventually<Targets> {
  const { known, loader } = targets(ctx)
  const at = Math.min(period.endsAt.getTime() - 1, instantOf(ctx, asOf).getTime())
  const key = `${ctx.moment.version}/${metricId}/${period.frequency}/${period.start}/${at}`
  return remember(known, key, () => loader.load({ metricId, period, asOf: treeInstant(ctx, period, asOf) }))
}

/** To be called by whoever has set some: a later field of the same request reads them anew. */
export function forgetTargets(ctx: Context): void {
  targets(ctx).known.clear()
}

function treeInstant(ctx: Context, period: Period, asOf: Date | null): Date | null {
  const last = new Date(period.endsAt.getTime() - 1)
  return last < instantOf(ctx, asOf) ? last : asOf
}

/** A target that holds, with the team its person was in. */
export interface TargetInForce extends SetTarget {
  readonly teamId: string | null
}

/** What was set and holds, for each key in its order: with and without an amount. `asOf` says who was in which team. */
export async function readInForce(ctx: Context, keys: readonly TargetsKey[]): Promise<TargetInForce[][]> {
  const rows = await ctx.manager.query<
    (StoredTarget & { readonly place: string; readonly teamId: string | null })[]
  >(
    `SELECT q.place, t.*, m.team_id AS "teamId"
       FROM unnest($2::uuid[], $3::text[], $4::date[], $5::date[], $6::timestamptz[])
            WITH ORDINALITY AS q(metric_id, frequency, start, finish, at, place)
      CROSS JOIN LATERAL (
            SELECT DISTINCT ON (t.node_id, t.user_id) ${TARGET_COLUMNS}
              FROM target t
             WHERE t.company_id = $1 AND t.metric_id = q.metric_id AND ${mayHold('q.frequency', 'q.start', 'q.finish')}
             ORDER BY t.node_id, t.user_id, t.period_start DESC) t
       LEFT JOIN membership m ON m.company_id = $1 AND m.user_id = t."userId" AND ${holdsAt('m', 'q.at')}`,
    [ctx.companyId, ...columnsOf(ctx, keys)],
  )
  const byPlace = groupBy(rows, ({ place }) => place)
  return keys.map((_, index) =>
    (byPlace.get(String(index + 1)) ?? []).map(({ place: _place, ...row }) => ({
      ...setTargetOf(row),
      teamId: row.teamId,
    })),
  )
}

function columnsOf(ctx: Context, keys: readonly TargetsKey[]): unknown[][] {
  return [
    keys.map(({ metricId }) => metricId),
    keys.map(({ period }) => period.frequency),
    keys.map(({ period }) => period.start),
    keys.map(({ period }) => period.end),
    keys.map(({ asOf }) => instantOf(ctx, asOf)),
  ]
}

async function readAll(ctx: Context, keys: readonly TargetsKey[]): Promise<Targets[]> {
  const [found, formulas, trees] = await Promise.all([
    readInForce(ctx, keys),
    loadFormulas(ctx),
    Promise.all(keys.map(({ asOf }) => loadNodes(ctx, asOf))),
  ])
  return keys.map((key, index) => {
    const formula = formulas.get(key.metricId)
    const rollsUp = formula === undefined || addsUp(formula)
    const rolledUp = rollUp(found[index]!, { nodes: trees[index]!, rollsUp })
    return targetsOf(key, found[index]!, rolledUp)
  })
}

function rollUp(
  rows: readonly TargetInForce[],
  given: Pick<Parameters<typeof rollUpTargets>[0], 'nodes' | 'rollsUp'>,
): Map<string, NodeTarget> {
  const people = rows.filter((row) => row.userId !== null && row.teamId !== null)
  const byTeam = groupBy(people, ({ teamId }) => teamId!)
  return rollUpTargets({
    ...given,
    peopleOf: new Map([...byTeam].map(([teamId, members]) => [teamId, members.map(({ userId }) => userId!)])),
    ofNode: amountsBy(rows, ({ nodeId }) => nodeId),
    ofPerson: amountsBy(rows, ({ userId }) => userId),
  })
}

function amountsBy(
  rows: readonly TargetInForce[],
  ownerOf: (row: TargetInForce) => string | null,
): Map<string, Decimal> {
  return new Map(
    rows.flatMap((row) => {
      const owner = ownerOf(row)
      return owner === null || row.amount === null ? [] : [[owner, row.amount] as const]
    }),
  )
}

const NONE = { amount: null, source: 'ROLLUP', rollup: null, coverage: null } as const
const UNSET = { carriesForward: false, setBy: null, setAt: null }

function targetsOf(
  { metricId, period }: TargetsKey,
  rows: readonly TargetInForce[],
  rolledUp: ReadonlyMap<string, NodeTarget>,
): Targets {
  const byOwner = new Map(rows.map((row) => [row.nodeId ?? row.userId, row]))
  const rowOf = (ownerId: string) => {
    const set = byOwner.get(ownerId)
    // A node that hung nowhere at that instant, and a person, have what was set for them and nothing below.
    const alone =
      set === undefined || set.amount === null
        ? NONE
        : { ...NONE, amount: set.amount, source: 'MANUAL' as const }
    const shown = rolledUp.get(ownerId) ?? alone
    const setting = set && shown.source === 'MANUAL' ? settingOf(set) : UNSET
    return { metricId, period, ...shown, ...setting, version: set?.version ?? 0 }
  }
  const amountOf = (ownerId: string) => (rolledUp.get(ownerId) ?? byOwner.get(ownerId))?.amount ?? null
  const ofNode = (nodeId: string) => ({ ...rowOf(nodeId), nodeId, userId: null })
  const ofPerson = (userId: string) => ({ ...rowOf(userId), nodeId: null, userId })
  const all = () => {
    const nodeIds = new Set([...rolledUp.keys(), ...rows.flatMap(({ nodeId }) => nodeId ?? [])])
    const people = rows.flatMap(({ userId }) => (userId === null ? [] : ofPerson(userId)))
    return [...[...nodeIds].map(ofNode), ...people].filter(({ amount }) => amount !== null)
  }
  return { ofNode, ofPerson, amountOf, ofPeople: amountsBy(rows, ({ userId }) => userId), all }
}

function settingOf({ carriesForward, setBy, setAt }: SetTarget) {
  return { carriesForward, setBy, setAt }
}
