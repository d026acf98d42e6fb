import { lowestOnAll } from '../../domain/org-node.js'
import type { Context } from '../../platform/context.js'
import { isUuid } from '../../platform/uuid.js'
import { pathOf } from '../org/tree.loaders.js'
import { loadTeamId } from '../people/user.loaders.js'

/** Where a planned change takes place: who sees it there sees it coming. */
export interface PlannedPlace {
  readonly nodeId: string | null
  /** Of people who are to move: the lowest node on which all of them are, and the one into which all of them come. */
  readonly ends?: { readonly nodeId: string | null; readonly fromNodeId: string | null }
}

/** As things stand when it is planned. */
export async function loadPlannedPlace(ctx: Context, input: object): Promise<PlannedPlace> {
  const { items, nodeId, parentId, teamId } = input as Record<string, unknown>
  if (Array.isArray(items)) return placeOfMoves(ctx, items as Move[])
  return { nodeId: await namedNode(ctx, [nodeId, parentId, teamId]) }
}

/** The node that the input names, if it is one. */
async function namedNode({ manager, companyId }: Context, ids: readonly unknown[]): Promise<string | null> {
  const named = ids.find((id) => typeof id === 'string' && isUuid(id))
  if (named === undefined) return null
  const [row] = await manager.query<{ id: string }[]>(
    `SELECT id FROM org_node WHERE company_id = $1 AND id = $2`,
    [companyId, named],
  )
  return row?.id ?? null
}

interface Move {
  readonly userId: string
  readonly teamId: string | null
}

/** Where the right is needed: at both ends of each. */
async function placeOfMoves(ctx: Context, moves: readonly Move[]): Promise<PlannedPlace> {
  const from = await Promise.all(moves.map(async ({ userId }) => pathOfTeam(ctx, await teamOf(ctx, userId))))
  const into = await Promise.all(moves.map(({ teamId }) => pathOfTeam(ctx, teamId)))
  const ends = { nodeId: lowestOnAll(into), fromNodeId: lowestOnAll(from) }
  return { nodeId: lowestOnAll([...from, ...into]), ends }
}

async function teamOf(ctx: Context, userId: string): Promise<string | null> {
  return isUuid(userId) ? loadTeamId(ctx, { id: userId, asOf: null }) : null
}

/** Who is in no team is the company's; so is a team that is not there yet. */
async function pathOfTeam(ctx: Context, teamId: string | null): Promise<readonly string[]> {
  const path = teamId === null ? [] : await pathOf(ctx, teamId)
  return path.length > 0 ? path : [ctx.companyId]
}
