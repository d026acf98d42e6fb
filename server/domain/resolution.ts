import type { KeyMetricRule } from './key-metric-rule.js'
import { pathTo, type OrgNode } from './org-node.js'
import { UNKNOWN_METRIC, type MetricState } from './resolution-state.js'
import { applyRule, type Dormancy } from './rule-application.js'

/** One node of the tree with what it says of itself at one instant. */
export interface NodeConfiguration extends OrgNode {
  readonly inheritsKeyMetrics: boolean
  /** At most one per metric, in any order. */
  readonly rules: readonly KeyMetricRule[]
}

type States = ReadonlyMap<string, MetricState>

export interface NodeResolution {
  readonly node: OrgNode
  /** What holds on the node itself, by metric id. */
  readonly shown: States
  /** What the nodes below start from: as `shown`, without the effect of NODE_ONLY rules. */
  readonly carried: States
  /** Rules of this node that do nothing at the moment, by rule id. */
  readonly dormant: ReadonlyMap<string, Dormancy>
}

const NOTHING: States = new Map()
const NONE_DORMANT: ReadonlyMap<string, Dormancy> = new Map()

/** One step of the fold: what a node makes of what its parent carried down. The company's parent is null. */
export function resolveNode(parent: NodeResolution | null, configuration: NodeConfiguration): NodeResolution {
  const { id, level, parentId, inheritsKeyMetrics, rules } = configuration
  const node: OrgNode = { id, level, parentId }
  const inherited = inheritsKeyMetrics
    ? (parent?.carried ?? NOTHING)
    : blocked(parent?.carried ?? NOTHING, id)
  if (rules.length === 0) return { node, shown: inherited, carried: inherited, dormant: NONE_DORMANT }

  const shown = new Map(inherited)
  const carried = new Map(inherited)
  const dormant = new Map<string, Dormancy>()
  for (const rule of rules) {
    const before = inherited.get(rule.metricId) ?? UNKNOWN_METRIC
    const { state, dormancy } = applyRule(before, rule, node)
    if (dormancy) dormant.set(rule.id, dormancy)
    shown.set(rule.metricId, state)
    if (rule.reach === 'NODE_AND_BELOW') carried.set(rule.metricId, state)
  }
  return { node, shown, carried, dormant }
}

/** What a node receives of one metric from above, before its own rule on it. */
export function receivedState(
  parent: NodeResolution | null,
  configuration: NodeConfiguration,
  metricId: string,
): MetricState {
  return resolveNode(parent, { ...configuration, rules: [] }).shown.get(metricId) ?? UNKNOWN_METRIC
}

/** A node that does not inherit starts from nothing but what is locked against hiding. */
function blocked(carried: States, nodeId: string): States {
  const absence = { status: 'BLOCKED_AT', at: nodeId } as const
  return new Map(
    [...carried].map(([metricId, state]) =>
      state.visible && state.locks.HIDE === undefined
        ? [metricId, { ...state, visible: false, absence }]
        : [metricId, state],
    ),
  )
}

/** What holds on each node of a tree, worked out once, when it is first asked for; null for one that is not in the tree. */
export function resolverOf(
  nodes: ReadonlyMap<string, NodeConfiguration>,
): (nodeId: string) => NodeResolution | null {
  const resolved = new Map<string, NodeResolution>()
  return (nodeId) =>
    resolved.get(nodeId) ??
    pathTo(nodes, nodeId).reduce<NodeResolution | null>((parent, node) => {
      const resolution = resolved.get(node.id) ?? resolveNode(parent, node)
      resolved.set(node.id, resolution)
      return resolution
    }, null)
}
