import { setImmediate } from 'node:timers/promises'
import { impactOf, type NodeImpact } from '../../domain/impact.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { loadNodesImpact, type NodeImpactRow, type NodesImpact } from './node-impact.loaders.js'
import { loadPeopleImpact, loadTeamPairs, type PeopleImpact } from './people-impact.loaders.js'
import { loadRolesImpact, type RolesImpact } from './role-impact.loaders.js'
import type { Survey, SurveyBefore } from './survey.loaders.js'
import { loadTargetsImpact, type TargetsImpact } from './target-impact.loaders.js'
import { loadTeamChanges, type TeamChangeRow, type TeamChanges } from './team-change.loaders.js'

/** How many nodes, people, roles or targets an impact lists; how many there are is in its totals. */
export const MAX_LISTED = 100

interface Parts {
  readonly nodes: NodesImpact | null
  readonly people: PeopleImpact | null
  readonly teamChanges: TeamChanges | null
  readonly roles: RolesImpact | null
  readonly targets: TargetsImpact | null
}

/** What a change would lead to, of what the viewer sees. A part is null for an API key that may not read it. */
export interface ImpactRow extends Omit<Parts, 'nodes' | 'teamChanges'> {
  readonly nodes: readonly NodeImpactRow[] | null
  readonly teamChanges: readonly TeamChangeRow[] | null
  readonly totals: ReturnType<typeof totalsOf>
  readonly isTruncated: boolean
}

/** Five statements at the most, beside those of the surveys. `about` are the ids of what is changed. */
export async function loadImpact(
  before: SurveyBefore,
  after: Survey,
  about: readonly string[],
): Promise<ImpactRow> {
  const impacts = await nodeImpacts(before, after)
  const nodes = await nullWhereForbidden(() => loadNodesImpact(before, after, { impacts, limit: MAX_LISTED }))
  const roles = await nullWhereForbidden(() => loadRolesImpact(before, after))
  const pairs = await nullWhereForbidden(() => loadTeamPairs(before, after, impacts))
  const holders = roles ? [...roles.gained, ...roles.lost].map(({ userId }) => userId) : []
  const touched = { nodes: impacts, about: [...about, ...holders], limit: MAX_LISTED }
  const people = pairs && (await loadPeopleImpact(before, after, { pairs, ...touched }))
  const teamChanges = pairs && (await loadTeamChanges(before, after, { pairs, limit: MAX_LISTED }))
  const targets = pairs && (await nullWhereForbidden(() => loadTargetsImpact(before, after, pairs)))
  return listed({ nodes, people, teamChanges, roles, targets })
}

/** After so many nodes, others are served: a large company has thousands. */
const NODES_AT_A_TIME = 20

async function nodeImpacts(before: Survey, after: Survey): Promise<NodeImpact[]> {
  const impacts: NodeImpact[] = []
  for (const impact of impactOf(before, after)) {
    if (impacts.push(impact) % NODES_AT_A_TIME === 0) await setImmediate()
  }
  return impacts
}

function listed(parts: Parts): ImpactRow {
  const { nodes, people, teamChanges, roles, targets } = parts
  const lists = [roles?.gained, roles?.lost, targets?.losesOwner, targets?.regainsOwner]
  const isTruncated =
    (nodes !== null && nodes.rows.length < nodes.seen.length) ||
    (people !== null && people.userIds.length < people.homesChanged) ||
    (teamChanges !== null && teamChanges.rows.length < teamChanges.count) ||
    lists.some((list) => list !== undefined && list.length > MAX_LISTED)
  return {
    ...{ people, nodes: nodes && nodes.rows, totals: totalsOf(parts), isTruncated },
    teamChanges: teamChanges && teamChanges.rows,
    roles: roles && { gained: first(roles.gained), lost: first(roles.lost) },
    targets: targets && { losesOwner: first(targets.losesOwner), regainsOwner: first(targets.regainsOwner) },
  }
}

function first<T>(list: readonly T[]): readonly T[] {
  return list.slice(0, MAX_LISTED)
}

function totalsOf({ nodes, people, teamChanges, roles, targets }: Parts) {
  const sum = (list: 'appears' | 'disappears' | 'changes' | 'wakes' | 'goesDormant') =>
    nodes && nodes.seen.reduce((total, node) => total + node[list].length, 0)
  return {
    nodes: nodes && nodes.seen.length,
    appears: sum('appears'),
    disappears: sum('disappears'),
    changes: sum('changes'),
    wakes: sum('wakes'),
    goesDormant: sum('goesDormant'),
    homes: people && people.homesChanged,
    teamChanges: teamChanges && teamChanges.count,
    rolesGained: roles && roles.gained.length,
    rolesLost: roles && roles.lost.length,
    targetsLosingOwner: targets && targets.losesOwner.length,
    targetsRegainingOwner: targets && targets.regainsOwner.length,
  }
}
