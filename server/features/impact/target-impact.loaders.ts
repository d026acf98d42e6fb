import { decimal, type Decimal } from '../../domain/decimal.js'
import { FREQUENCIES, type Frequency } from '../../domain/metric.js'
import { instantOf } from '../../platform/context.js'
import { loadCalendar } from '../calendar/calendar.loaders.js'
import { periodAt } from '../calendar/period.js'
import type { MetricRow } from '../metric/metric.loaders.js'
import type { OrgNodeRow } from '../org/org.loaders.js'
import { loadImpactSight, nodeSeen } from './impact-sight.js'
import type { TeamPair } from './people-impact.loaders.js'
import { FIRST_PARAMETER, PERSON_CHANGE, personChangeParameters } from './person-change.js'
import { nodesOfOneOnly, type Survey, type SurveyBefore } from './survey.loaders.js'

/** Of a target that holds now or later. */
export interface TargetImpact {
  readonly metric: MetricRow
  readonly frequency: Frequency
  readonly amount: Decimal
  /** Null where it is of a person. */
  readonly node: OrgNodeRow | null
  readonly userId: string | null
}

export interface TargetsImpact {
  readonly losesOwner: readonly TargetImpact[]
  readonly regainsOwner: readonly TargetImpact[]
}

interface Row {
  readonly metricId: string
  readonly frequency: Frequency
  readonly amount: string
  readonly nodeId: string | null
  readonly userId: string | null
  /** Whether its person is in a team after the change. */
  readonly isOfTeam: boolean
}

/**
 * The targets whose owner is there before the change or after it, but not both: a node in the tree, a person who is in
 * a team and may sign in. One statement, and none where everybody and everything stays.
 * @throws FORBIDDEN for an API key that may not read numbers.
 */
export async function loadTargetsImpact(
  before: SurveyBefore,
  after: Survey,
  pairs: readonly TeamPair[],
): Promise<TargetsImpact> {
  const sight = await loadImpactSight('see numbers of nodes', before, after)
  const nodes = nodesOfOneOnly(before, after).filter((id) => sight.of(id) === 'WHOLE')
  const isAnybody = pairs.some(({ was, is }) => (was === null) !== (is === null))
  const rows = nodes.length > 0 || isAnybody ? await readTargets(before, after, nodes) : []
  const impacts = rows.map(({ metricId, nodeId, amount, ...row }) => {
    const node = nodeId && nodeSeen(nodeId, before, after, sight)
    const isOwned = nodeId ? after.tree.has(nodeId) : row.isOfTeam
    return {
      ...row,
      node: node || null,
      amount: decimal(amount),
      metric: after.metrics.get(metricId)!,
      isOwned,
    }
  })
  return {
    losesOwner: impacts.filter(({ isOwned }) => !isOwned),
    regainsOwner: impacts.filter(({ isOwned }) => isOwned),
  }
}

async function readTargets(before: SurveyBefore, after: Survey, nodeIds: readonly string[]): Promise<Row[]> {
  const calendar = await loadCalendar(before.ctx)
  const starts = FREQUENCIES.map(
    (frequency) => periodAt(calendar, frequency, instantOf(after.ctx, null)).start,
  )
  const people = await loadImpactSight('see numbers of people', before, after)
  const [frequency, start, node, isOfAll, team] = [0, 1, 2, 3, 4].map(
    (index) => `$${FIRST_PARAMETER + index}`,
  )
  return after.ctx.manager.query(
    `SELECT t.* FROM (
       SELECT DISTINCT ON (t.node_id, t.user_id, t.metric_id, t.frequency)
              t.node_id AS "nodeId", t.user_id AS "userId", t.metric_id AS "metricId", t.frequency, t.amount,
              p."is" IS NOT NULL AS "isOfTeam"
         FROM target t
         JOIN unnest(${frequency}::text[], ${start}::date[]) AS q(frequency, start) ON q.frequency = t.frequency
         LEFT JOIN (${PERSON_CHANGE}) p ON p.id = t.user_id
        WHERE t.company_id = $1 AND (t.carries_forward OR t.period_start >= q.start)
          AND (t.node_id = ANY(${node}::uuid[])
               OR (p.was IS NULL) <> (p."is" IS NULL)
                  AND (${isOfAll}::boolean OR coalesce(p.was, p."is") = ANY(${team}::uuid[])))
        ORDER BY t.node_id, t.user_id, t.metric_id, t.frequency, t.period_start DESC) t
      WHERE t.amount IS NOT NULL`,
    [
      ...(await personChangeParameters(before, after)),
      ...[FREQUENCIES, starts, nodeIds],
      ...[people.isOfAll, people.isOfAll ? [] : people.whole()],
    ],
  )
}
