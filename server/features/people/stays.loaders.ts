import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { TreeNode } from '../org/tree.loaders.js'

/** Somebody in a team for a time, with where the team hung in the end. */
export interface Stay {
  readonly team: TreeNode
  readonly from: Date
  /** Null: it goes on. */
  readonly to: Date | null
  /** The last instant of it in the stretch asked for; null: it is the present. */
  readonly asOf: Date | null
}

interface Row extends Omit<TreeNode, 'level'> {
  readonly from: Date
  /** Infinity while it goes on. */
  readonly to: Date | number
  readonly last: Date
}

/** How many are told at once; nobody changes teams as often. */
export const MAX_STAYS = 20

/**
 * In which teams somebody was between two instants, the latest first. One statement, however often they moved. Whoever
 * asks: who shows it, asks who may see it.
 */
export async function loadStays(
  ctx: Context,
  userId: string,
  { from, to }: { readonly from: Date; readonly to: Date },
): Promise<Stay[]> {
  const { at } = ctx.moment
  const rows = await ctx.manager.query<Row[]>(
    `SELECT n.id, n.name, n.position, p.parent_id AS "parentId", v.version, s.valid_from AS "from", s.valid_to AS "to", s.last
       FROM (SELECT m.team_id, m.valid_from, m.valid_to,
                    least(m.valid_to - interval '1 millisecond', $4::timestamptz - interval '1 millisecond', $5) AS last
               FROM membership m
              WHERE m.company_id = $1 AND m.user_id = $2 AND m.valid_from < $4 AND m.valid_from <= $5 AND m.valid_to > $3
              ORDER BY m.valid_from DESC LIMIT ${MAX_STAYS}) s
       JOIN org_node n ON n.company_id = $1 AND n.id = s.team_id
       JOIN org_node_placement p ON p.company_id = $1 AND p.node_id = n.id AND ${holdsAt('p', 's.last')}
       JOIN org_node_version v ON v.company_id = $1 AND v.node_id = n.id AND ${holdsAt('v', 's.last')}
      ORDER BY s.valid_from DESC`,
    [ctx.companyId, userId, from, to, at],
  )
  return rows.map(({ from, to, last, ...team }) => ({
    team: { ...team, level: 'TEAM' },
    from,
    to: to instanceof Date ? to : null,
    asOf: last < at ? last : null,
  }))
}
