import type { Metric, OrgNode, Rule } from './entities.js'
import type { EffectiveKeyMetric } from './types.js'

interface State {
  readonly isVisible: boolean
  readonly label: string | null
  readonly kind: string | null
  readonly position: number | null
  readonly definedAt: OrgNode | null
}

const NOTHING: State = { isVisible: false, label: null, kind: null, position: null, definedAt: null }
const LEVELS = ['COMPANY', 'DEPARTMENT', 'TEAM']

/** The key metrics of the last node of the path, whose rules are `rulesOfPath`, in display order. */
export function effectiveOf(
  path: readonly OrgNode[],
  rulesOfPath: readonly (readonly Rule[])[],
  metrics: readonly Metric[],
): EffectiveKeyMetric[] {
  const states = new Map<string, State>()
  path.forEach((node, index) => {
    for (const rule of rulesOfPath[index]!) {
      states.set(rule.metricId, after(states.get(rule.metricId) ?? NOTHING, rule, node))
    }
  })
  const node = path.at(-1)!
  return metrics
    .flatMap((metric) => {
      const state = states.get(metric.id)
      return state?.isVisible && state.definedAt ? [shown(node, metric, state, state.definedAt)] : []
    })
    .sort(byDisplayOrder)
}

function after(before: State, { effect, label, kind, position }: Rule, node: OrgNode): State {
  const isVisible = effect === 'ADD'
  return {
    isVisible,
    label: label ?? before.label,
    kind: kind ?? before.kind,
    position: position ?? before.position,
    definedAt: before.definedAt ?? (isVisible ? node : null),
  }
}

function shown(node: OrgNode, metricRow: Metric, state: State, definedAtNode: OrgNode): EffectiveKeyMetric {
  return {
    ...{ node, metricRow, definedAtNode },
    label: state.label ?? metricRow.name,
    kind: state.kind ?? metricRow.defaultKind,
    position: state.position,
    isInherited: definedAtNode.id !== node.id,
  }
}

function byDisplayOrder(a: EffectiveKeyMetric, b: EffectiveKeyMetric): number {
  const ranks = [a, b].map(({ kind, definedAtNode, position }) => [
    kind === 'PRIMARY' ? 0 : 1,
    LEVELS.indexOf(definedAtNode.level),
    position ?? Number.MAX_SAFE_INTEGER,
  ])
  const differing = ranks[0]!.findIndex((rank, index) => rank !== ranks[1]![index])
  if (differing !== -1) return ranks[0]![differing]! - ranks[1]![differing]!
  return a.metricRow.key < b.metricRow.key ? -1 : 1
}
