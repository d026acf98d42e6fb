import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { loadSight } from '../org/sight.loaders.js'
import { isMemberInSight, selfOf, type MemberSight } from '../people/people-sight.js'

/** Which celebrations the viewer sees, as the parameters $1 to $8 of `IN_SIGHT`. */
export type CelebrationSight = readonly [
  companyId: string,
  ...members: MemberSight,
  areAllNodes: boolean,
  nodes: readonly string[],
]

/**
 * SQL condition for rows `c`: those whose number the viewer sees at present, of nodes, of themselves, and of people by
 * the team they are in. Hidden people are not there for their peers.
 */
export const IN_SIGHT = `c.company_id = $1 AND ($7::boolean AND c.node_id IS NOT NULL OR c.node_id = ANY($8::uuid[])
  OR $3::boolean AND c.user_id IS NOT NULL OR c.user_id = $4::uuid
  OR EXISTS (SELECT FROM membership m
               JOIN app_user u ON u.company_id = m.company_id AND u.id = m.user_id
              WHERE m.company_id = $1 AND m.user_id = c.user_id AND ${holdsAt('m', '$2')} AND ${isMemberInSight(2)}))`

/** @throws FORBIDDEN for an API key without the scope. */
export async function loadCelebrationSight(ctx: Context): Promise<CelebrationSight> {
  const { actor, companyId } = ctx
  const nodes = await loadSight(ctx, 'see numbers of nodes', null)
  const people = await loadSight(ctx, 'see numbers of people', null)
  const teamOfPeers = actor !== 'SYSTEM' && actor.kind === 'PERSON' ? actor.teamId : null
  const members: MemberSight = [
    ...([instantOf(ctx, null), people.isOfAll, selfOf(ctx)] as const),
    ...([teamOfPeers === null ? [] : [teamOfPeers], people.isOfAll ? [] : people.whole()] as const),
  ]
  return [companyId, ...members, nodes.isOfAll, nodes.isOfAll ? [] : nodes.whole()]
}
