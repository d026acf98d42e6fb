import { pathTo } from '../../domain/org-node.js'
import { can } from '../../domain/policy.js'
import { instantOf, type Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { eventually, type Eventually } from '../../platform/eventually.js'
import { batchLoader, type Dated } from '../../platform/per-request.js'
import { isUuid } from '../../platform/uuid.js'
import { assertScope, loadSight } from '../org/sight.loaders.js'
import { loadParentOfGone } from '../org/tombstone.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { loadCoverOfHidden } from '../people/cover.loaders.js'

interface Place {
  readonly isHidden: boolean
  /** Null: in no team. */
  readonly teamId: string | null
}

/** Not `loadUser`, which asks for the scope to read who people are. */
const places = batchLoader<Dated, Place>(async (ctx, ids, { asOf }) => {
  const rows = await ctx.manager.query<(Place & { readonly id: string })[]>(
    `SELECT u.id, u.data_visibility = 'HIDDEN' AS "isHidden", m.team_id AS "teamId"
       FROM app_user u
       LEFT JOIN membership m ON m.company_id = u.company_id AND m.user_id = u.id AND ${holdsAt('m', '$3')}
      WHERE u.company_id = $1 AND u.id = ANY($2::uuid[])`,
    [ctx.companyId, ids, instantOf(ctx, asOf)],
  )
  return new Map(rows.map((row) => [row.id, row]))
})

/**
 * Whether the viewer sees what a node counts. What is told is what is known now, so the node has to be in sight at the
 * instant asked for and at present, or, if it was deleted since, the one it hung under. @throws FORBIDDEN for an API
 * key without the scope.
 */
export function seesNumbersOfNode(ctx: Context, node: Dated): Eventually<boolean> {
  return eventually(loadSight(ctx, 'see numbers of nodes', node.asOf), (then) => {
    const wasSeen = then.of(node.id) === 'WHOLE'
    return wasSeen && node.asOf !== null ? seesNumbersOfNodeNow(ctx, node.id) : wasSeen
  })
}

async function seesNumbersOfNodeNow(ctx: Context, id: string): Promise<boolean> {
  const now = await loadSight(ctx, 'see numbers of nodes', null)
  if (now.isOfAll || now.of(id) !== null) return now.isOfAll || now.of(id) === 'WHOLE'
  const parentId = await loadParentOfGone(ctx, id)
  return parentId !== null && now.of(parentId) === 'WHOLE'
}

/**
 * Whether the viewer sees what a person did, as somebody of the node: likewise at both instants, but of the node at the
 * one that is asked for. Who covers the hidden people of a team is seen by peers as little as they are.
 * @throws as `seesNumbersOfNode`.
 */
export async function seesNumbersOfPerson(ctx: Context, userId: string, node: Dated): Promise<boolean> {
  assertScope(ctx, 'see numbers of people')
  if (!isUuid(userId)) return false
  const path = await pathOfSeen(ctx, { id: userId, asOf: node.asOf })
  if (!path.includes(node.id)) return false
  return node.asOf === null || (await pathOfSeen(ctx, { id: userId, asOf: null })).length > 0
}

/** Whether the viewer sees any numbers of a person at present. @throws as `seesNumbersOfNode`. */
export async function seesNumbersNow(ctx: Context, userId: string): Promise<boolean> {
  assertScope(ctx, 'see numbers of people')
  return isUuid(userId) && (await pathOfSeen(ctx, { id: userId, asOf: null })).length > 0
}

/** The id of the team of a person, or their own for who is in none. */
export async function loadTeamOrSelf(ctx: Context, person: Dated): Promise<string> {
  return (await places(ctx).load(person))?.teamId ?? person.id
}

/** The ids from the company to the team of the person; none for somebody whose numbers are out of sight. */
async function pathOfSeen(ctx: Context, { id, asOf }: Dated): Promise<string[]> {
  const place = await places(ctx).load({ id, asOf })
  if (!place) return []
  const path = pathTo(await loadTree(ctx, asOf), place.teamId ?? ctx.companyId).map((node) => node.id)
  const person = { id, isHidden: place.isHidden }
  const isSeen = can(ctx.actor, 'see numbers of people', { path, person }) !== null
  return isSeen && (await loadCoverOfHidden(ctx)) !== id ? path : []
}
