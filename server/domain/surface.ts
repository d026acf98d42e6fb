import type { OrgNode } from './org-node.js'
import { can } from './policy.js'
import { capacitiesOf, type Person } from './viewer.js'

/**
 * The pages on which people look for key metrics. All of them show what is effective on one node that the person sees
 * whole, by the line 'see key metrics' of the policy.
 *
 * ORGANIZATION: the overview of any such node.
 * HOME: one's own key metrics, which are those of one's team. Who holds roles may switch to any node of theirs.
 * PROFILE: the page of the person, which goes by the person's team and by nothing else.
 * TEAM: the page of a team, with a list of its people in which peers find each other, but not who is hidden.
 */
export const SURFACES = ['ORGANIZATION', 'HOME', 'PROFILE', 'TEAM'] as const
export type Surface = (typeof SURFACES)[number]

/**
 * The node a page opens with when none is asked for; null: the page has nothing to show. ORGANIZATION opens with what
 * the person's strongest role is held on, and else with the team; HOME the other way round; PROFILE and TEAM with the
 * team only.
 */
export function openingNode(surface: Surface, person: Person): string | null {
  const strongest = capacitiesOf(person).find(({ nodeId }) => nodeId !== null)?.nodeId ?? null
  if (surface === 'ORGANIZATION') return strongest
  return surface === 'HOME' ? (person.teamId ?? strongest) : person.teamId
}

/** Whose numbers the page shows: of the person, who has the team for it and has chosen no node, or else of the node. */
export function showsPerson(
  surface: Surface,
  { teamId }: Pick<Person, 'teamId'>,
  isNodeAskedFor: boolean,
): boolean {
  return surface === 'PROFILE' || (surface === 'HOME' && teamId !== null && !isNodeAskedFor)
}

/** Why the page is not for the last node of the path; null: it is. */
export type SurfaceRefusal = 'NOT_BY_POLICY' | 'NOT_A_TEAM' | 'NOT_THEIR_TEAM'

export function refusalOfSurface(
  surface: Surface,
  person: Person,
  path: readonly OrgNode[],
): SurfaceRefusal | null {
  const node = path.at(-1)
  if (can(person, 'see key metrics', { path: path.map(({ id }) => id) }) === null) return 'NOT_BY_POLICY'
  if (surface === 'TEAM' && node?.level !== 'TEAM') return 'NOT_A_TEAM'
  return surface === 'PROFILE' && node?.id !== person.teamId ? 'NOT_THEIR_TEAM' : null
}
