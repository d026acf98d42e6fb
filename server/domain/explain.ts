import type { MetricInForce } from './metric.js'
import { keyMetricStatus, type KeyMetricStatus } from './effective-key-metric.js'
import { receivedState, resolveNode, type NodeConfiguration, type NodeResolution } from './resolution.js'
import { UNKNOWN_METRIC } from './resolution-state.js'
import { applyRule, type Dormancy, type RuleOutcome } from './rule-application.js'

export const TRACE_OUTCOMES = [
  'ADDED',
  'REINSTATED',
  'PINNED',
  'HIDDEN',
  'FORBIDDEN',
  'OVERRIDDEN',
  'DORMANT',
  'INHERITED',
  'BLOCKED',
  'ABSENT',
] as const

/** What one node of the path did to the metric, from the company down. */
export interface TraceStep {
  readonly nodeId: string
  readonly outcome: RuleOutcome | 'INHERITED' | 'BLOCKED' | 'ABSENT'
  readonly ruleId: string | null
  readonly dormancy: Dormancy | null
  /** Whether the metric is in force on this node after the step (archiving aside). */
  readonly visible: boolean
}

export interface KeyMetricExplanation {
  readonly status: KeyMetricStatus
  readonly at: string | null
  readonly trace: readonly TraceStep[]
}

/** The status of one metric on the last node of `path`, and each step that led there. */
export function explainKeyMetric(
  path: readonly NodeConfiguration[],
  metric: MetricInForce,
): KeyMetricExplanation {
  const trace: TraceStep[] = []
  let resolution: NodeResolution | null = null
  for (const node of path) {
    const parent: NodeResolution | null = resolution
    resolution = resolveNode(parent, node)
    trace.push(...stepsAt(parent, node, resolution, metric.id))
  }
  if (resolution === null) throw new RangeError('A path has at least the company in it.')
  return { ...keyMetricStatus(resolution, metric), trace }
}

function stepsAt(
  parent: NodeResolution | null,
  node: NodeConfiguration,
  resolution: NodeResolution,
  metricId: string,
): TraceStep[] {
  const above = parent?.carried.get(metricId) ?? UNKNOWN_METRIC
  const rule = node.rules.find((candidate) => candidate.metricId === metricId)
  const start = receivedState(parent, node, metricId)
  const wasBlocked = above.visible && !start.visible
  const received = { nodeId: node.id, ruleId: null, dormancy: null, visible: start.visible }
  if (rule === undefined) {
    return [{ ...received, outcome: wasBlocked ? 'BLOCKED' : start.visible ? 'INHERITED' : 'ABSENT' }]
  }
  const { outcome, dormancy } = applyRule(start, rule, node)
  const visible = (resolution.shown.get(metricId) ?? UNKNOWN_METRIC).visible
  const own: TraceStep = { nodeId: node.id, ruleId: rule.id, outcome, dormancy, visible }
  return wasBlocked ? [{ ...received, outcome: 'BLOCKED' }, own] : [own]
}
