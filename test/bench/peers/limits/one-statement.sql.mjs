/**
 * Every node of `nodes` with every metric: what the company, the department and the team say of it. The nearest wins,
 * and the top-most that put it in force defined it.
 */
const inForce = (nodes) => `
  path AS (
    SELECT n.*, c.name AS company_name, d.id AS department_id, d.name AS department_name
      FROM ${nodes} n
      JOIN plain.node c ON c.id = $1
      LEFT JOIN plain.node d
        ON d.id = CASE n.level WHEN 'DEPARTMENT' THEN n.id WHEN 'TEAM' THEN n.parent_id END),
  in_force AS (
    SELECT n.id AS node_id, m.id AS metric_id, m.key,
           coalesce(t.label, d.label, c.label, m.name) AS label,
           coalesce(t.kind, d.kind, c.kind, m.default_kind) AS kind,
           coalesce(t.position, d.position, c.position) AS position,
           CASE WHEN c.effect = 'ADD' THEN 0 WHEN d.effect = 'ADD' THEN 1 ELSE 2 END AS level,
           CASE WHEN c.effect = 'ADD' THEN n.company_name WHEN d.effect = 'ADD' THEN n.department_name ELSE n.name END
             AS defined_at,
           CASE WHEN c.effect = 'ADD' THEN $1 WHEN d.effect = 'ADD' THEN n.department_id ELSE n.id END <> n.id
             AS is_inherited
      FROM path n
      JOIN plain.metric m ON m.company_id = $1
      LEFT JOIN plain.rule c ON c.node_id = $1 AND c.metric_id = m.id
      LEFT JOIN plain.rule d ON d.node_id = n.department_id AND d.metric_id = m.id
      LEFT JOIN plain.rule t ON n.level = 'TEAM' AND t.node_id = n.id AND t.metric_id = m.id
     WHERE coalesce(t.effect, d.effect, c.effect) = 'ADD')`

const ORDER = `CASE e.kind WHEN 'PRIMARY' THEN 0 ELSE 1 END, e.level, e.position, e.key COLLATE "C"`

/** One list for each node. */
const LISTS = `
  lists AS (
    SELECT e.node_id,
           json_agg((SELECT x FROM (SELECT e.label, e.kind, e.is_inherited AS "isInherited",
                                           json_build_object('name', e.defined_at) AS "definedAt",
                                           json_build_object('key', e.key) AS metric) x) ORDER BY ${ORDER}) AS items
      FROM in_force e GROUP BY e.node_id)`

const listOf = (node) =>
  `coalesce((SELECT l.items FROM lists l WHERE l.node_id = ${node}.id), '[]') AS "effectiveKeyMetrics"`

/** Departments and teams by name, with their lists. */
const COMPANY = `
  teams AS (
    SELECT t.parent_id, json_agg((SELECT x FROM (SELECT t.id, t.name, l.items AS "effectiveKeyMetrics") x)
                                 ORDER BY t.name COLLATE "C", t.id) AS items
      FROM plain.node t JOIN lists l ON l.node_id = t.id
     WHERE t.company_id = $1 AND t.level = 'TEAM' GROUP BY t.parent_id),
  departments AS (
    SELECT json_agg((SELECT x FROM (SELECT d.id, d.name, l.items AS "effectiveKeyMetrics",
                                           coalesce(t.items, '[]') AS teams) x) ORDER BY d.name COLLATE "C", d.id) AS items
      FROM plain.node d JOIN lists l ON l.node_id = d.id LEFT JOIN teams t ON t.parent_id = d.id
     WHERE d.company_id = $1 AND d.level = 'DEPARTMENT')
  SELECT json_build_object('data', json_build_object('company',
           (SELECT x FROM (SELECT c.id, c.name, ${listOf('c')}, (SELECT items FROM departments) AS departments) x)))::text
    FROM plain.node c WHERE c.id = $1`

const ALL_NODES = `(SELECT * FROM plain.node WHERE company_id = $1)`

export const TREE = `WITH ${inForce(ALL_NODES)}, ${LISTS}, ${COMPANY}`

export const TEAM = `
  WITH ${inForce(`(SELECT * FROM plain.node WHERE id = $2)`)}, ${LISTS}
  SELECT json_build_object('data', json_build_object('team', (SELECT x FROM (SELECT n.id, n.name, ${listOf('n')}) x)))::text
    FROM plain.node n WHERE n.id = $2`

export const PROGRESS = `
  WITH ${inForce(ALL_NODES)},
  sums AS (
    SELECT node_id, type_id, sum(quantity) AS quantity, sum(amount) AS amount FROM plain.daily_sum
     WHERE company_id = $1 AND day >= $2::date AND day < $2::date + interval '1 month' GROUP BY node_id, type_id),
  actuals AS (
    SELECT s.node_id, f.metric_id, sum(CASE f.kind WHEN 'SUM' THEN s.amount ELSE s.quantity END) AS actual
      FROM sums s JOIN plain.formula f ON f.company_id = $1 AND f.type_id = s.type_id GROUP BY s.node_id, f.metric_id),
  numbers AS (
    SELECT e.*, json_build_object('actual', trim_scale(coalesce(a.actual, 0))::text,
                                  'target', trim_scale(t.amount)::text) AS progress
      FROM in_force e
      LEFT JOIN actuals a ON a.node_id = e.node_id AND a.metric_id = e.metric_id
      LEFT JOIN plain.target t ON t.node_id = e.node_id AND t.metric_id = e.metric_id),
  lists AS (
    SELECT e.node_id,
           json_agg((SELECT x FROM (SELECT json_build_object('key', e.key) AS metric, e.progress) x) ORDER BY ${ORDER}) AS items
      FROM numbers e GROUP BY e.node_id),
  ${COMPANY}`
