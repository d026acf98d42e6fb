import { explainKeyMetric } from './explain.js'
import type { KeyMetricRule, RuleContent } from './key-metric-rule.js'
import type { MetricInForce } from './metric.js'
import type { NodeConfiguration } from './resolution.js'

export type Path = readonly NodeConfiguration[]

/** Why a metric is not in force on the last node of a path, the most general reason first. */
export const ABSENCES = ['BLOCKED', 'HIDDEN', 'NODE_ONLY', 'NEVER_ADDED'] as const

export interface AbsenceOfMetric {
  readonly reason: (typeof ABSENCES)[number]
  /** The node responsible; null with NEVER_ADDED. */
  readonly at: string | null
}

/** Null: it is in force there, archiving aside. */
export function absenceOf(wholePath: Path, metric: MetricInForce): AbsenceOfMetric | null {
  const path = aboutOnly(wholePath, metric.id)
  const { status, at, trace } = explainKeyMetric(path, { ...metric, status: 'ACTIVE' })
  if (status === 'HIDDEN_AT') return { reason: 'HIDDEN', at }
  if (status === 'BLOCKED_AT') return { reason: 'BLOCKED', at }
  if (status !== 'NOT_CONFIGURED') return null
  const isAwake = ({ id }: KeyMetricRule) =>
    trace.some(({ ruleId, dormancy }) => ruleId === id && dormancy === null)
  const holder = path.findLast(({ rules }) => rules.some((rule) => rule.effect === 'ADD' && isAwake(rule)))
  return holder ? { reason: 'NODE_ONLY', at: holder.id } : { reason: 'NEVER_ADDED', at: null }
}

/** What is said of one metric concerns that metric only, so that the others need not be resolved along. */
function aboutOnly(path: Path, metricId: string): NodeConfiguration[] {
  return path.map((node) => ({ ...node, rules: node.rules.filter((rule) => rule.metricId === metricId) }))
}

export function ruleOn(path: Path, nodeId: string, metricId: string): KeyMetricRule | undefined {
  return path.find(({ id }) => id === nodeId)?.rules.find((rule) => rule.metricId === metricId)
}

/** The path as it would be if the node said `content` of the metric; null: nothing. */
export function ifSaid(
  path: Path,
  { nodeId, metricId }: { readonly nodeId: string; readonly metricId: string },
  content: RuleContent | null,
): Path {
  const said = content ? [{ ...content, id: 'if', nodeId, metricId }] : []
  return path.map((node) => {
    const others = node.rules.filter((rule) => rule.metricId !== metricId)
    return node.id === nodeId ? { ...node, rules: [...others, ...said] } : node
  })
}

/** The path as it would be if the node inherited. */
export function ifInheriting(path: Path, nodeId: string): Path {
  return path.map((node) => (node.id === nodeId ? { ...node, inheritsKeyMetrics: true } : node))
}
