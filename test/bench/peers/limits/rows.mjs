// Limit B: a few statements read rows, which are resolved in memory and written with JSON.stringify.
import { company, pool, serve } from './serve.mjs'
import { childrenOf, effectiveKeyMetrics } from './resolve.mjs'

const RULES = `SELECT node_id, metric_id, effect, kind, label, position FROM plain.rule`
const PATH = `($1, $2, (SELECT parent_id FROM plain.node WHERE id = $2))`

const STATEMENTS = {
  nodes: `SELECT id, parent_id, level, name FROM plain.node WHERE company_id = $1 ORDER BY name COLLATE "C", id`,
  path: `SELECT id, parent_id, level, name FROM plain.node WHERE id IN ${PATH}`,
  metrics: `SELECT id, key, name, default_kind FROM plain.metric WHERE company_id = $1`,
  rules: `${RULES} WHERE company_id = $1`,
  rulesOfPath: `${RULES} WHERE node_id IN ${PATH}`,
  sums: `
    SELECT s.node_id, f.metric_id, sum(CASE f.kind WHEN 'SUM' THEN s.amount ELSE s.quantity END) AS actual
      FROM (SELECT node_id, type_id, sum(quantity) AS quantity, sum(amount) AS amount FROM plain.daily_sum
             WHERE company_id = $1 AND day >= $2::date AND day < $2::date + interval '1 month'
             GROUP BY node_id, type_id) s
      JOIN plain.formula f ON f.company_id = $1 AND f.type_id = s.type_id
     GROUP BY s.node_id, f.metric_id`,
  targets: `SELECT node_id, metric_id, amount FROM plain.target WHERE company_id = $1`,
}

await serve({
  '/tree': async () => {
    const [nodes, metrics, rules] = await readAll(
      ['nodes', company],
      ['metrics', company],
      ['rules', company],
    )
    return treeOf(nodes, effectiveKeyMetrics(nodes, metrics, rules), configurationOf)
  },
  '/team': async ({ id }) => {
    const [nodes, metrics, rules] = await readAll(
      ...[
        ['path', company, id],
        ['metrics', company],
        ['rulesOfPath', company, id],
      ],
    )
    const { name } = nodes.find((node) => node.id === id)
    const items = effectiveKeyMetrics(nodes, metrics, rules).get(id)
    return JSON.stringify({
      data: { team: { id, name, effectiveKeyMetrics: items.map(configurationOf) } },
    })
  },
  '/progress': async ({ month }) => {
    const [nodes, metrics, rules, sums, targets] = await readAll(
      ...[
        ['nodes', company],
        ['metrics', company],
        ['rules', company],
      ],
      ...[
        ['sums', company, month],
        ['targets', company],
      ],
    )
    const actualOf = byNodeAndMetric(sums, 'actual')
    const targetOf = byNodeAndMetric(targets, 'amount')
    return treeOf(nodes, effectiveKeyMetrics(nodes, metrics, rules), ({ metric }, nodeId) => ({
      metric: { key: metric.key },
      progress: {
        actual: String(actualOf(nodeId, metric.id) ?? 0),
        target: textOrNull(targetOf(nodeId, metric.id)),
      },
    }))
  },
})

function readAll(...queries) {
  return Promise.all(
    queries.map(
      async ([name, ...values]) => (await pool.query({ name, text: STATEMENTS[name], values })).rows,
    ),
  )
}

function configurationOf({ label, kind, definedAt, isInherited, metric }) {
  return { label, kind, isInherited, definedAt: { name: definedAt.name }, metric: { key: metric.key } }
}

function byNodeAndMetric(rows, column) {
  const byNode = new Map()
  for (const row of rows) {
    const ofNode = byNode.get(row.node_id) ?? new Map()
    if (ofNode.size === 0) byNode.set(row.node_id, ofNode)
    ofNode.set(row.metric_id, row[column])
  }
  return (nodeId, metricId) => byNode.get(nodeId)?.get(metricId)
}

function textOrNull(number) {
  return number === undefined ? null : String(number)
}

function treeOf(nodes, effective, itemOf) {
  const children = childrenOf(nodes)
  const shown = ({ id, name }) => ({
    id,
    name,
    effectiveKeyMetrics: effective.get(id).map((item) => itemOf(item, id)),
  })
  const root = nodes.find(({ id }) => id === company)
  const departments = (children.get(company) ?? []).map((department) => ({
    ...shown(department),
    teams: (children.get(department.id) ?? []).map(shown),
  }))
  return JSON.stringify({ data: { company: { ...shown(root), departments } } })
}
