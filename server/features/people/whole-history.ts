import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'

/** What an interval refers to has to be there for as long as it lasts. */
const REFERENCES = [
  { of: 'org_node_placement', id: 'node_id', to: 'parent_id' },
  { of: 'membership', id: 'user_id', to: 'team_id' },
  { of: 'role_assignment', id: 'user_id', to: 'node_id' },
] as const

/** A node is there while it has a place in the tree; stretches that touch are one. */
const THERE = `
  there AS (
    SELECT p.node_id, range_agg(tstzrange(p.valid_from, p.valid_to)) AS stretches
      FROM org_node_placement p WHERE p.company_id = $1 GROUP BY p.node_id)`

const BROKEN = REFERENCES.map(
  ({ of, id, to }) => `
  SELECT r.${id} AS id, r.${to} AS "nodeId", greatest(r.valid_from, $2) AS at, '${of}' AS of
    FROM ${of} r LEFT JOIN there t ON t.node_id = r.${to}
   WHERE r.company_id = $1 AND r.valid_to > $2 AND r.${to} IS NOT NULL
     AND NOT tstzrange(greatest(r.valid_from, $2), r.valid_to) <@ coalesce(t.stretches, '{}')`,
).join(' UNION ALL ')

const FIRST_BROKEN = `
  WITH ${THERE}, broken AS (${BROKEN})
  SELECT coalesce(u.name, n.name) AS name, o.name AS "nodeName", b.of = 'role_assignment' AS "isRole"
    FROM broken b
    JOIN org_node o ON o.company_id = $1 AND o.id = b."nodeId"
    LEFT JOIN org_node n ON n.company_id = $1 AND n.id = b.id
    LEFT JOIN app_user u ON u.company_id = $1 AND u.id = b.id
   ORDER BY b.at, b.id LIMIT 1`

interface Broken {
  readonly name: string
  readonly nodeName: string
  readonly isRole: boolean
}

/**
 * To be asked after a change that is dated back: it may not leave anything, at any instant since, under a node that was
 * not there then, nor anybody with a role on one. @throws DomainError INVALID naming the two.
 */
export async function assertWholeHistory({ manager, companyId }: Context, since: Date): Promise<void> {
  const [broken] = await manager.query<Broken[]>(FIRST_BROKEN, [companyId, since])
  if (!broken) return
  const { name, nodeName, isRole } = broken
  const what = isRole ? 'hold a role on' : 'be in'
  const remedy = isRole ? 'or take that role back as of when it was given first' : 'or another place'
  const message = `From ${since.toISOString()} on, ${name} would ${what} ${nodeName} at a time at which there is no ${nodeName}. Choose another date, ${remedy}.`
  throw new DomainError('INVALID', message, ['effectiveAt'])
}
