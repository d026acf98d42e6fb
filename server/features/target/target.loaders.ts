import type { Decimal } from '../../domain/decimal.js'
import type { RolledUpTargets } from '../../domain/target-rollup.js'
import type { Context } from '../../platform/context.js'
import { groupBy } from '../../platform/group-by.js'
import type { Hanging } from './past-tree.loaders.js'
import {
  setTargetOf,
  TARGET_COLUMNS,
  type SetTarget,
  type StoredTarget,
  type TargetRow,
} from './target.row.js'
import {
  inForce,
  KEYS,
  keyValues,
  perTargetsKey,
  rollUpAll,
  type SetAmounts,
  type TargetsKey,
} from './targets-key.js'

/** Whoever asks: who shows them, asks who may see them. */
export interface Targets {
  ofNode(nodeId: string): TargetRow
  ofPerson(userId: string): TargetRow
  /** Those that have an amount, of their own or from below. */
  all(): TargetRow[]
}

/** One statement for all metrics and periods that are asked for in one go. */
export const loadTargets = perTargetsKey(readAll)

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
       FROM ${KEYS}
      CROSS JOIN LATERAL ${inForce(TARGET_COLUMNS)}`,
    keyValues(ctx, keys),
  )
  const byPlace = groupBy(rows, ({ place }) => place)
  return keys.map((_, index) =>
    (byPlace.get(String(index + 1)) ?? []).map(({ place: _place, ...row }) => ({
      ...setTargetOf(row),
      teamId: row.teamId,
    })),
  )
}

async function readAll(ctx: Context, keys: readonly TargetsKey[]): Promise<Targets[]> {
  const found = await readInForce(ctx, keys)
  const all = await rollUpAll(ctx, keys, found.map(amountsOf))
  return keys.map((key, index) => targetsOf(key, found[index]!, all[index]!))
}

function amountsOf(rows: readonly TargetInForce[]): SetAmounts {
  return {
    ofNode: amountsBy(rows, ({ nodeId }) => nodeId),
    ofPerson: amountsBy(rows, ({ userId }) => userId),
    teamOf: new Map(rows.flatMap(({ userId, teamId }) => (userId === null ? [] : [[userId, teamId]]))),
  }
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

const NOTHING_BELOW = { rollup: null, coverage: null } as const
const UNSET = { carriesForward: false, setBy: null, setAt: null }

function targetsOf(
  { metricId, period }: TargetsKey,
  rows: readonly TargetInForce[],
  { hanging, rolledUp }: { readonly hanging: Hanging; readonly rolledUp: RolledUpTargets },
): Targets {
  const byOwner = new Map(rows.map((row) => [row.nodeId ?? row.userId, row]))
  const rowOf = (ownerId: string, shown: ReturnType<RolledUpTargets['of']>) => {
    const set = byOwner.get(ownerId)
    const setting = set && shown.source === 'MANUAL' ? settingOf(set) : UNSET
    return { metricId, period, ...shown, ...setting, version: set?.version ?? 0 }
  }
  const ofNode = (nodeId: string) => ({ ...rowOf(nodeId, rolledUp.of(nodeId)), nodeId, userId: null })
  const ofPerson = (userId: string) => {
    const amount = byOwner.get(userId)?.amount ?? null
    const source = amount === null ? ('ROLLUP' as const) : ('MANUAL' as const)
    return { ...rowOf(userId, { amount, source, ...NOTHING_BELOW }), nodeId: null, userId }
  }
  const all = () => {
    const nodeIds = new Set([...hanging.nodes.keys(), ...rows.flatMap(({ nodeId }) => nodeId ?? [])])
    const people = rows.flatMap(({ userId }) => (userId === null ? [] : ofPerson(userId)))
    return [...[...nodeIds].map(ofNode), ...people].filter(({ amount }) => amount !== null)
  }
  return { ofNode, ofPerson, all }
}

function settingOf({ carriesForward, setBy, setAt }: SetTarget) {
  return { carriesForward, setBy, setAt }
}
