import type { RuleHistory, Span } from '../../domain/past-rule-removal.js'
import type { Change } from '../../platform/database/change.js'
import { RULE_COLUMNS } from './configuration.loaders.js'

type Recorded<Part extends keyof RuleHistory> = Omit<RuleHistory[Part][number], keyof Span> & {
  readonly validFrom: Date
  /** Infinity while it lasts. */
  readonly validTo: Date | number
}

/** What was said of one metric since the instant of the change, and where the nodes hung that said it. */
export async function loadRuleHistory(tx: Change, metricId: string): Promise<RuleHistory> {
  // In turn: a change has one connection, which does one thing at a time.
  const rules = await readRules(tx, metricId)
  const placements = await readPlacements(tx, metricId)
  const closed = await readClosed(tx, [...new Set(placements.map(({ id }) => id))])
  return { placements: placements.map(spanned), closed: closed.map(spanned), rules: rules.map(spanned) }
}

function spanned<R extends { readonly validFrom: Date; readonly validTo: Date | number }>({
  validFrom,
  validTo,
  ...row
}: R): Omit<R, 'validFrom' | 'validTo'> & Span {
  return { ...row, from: Number(validFrom), to: Number(validTo) }
}

function readRules({ manager, companyId, at }: Change, metricId: string): Promise<Recorded<'rules'>[]> {
  return manager.query(
    `SELECT ${RULE_COLUMNS}, r.valid_to AS "validTo"
       FROM key_metric_rule r
      WHERE r.company_id = $1 AND r.metric_id = $2 AND r.valid_to > $3`,
    [companyId, metricId, at],
  )
}

/** Of the nodes that spoke of it, of what they hung under, and of the company. */
function readPlacements(
  { manager, companyId, at }: Change,
  metricId: string,
): Promise<Recorded<'placements'>[]> {
  return manager.query(
    `WITH spoke AS (
       SELECT r.node_id FROM key_metric_rule r
        WHERE r.company_id = $1 AND r.metric_id = $2 AND r.valid_to > $3)
     SELECT n.id, n.level, p.parent_id AS "parentId", p.valid_from AS "validFrom", p.valid_to AS "validTo"
       FROM org_node_placement p
       JOIN org_node n ON n.company_id = p.company_id AND n.id = p.node_id
      WHERE p.company_id = $1 AND p.valid_to > $3
        AND (n.level = 'COMPANY' OR n.id IN (
             SELECT node_id FROM spoke
              UNION
             SELECT u.parent_id FROM org_node_placement u
              WHERE u.company_id = $1 AND u.node_id IN (SELECT node_id FROM spoke) AND u.valid_to > $3))`,
    [companyId, metricId, at],
  )
}

function readClosed(
  { manager, companyId, at }: Change,
  nodeIds: readonly string[],
): Promise<Recorded<'closed'>[]> {
  return manager.query(
    `SELECT i.node_id AS "nodeId", i.valid_from AS "validFrom", i.valid_to AS "validTo"
       FROM key_metric_inheritance i
      WHERE i.company_id = $1 AND i.node_id = ANY($2) AND NOT i.inherits AND i.valid_to > $3`,
    [companyId, nodeIds, at],
  )
}
