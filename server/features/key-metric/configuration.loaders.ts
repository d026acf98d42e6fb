import type { KeyMetricRule } from '../../domain/key-metric-rule.js'
import { resolverOf, type NodeConfiguration, type NodeResolution } from '../../domain/resolution.js'
import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { Eventually } from '../../platform/eventually.js'
import { groupBy } from '../../platform/group-by.js'
import { perVersion } from '../../platform/per-version.js'
import { loadTree } from '../org/tree.loaders.js'

export interface RuleRow extends KeyMetricRule {
  readonly validFrom: Date
}

export interface ConfiguredNode extends NodeConfiguration {
  readonly rules: readonly RuleRow[]
}

/** What a company's nodes say of key metrics at one instant. Each node is resolved once, when first asked for. */
export interface Configuration {
  readonly nodes: ReadonlyMap<string, ConfiguredNode>
  readonly rules: readonly RuleRow[]
  /** Null for a node that did not exist at that instant. */
  resolution(nodeId: string): NodeResolution | null
}

/** Four statements at the most, whatever the size of the tree; none when this version was read before. */
export const loadConfiguration: (ctx: Context, asOf: Date | null) => Eventually<Configuration> = perVersion(
  async (ctx, at) => {
    // In turn: a change has one connection, which does one thing at a time.
    const tree = await loadTree(ctx, at)
    const rules = await readRules(ctx, at)
    const closed = await readClosedNodes(ctx, at)
    const rulesOf = groupBy(rules, ({ nodeId }) => nodeId)
    const nodes = new Map<string, ConfiguredNode>()
    for (const { id, level, parentId } of tree.values()) {
      nodes.set(id, {
        id,
        level,
        parentId,
        inheritsKeyMetrics: !closed.has(id),
        rules: rulesOf.get(id) ?? [],
      })
    }
    return { nodes, rules, resolution: resolverOf(nodes) }
  },
  weightOf,
)

const BYTES_OF_NODE = 500
const BYTES_OF_RULE = 600
/** Of a map whose values are shared. */
const BYTES_OF_ENTRY = 40

/** A node that has rules is resolved to a map of all metrics that were spoken of on its path. */
function weightOf({ nodes, rules }: Configuration): number {
  const metrics = new Set(rules.map(({ metricId }) => metricId))
  const resolved = [...nodes.values()].filter((node) => node.rules.length > 0)
  return (
    nodes.size * BYTES_OF_NODE +
    rules.length * BYTES_OF_RULE +
    resolved.length * metrics.size * BYTES_OF_ENTRY
  )
}

/** Of the table key_metric_rule as `r`. */
export const RULE_COLUMNS = `r.id, r.node_id AS "nodeId", r.metric_id AS "metricId", r.effect, r.kind, r.label, r.position,
  r.reach, r.locks, r.valid_from AS "validFrom"`

function readRules({ manager, companyId }: Context, at: Date): Promise<RuleRow[]> {
  return manager.query(
    `SELECT ${RULE_COLUMNS}
       FROM key_metric_rule r
      WHERE r.company_id = $1 AND ${holdsAt('r', '$2')}`,
    [companyId, at],
  )
}

async function readClosedNodes({ manager, companyId }: Context, at: Date): Promise<Set<string>> {
  const rows = await manager.query<{ nodeId: string }[]>(
    `SELECT i.node_id AS "nodeId"
       FROM key_metric_inheritance i
      WHERE i.company_id = $1 AND NOT i.inherits AND ${holdsAt('i', '$2')}`,
    [companyId, at],
  )
  return new Set(rows.map(({ nodeId }) => nodeId))
}
