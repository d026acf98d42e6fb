import {
  ATTRIBUTES,
  LOCK_OF,
  type KeyMetricRule,
  type RuleAttributes,
  type RuleContent,
} from './key-metric-rule.js'
import { topDown } from './org-node.js'
import { resolveNode, type NodeConfiguration, type NodeResolution } from './resolution.js'
import { UNKNOWN_METRIC, type MetricState } from './resolution-state.js'

export interface KeptAttributes {
  readonly rule: KeyMetricRule
  readonly attributes: RuleAttributes
}

/**
 * A rule that ends, or of which nothing is left for the nodes below, must not let a surviving ADD there silently fall
 * back to the metric's default kind: the attributes that were in force there are to be written into that ADD. One pass
 * from the top, so that an ADD below one that keeps an attribute goes on inheriting it. `by` takes the place of the rule;
 * null is no rule. What it forbids is left aside: an ADD that is silenced wakes with what it kept.
 */
export function attributesToKeep(
  nodes: readonly NodeConfiguration[],
  replaced: KeyMetricRule,
  by: RuleContent | null,
): KeptAttributes[] {
  return speaksForThoseBelow(by) ? [] : lostWithout(nodes, replaced)
}

/** Then its attributes are what its node says of those below, also where it leaves one open. */
function speaksForThoseBelow(content: RuleContent | null): boolean {
  return content !== null && content.effect !== 'HIDE' && content.reach === 'NODE_AND_BELOW'
}

function lostWithout(nodes: readonly NodeConfiguration[], removed: KeyMetricRule): KeptAttributes[] {
  const before = new Map<string, NodeResolution>()
  const after = new Map<string, NodeResolution>()
  const kept: KeptAttributes[] = []
  for (const node of topDown(nodes)) {
    const rule = node.rules.find(({ metricId }) => metricId === removed.metricId)
    const survivor = rule && rule.id !== removed.id ? rule : undefined
    const was = resolveUnder(before, node, rule)
    const is = resolveUnder(after, node, survivor)
    const attributes =
      survivor && takesEffect(is, survivor)
        ? lost(survivor, stateOf(was, survivor), stateOf(is, survivor))
        : null
    if (survivor === undefined || attributes === null) continue
    kept.push({ rule: survivor, attributes })
    resolveUnder(after, node, { ...survivor, ...attributes })
  }
  return kept
}

function resolveUnder(
  resolutions: Map<string, NodeResolution>,
  node: NodeConfiguration,
  rule: KeyMetricRule | undefined,
): NodeResolution {
  const parent = node.parentId === null ? null : (resolutions.get(node.parentId) ?? null)
  const resolution = resolveNode(parent, { ...node, rules: rule ? [rule] : [] })
  resolutions.set(node.id, resolution)
  return resolution
}

function stateOf({ shown }: NodeResolution, { metricId }: KeyMetricRule): MetricState {
  return shown.get(metricId) ?? UNKNOWN_METRIC
}

function takesEffect({ dormant }: NodeResolution, { id, effect }: KeyMetricRule): boolean {
  return effect === 'ADD' && !dormant.has(id)
}

/** What the rule does not state, held before and holds no more, apart from what a node above has locked. */
function lost(rule: KeyMetricRule, was: MetricState, is: MetricState): RuleAttributes | null {
  if (!was.visible) return null
  const missing = ATTRIBUTES.filter((name) => {
    const holder = is.locks[LOCK_OF[name]] ?? rule.nodeId
    return rule[name] === null && was[name] && was[name].value !== is[name]?.value && holder === rule.nodeId
  })
  if (missing.length === 0) return null
  const { kind, label, position } = rule
  return { kind, label, position, ...Object.fromEntries(missing.map((name) => [name, was[name]?.value])) }
}
