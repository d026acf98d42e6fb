import { divide, sumOf, type Decimal } from './decimal.js'

export const TARGET_SOURCES = ['MANUAL', 'ROLLUP'] as const
export type TargetSource = (typeof TARGET_SOURCES)[number]

/** The targets somebody set for one metric and period, and where they stand in the tree of that period. */
export interface ManualTargets {
  /** The nodes below each node, by its id. */
  readonly children: ReadonlyMap<string, readonly { readonly id: string }[]>
  /** The people of each team, by its id; a person is in at most one. */
  readonly peopleOf: ReadonlyMap<string, readonly string[]>
  readonly ofNode: ReadonlyMap<string, Decimal>
  readonly ofPerson: ReadonlyMap<string, Decimal>
  /** False for averages and ratios: the targets of two teams do not add up to that of their department. */
  readonly rollsUp: boolean
}

export interface NodeTarget {
  /** Null when the node has no target of its own and nothing below has one. */
  readonly amount: Decimal | null
  readonly source: TargetSource
  /** What the level below adds up to, whether or not the node has a target of its own; null when none has one. */
  readonly rollup: Decimal | null
  /** rollup / amount, as a fraction rounded to 6 digits; null when the amount is 0 or there is no roll-up. */
  readonly coverage: Decimal | null
}

export interface RolledUpTargets {
  /** Of its own, or what the level below adds up to; null where there is neither. */
  amountOf(nodeId: string): Decimal | null
  /** What the level below adds up to, whether or not the node has a target of its own. */
  rollupOf(nodeId: string): Decimal | null
}

/** What a node has of its own, if anything, and what the level below adds up to, if it does. */
export function nodeTarget(own: Decimal | null, rollup: Decimal | null): NodeTarget {
  const amount = own ?? rollup
  const coverage = amount === null || rollup === null ? null : divide(rollup, amount)
  return { amount, source: own === null ? 'ROLLUP' : 'MANUAL', rollup, coverage }
}

/**
 * The targets of nodes. A level with no target of its own has the sum of the level below: a team of its people, a
 * department of its teams, the company of its departments and the teams straight under it. What is below a manual target
 * does not reach the level above it a second time. Nothing is added up that nobody asks for.
 */
export function rolledUpTargets({
  children,
  peopleOf,
  ofNode,
  ofPerson,
  rollsUp,
}: ManualTargets): RolledUpTargets {
  const rollups = new Map<string, Decimal | null>()
  const amountOf = (nodeId: string) => ofNode.get(nodeId) ?? rollupOf(nodeId)
  const rollupOf = (nodeId: string): Decimal | null => {
    if (!rollsUp) return null
    const known = rollups.get(nodeId)
    if (known !== undefined) return known
    const rollup = sumOfThose([
      ...(children.get(nodeId) ?? []).map(({ id }) => amountOf(id)),
      ...(peopleOf.get(nodeId) ?? []).map((id) => ofPerson.get(id) ?? null),
    ])
    rollups.set(nodeId, rollup)
    return rollup
  }
  return { amountOf, rollupOf }
}

/** Null where there is none. */
function sumOfThose(amounts: readonly (Decimal | null)[]): Decimal | null {
  const there = amounts.filter((amount) => amount !== null)
  return there.length > 0 ? sumOf(there) : null
}
