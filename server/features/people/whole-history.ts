import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'

/** What an interval refers to has to be there for as long as it lasts. */
const REFERENCES = [
  { of: 'org_node_placement', id: 'node_id', to: 'parent_id' },
  { of: 'membership', id: 'user_id', to: 'team_id' },
] as const

/** A node is there while it has a place in the tree; stretches that touch are one. */
const THERE = `
  there AS (
    SELECT p.node_id, range_agg(tstzrange(p.valid_from, p.valid_to)) AS stretches
      FROM org_node_placement p WHERE p.company_id = $1 GROUP BY p.node_id)`

const BROKEN = REFERENCES.map(
  ({ of, id, to }) => `
  SELECT r.${id} AS id, r.${to} AS "nodeId", greatest(r.valid_from, $2) AS at
    FROM ${of} r LEFT JOIN there t ON t.node_id = r.${to}
   WHERE r.company_id = $1 AND r.valid_to > $2 AND r.${to} IS NOT NULL
     AND NOT tstzrange(greatest(r.valid_from, $2), r.valid_to) <@ coalesce(t.stretches, '{}')`,
).join(' UNION ALL ')

const FIRST_BROKEN = `
  WITH ${THERE}, broken AS (${BROKEN})
  SELECT coalesce(u.name, n.name) AS name, o.name AS "nodeName"
    FROM broken b
    JOIN org_node o ON o.company_id = $1 AND o.id = b."nodeId"
    LEFT JOIN org_node n ON n.company_id = $1 AND n.id = b.id
    LEFT JOIN app_user u ON u.company_id = $1 AND u.id = b.id
   ORDER BY b.at, b.id LIMIT 1`

/**
 * To be asked after a change that is dated back: it may not leave anything, at any instant since, under a node that was
 * not there then. @throws DomainError INVALID naming the two.
 */
export async function assertWholeHistory({ manager, companyId }: Context, since: Date): Promise<void> {
  const [broken] = await manager.query<{ name: string; nodeName: string }[]>(FIRST_BROKEN, [companyId, since])
  if (!broken) return
  const { name, nodeName } = broken
  const message = `From ${since.toISOString()} on, ${name} would be in ${nodeName} at a time at which there is no ${nodeName}. Choose another date, or another place.`
  throw new DomainError('INVALID', message, ['effectiveAt'])
}
