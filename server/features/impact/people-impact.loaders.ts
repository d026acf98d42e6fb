import { isOtherHome, shownImpact, shownOn, type NodeImpact } from '../../domain/impact.js'
import { FIRST_PARAMETER, PERSON_CHANGE, personChangeParameters } from './person-change.js'
import type { Survey, SurveyBefore } from './survey.loaders.js'

/** The team of which somebody sees the key metrics before a change, and after it. */
export interface TeamPair {
  readonly was: string | null
  readonly is: string | null
}

export interface PeopleImpact {
  /** How many see another Home, gain or lose a role, or are what the change is about. */
  readonly affected: number
  /** How many of them see another Home. */
  readonly homesChanged: number
  /** Who does: the first of them by name. */
  readonly userIds: readonly string[]
}

/**
 * The pairs of all people whose team is another one, or shows other key metrics. One statement.
 * @throws FORBIDDEN for an API key that may not read people.
 */
export async function loadTeamPairs(
  before: SurveyBefore,
  after: Survey,
  nodes: readonly NodeImpact[],
): Promise<TeamPair[]> {
  const teams = [...teamsOfOtherHome(nodes)]
  return after.ctx.manager.query(
    `SELECT DISTINCT p.was, p."is" FROM (${PERSON_CHANGE}) p
      WHERE p.was IS DISTINCT FROM p."is" OR p."is" = ANY($${FIRST_PARAMETER}::uuid[])`,
    [...(await personChangeParameters(before, after)), teams],
  )
}

interface Touched {
  readonly nodes: readonly NodeImpact[]
  readonly pairs: readonly TeamPair[]
  /** Ids, of people among others, that are affected whatever their Home. */
  readonly about: readonly string[]
  readonly limit: number
}

/** One statement. */
export async function loadPeopleImpact(
  before: SurveyBefore,
  after: Survey,
  { nodes, pairs, about, limit }: Touched,
): Promise<PeopleImpact> {
  const teams = teamsOfOtherHome(nodes)
  const others = pairs.filter(({ was, is }) =>
    was === is ? teams.has(is!) : isOtherHome(shownImpact(shownOn(before, was), shownOn(after, is))),
  )
  const rows = await after.ctx.manager.query<Row[]>(
    `SELECT p.id, p."isHome", (count(*) FILTER (WHERE p."isHome") OVER ())::int AS homes,
            (count(*) OVER ())::int AS affected
       FROM (SELECT c.id, c.name, concat(c.was, '/', c."is") = ANY($${FIRST_PARAMETER}::text[]) AS "isHome"
               FROM (${PERSON_CHANGE}) c) p
      WHERE p."isHome" OR p.id = ANY($${FIRST_PARAMETER + 1}::uuid[])
      ORDER BY p."isHome" DESC, p.name COLLATE "C", p.id
      LIMIT ${limit}`,
    [
      ...(await personChangeParameters(before, after)),
      others.map(({ was, is }) => `${was ?? ''}/${is ?? ''}`),
      about,
    ],
  )
  return {
    affected: rows[0]?.affected ?? 0,
    homesChanged: rows[0]?.homes ?? 0,
    userIds: rows.filter(({ isHome }) => isHome).map(({ id }) => id),
  }
}

function teamsOfOtherHome(nodes: readonly NodeImpact[]): Set<string> {
  return new Set(nodes.filter(isOtherHome).map(({ node }) => node.id))
}

interface Row {
  readonly id: string
  readonly isHome: boolean
  readonly homes: number
  readonly affected: number
}
