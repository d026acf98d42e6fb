import { addsUp } from '../../domain/metric-value.js'
import { rolledUpTargets, type ManualTargets, type RolledUpTargets } from '../../domain/target-rollup.js'
import type { Context } from '../../platform/context.js'
import { eventuallyAll } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { loadFormulas } from '../activity/metric-formula.loaders.js'
import type { TargetsKey } from './in-force.loaders.js'
import { loadHanging, type Hanging } from './past-tree.loaders.js'

/** The amounts that were set for a key. */
export interface SetAmounts extends Pick<ManualTargets, 'ofNode' | 'ofPerson'> {
  /** By the id of the person; null for who is in none. */
  readonly teamOf: ReadonlyMap<string, string | null>
}

/** How they roll up in the tree of the key. */
export interface RolledUp {
  readonly hanging: Hanging
  readonly rolledUp: RolledUpTargets
}

/** How the amounts of each key roll up, in their order. */
export async function rollUpAll(
  ctx: Context,
  keys: readonly TargetsKey[],
  amounts: readonly SetAmounts[],
): Promise<RolledUp[]> {
  const [formulas, trees] = await Promise.all([
    loadFormulas(ctx),
    eventuallyAll(keys.map(({ asOf }) => loadHanging(ctx, asOf))),
  ])
  return keys.map(({ metricId }, index) => {
    const { ofNode, ofPerson, teamOf } = amounts[index]!
    const hanging = trees[index]!
    const formula = formulas.get(metricId)
    const rolledUp = rolledUpTargets({
      ...{ ofNode, ofPerson, children: hanging.children, peopleOf: peopleByTeam(teamOf) },
      rollsUp: formula === undefined || addsUp(formula),
    })
    return { hanging, rolledUp }
  })
}

function peopleByTeam(teamOf: SetAmounts['teamOf']): Map<string, string[]> {
  const placed = [...teamOf].flatMap(([userId, teamId]) => (teamId === null ? [] : [{ userId, teamId }]))
  const byTeam = groupBy(placed, ({ teamId }) => teamId)
  return new Map([...byTeam].map(([teamId, people]) => [teamId, people.map(({ userId }) => userId)]))
}
