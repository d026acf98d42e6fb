import type { OrgNodeRow } from '../org/org.loaders.js'
import { loadImpactSight, nodeSeen } from './impact-sight.js'
import { FIRST_PARAMETER, PERSON_CHANGE, personChangeParameters } from './person-change.js'
import type { TeamPair } from './people-impact.loaders.js'
import type { Survey, SurveyBefore } from './survey.loaders.js'

/** Somebody of another team. A team is null for who is in none, for who may not sign in, and where it is out of sight. */
export interface TeamChangeRow {
  readonly userId: string
  readonly from: OrgNodeRow | null
  readonly to: OrgNodeRow | null
}

export interface TeamChanges {
  readonly count: number
  /** The first of them, by name. */
  readonly rows: readonly TeamChangeRow[]
}

/** One statement, and none where nobody is of another team. @throws FORBIDDEN as `loadTeamPairs`. */
export async function loadTeamChanges(
  before: SurveyBefore,
  after: Survey,
  { pairs, limit }: { pairs: readonly TeamPair[]; limit: number },
): Promise<TeamChanges> {
  if (pairs.every(({ was, is }) => was === is)) return { count: 0, rows: [] }
  const sight = await loadImpactSight('see key metrics', before, after)
  const rows = await after.ctx.manager.query<(TeamPair & { readonly id: string; readonly count: number })[]>(
    `SELECT p.id, p.was, p."is", (count(*) OVER ())::int AS count
       FROM (${PERSON_CHANGE}) p
      WHERE p.was IS DISTINCT FROM p."is"
      ORDER BY p.name COLLATE "C", p.id LIMIT $${FIRST_PARAMETER}`,
    [...(await personChangeParameters(before, after)), limit],
  )
  const team = (id: string | null) => id && nodeSeen(id, before, after, sight)
  return {
    count: rows[0]?.count ?? 0,
    rows: rows.map(({ id, was, is }) => ({ userId: id, from: team(was) || null, to: team(is) || null })),
  }
}
