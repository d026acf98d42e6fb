import type { MetricReferences } from '../../domain/metric-deletion.js'
import type { Context } from '../../platform/context.js'

export interface FoundReferences extends MetricReferences {
  /** The nodes that say something of it at present. */
  readonly nodeIds: readonly string[]
  readonly ratioIds: readonly string[]
}

/** What refers to a metric, in one statement. Whoever asks: for what decides. */
export async function loadReferences(
  { manager, companyId }: Context,
  metricId: string,
): Promise<FoundReferences> {
  const [row] = await manager.query<[FoundReferences]>(
    `SELECT (SELECT count(*)::int FROM key_metric_rule r WHERE r.company_id = $1 AND r.metric_id = $2) AS "ruleCount",
            array(SELECT r.node_id FROM key_metric_rule r
                   WHERE r.company_id = $1 AND r.metric_id = $2 AND r.valid_to = 'infinity'
                   ORDER BY r.node_id) AS "nodeIds",
            EXISTS (SELECT FROM metric_formula f WHERE f.company_id = $1 AND f.metric_id = $2) AS "hasFormula",
            array(SELECT m.key ${RATIOS}) AS ratios, array(SELECT m.id ${RATIOS}) AS "ratioIds",
            (SELECT count(*)::int FROM target t WHERE t.company_id = $1 AND t.metric_id = $2) AS "targetCount",
            (SELECT count(*)::int FROM celebration c WHERE c.company_id = $1 AND c.metric_id = $2) AS "celebrationCount"`,
    [companyId, metricId],
  )
  return row
}

const RATIOS = `
  FROM metric_formula f JOIN metric m ON m.company_id = $1 AND m.id = f.metric_id
 WHERE f.company_id = $1 AND $2 IN (f.numerator_id, f.denominator_id) ORDER BY m.key`
