import type { Cover } from '../../domain/named-parts.js'
import { pathTo } from '../../domain/org-node.js'
import { can } from '../../domain/policy.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { Known, type Eventually } from '../../platform/eventually.js'
import { perRequest } from '../../platform/per-request.js'
import { loadTree } from '../org/tree.loaders.js'

interface Peer {
  readonly userId: string
  readonly teamId: string
}

const covers = perRequest(() => new Known<Cover | null>())

/**
 * Who covers, for a viewer who is in the team and does not run it, the people out of sight there; null for any other
 * viewer, and on any other node.
 */
export async function loadCover(ctx: Context, nodeId: string): Promise<Cover | null> {
  const { actor } = ctx
  const isMember = actor !== SYSTEM && actor.kind === 'PERSON' && actor.teamId === nodeId
  return isMember ? loadCoverOfTeam(ctx) : null
}

/** Of whom the viewer, as a peer, is told no number alone, so that none of the hidden people in the team follows; or null. */
export async function loadCoverOfHidden(ctx: Context): Promise<string | null> {
  const cover = await loadCoverOfTeam(ctx)
  return cover?.isForHidden ? cover.userId : null
}

function loadCoverOfTeam(ctx: Context): Eventually<Cover | null> {
  return covers(ctx).of(ctx.moment.version, () => peerOf(ctx).then((peer) => peer && readCover(ctx, peer)))
}

async function peerOf(ctx: Context): Promise<Peer | null> {
  const { actor } = ctx
  if (actor === SYSTEM || actor.kind === 'API_KEY' || actor.teamId === null) return null
  const { userId, teamId } = actor
  const path = pathTo(await loadTree(ctx, null), teamId).map(({ id }) => id)
  const anybodyHidden = { path, person: { id: '', isHidden: true } }
  return can(actor, 'see numbers of people', anybodyHidden) === null ? { userId, teamId } : null
}

/**
 * The one who has been in the team longest: nobody who joins takes the place, after which what was told before could
 * be compared, and where the hidden were in the team, there was most likely the cover.
 */
async function readCover(
  { manager, companyId, moment }: Context,
  { userId, teamId }: Peer,
): Promise<Cover | null> {
  const [row] = await manager.query<[Cover]>(
    `WITH others AS (
       SELECT m.user_id, u.data_visibility, min(m.valid_from) AS since, bool_or(${holdsAt('m', '$4')}) AS is_here
         FROM membership m
         JOIN app_user u ON u.company_id = m.company_id AND u.id = m.user_id
        WHERE m.company_id = $1 AND m.team_id = $2 AND m.user_id <> $3
        GROUP BY m.user_id, u.data_visibility)
     SELECT (SELECT o.user_id FROM others o
              WHERE o.is_here AND o.data_visibility = 'VISIBLE'
              ORDER BY o.since, o.user_id LIMIT 1) AS "userId",
            EXISTS (SELECT FROM others o WHERE o.data_visibility = 'HIDDEN') AS "isForHidden"`,
    [companyId, teamId, userId, moment.at],
  )
  return row
}
