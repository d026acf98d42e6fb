const LEVELS = ['COMPANY', 'DEPARTMENT', 'TEAM']

/** The key metrics in force on each node, by its id and in display order: the least that has to be done for it. */
export function effectiveKeyMetrics(nodes, metrics, rules) {
  const rulesOf = groupBy(rules, 'node_id')
  const metricOf = new Map(metrics.map((metric) => [metric.id, metric]))
  const carried = new Map()
  const topDown = [...nodes].sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))
  for (const node of topDown) {
    const states = new Map(carried.get(node.parent_id))
    for (const rule of rulesOf.get(node.id) ?? []) {
      states.set(rule.metric_id, stateAfter(states.get(rule.metric_id), rule, node))
    }
    carried.set(node.id, states)
  }
  return new Map(nodes.map(({ id }) => [id, shown(carried.get(id), metricOf, id)]))
}

const NOTHING = { label: null, kind: null, position: null, definedAt: null }

/** Nothing else than adding and hiding occurs in the data. */
function stateAfter(before = NOTHING, { effect, label, kind, position }, node) {
  const isVisible = effect === 'ADD'
  return {
    isVisible,
    label: label ?? before.label,
    kind: kind ?? before.kind,
    position: position ?? before.position,
    definedAt: before.definedAt ?? (isVisible ? node : null),
  }
}

function shown(states, metricOf, nodeId) {
  const items = []
  for (const [metricId, state] of states) {
    if (!state.isVisible) continue
    const metric = metricOf.get(metricId)
    items.push({
      metric,
      label: state.label ?? metric.name,
      kind: state.kind ?? metric.default_kind,
      position: state.position ?? Infinity,
      definedAt: state.definedAt,
      isInherited: state.definedAt.id !== nodeId,
    })
  }
  return items.sort(byDisplayOrder)
}

function byDisplayOrder(a, b) {
  return (
    (a.kind === b.kind ? 0 : a.kind === 'PRIMARY' ? -1 : 1) ||
    LEVELS.indexOf(a.definedAt.level) - LEVELS.indexOf(b.definedAt.level) ||
    (a.position === b.position ? 0 : a.position - b.position) ||
    (a.metric.key < b.metric.key ? -1 : 1)
  )
}

export function childrenOf(nodes) {
  return groupBy(nodes, 'parent_id')
}

export function groupBy(rows, column) {
  const groups = new Map()
  for (const row of rows) {
    const group = groups.get(row[column])
    if (group) group.push(row)
    else groups.set(row[column], [row])
  }
  return groups
}
