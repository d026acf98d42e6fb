import { sameRuleContent } from './key-metric-rule.js'
import type { MetricInForce } from './metric.js'
import { topDown } from './org-node.js'
import type { NodeConfiguration, NodeResolution } from './resolution.js'

/** What a company's nodes say of key metrics, and its catalogue, at one instant. */
export interface OrganisationState {
  readonly nodes: ReadonlyMap<string, NodeConfiguration>
  readonly metrics: ReadonlyMap<string, MetricInForce>
  /** Null for a node that is not in the tree. */
  resolution(nodeId: string): NodeResolution | null
}

/**
 * The ids of the nodes on which something may be different, from the company down: those that say something else or
 * hang elsewhere, with all that is below them. Saves resolving what nothing has reached.
 */
export function touchedNodes(before: OrganisationState, after: OrganisationState): string[] {
  const nodes = topDown([...new Map([...before.nodes, ...after.nodes]).values()])
  const isCatalogueSame = sameMetrics(before.metrics, after.metrics)
  const touched = new Set<string>()
  for (const { id, parentId } of nodes) {
    const isBelow = parentId !== null && touched.has(parentId)
    if (!isCatalogueSame || isBelow || !saysTheSame(before.nodes.get(id), after.nodes.get(id)))
      touched.add(id)
  }
  return [...touched]
}

function saysTheSame(a: NodeConfiguration | undefined, b: NodeConfiguration | undefined): boolean {
  if (a === undefined || b === undefined) return false
  if (a.parentId !== b.parentId || a.inheritsKeyMetrics !== b.inheritsKeyMetrics) return false
  return a.rules.length === b.rules.length && a.rules.every((rule) => holdsRule(b, rule))
}

function holdsRule({ rules }: NodeConfiguration, rule: NodeConfiguration['rules'][number]): boolean {
  return rules.some(
    (each) => each.id === rule.id && each.metricId === rule.metricId && sameRuleContent(each, rule),
  )
}

function sameMetrics(a: OrganisationState['metrics'], b: OrganisationState['metrics']): boolean {
  const isSame = ({ id, key, status, defaultKind }: MetricInForce) => {
    const other = b.get(id)
    return other?.key === key && other.status === status && other.defaultKind === defaultKind
  }
  return a.size === b.size && [...a.values()].every(isSame)
}
