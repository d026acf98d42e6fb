import { add, divide, type Decimal } from './decimal.js'
import { topDown, type OrgNode } from './org-node.js'

export const TARGET_SOURCES = ['MANUAL', 'ROLLUP'] as const
export type TargetSource = (typeof TARGET_SOURCES)[number]

/** The targets somebody set for one metric and period, and where they stand in the tree of that period. */
export interface ManualTargets {
  readonly nodes: readonly OrgNode[]
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

/**
 * The target of every node, by its id, in one pass from the teams up. A level with no target of its own has the
 * sum of the level below: a team of its people, a department of its teams, the company of its departments and
 * the teams straight under it. What is below a manual target does not reach the level above it a second time.
 * @throws RangeError when a node's parent is missing.
 */
export function rollUpTargets(given: ManualTargets): Map<string, NodeTarget> {
  const rollups = new Map<string, Decimal>()
  const targets = new Map<string, NodeTarget>()
  const ids = new Set(given.nodes.map(({ id }) => id))
  for (const { id, level, parentId } of topDown(given.nodes).reverse()) {
    if (level === 'TEAM') for (const amount of amountsOfPeople(given, id)) addTo(rollups, id, amount)
    const rollup = given.rollsUp ? (rollups.get(id) ?? null) : null
    const target = nodeTarget(given.ofNode.get(id), rollup)
    targets.set(id, target)
    if (parentId === null) continue
    if (!ids.has(parentId)) throw new RangeError(`The parent of node ${id} is missing.`)
    if (target.amount !== null) addTo(rollups, parentId, target.amount)
  }
  return targets
}

function amountsOfPeople({ peopleOf, ofPerson }: ManualTargets, teamId: string): Decimal[] {
  return (peopleOf.get(teamId) ?? []).flatMap((userId) => ofPerson.get(userId) ?? [])
}

function addTo(rollups: Map<string, Decimal>, id: string, amount: Decimal): void {
  const soFar = rollups.get(id)
  rollups.set(id, soFar === undefined ? amount : add(soFar, amount))
}

function nodeTarget(manual: Decimal | undefined, rollup: Decimal | null): NodeTarget {
  const amount = manual ?? rollup
  const coverage = amount === null || rollup === null ? null : divide(rollup, amount)
  return { amount, source: manual === undefined ? 'ROLLUP' : 'MANUAL', rollup, coverage }
}
