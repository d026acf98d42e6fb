import pg from 'pg'

pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number)

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })

const STATEMENTS = {
  nodes: `SELECT id, parent_id AS "parentId", company_id AS "companyId", level, name FROM plain.node WHERE id = ANY($1)`,
  children: `
    SELECT id, parent_id AS "parentId", company_id AS "companyId", level, name FROM plain.node
     WHERE parent_id = ANY($1) ORDER BY name COLLATE "C", id`,
  rules: `SELECT node_id, metric_id, effect, kind, label, position FROM plain.rule WHERE node_id = ANY($1)`,
  metrics: `SELECT id, key, name, default_kind FROM plain.metric WHERE company_id = $1`,
  sums: `
    SELECT s.node_id, f.metric_id, sum(CASE f.kind WHEN 'SUM' THEN s.amount ELSE s.quantity END) AS actual
      FROM (SELECT node_id, type_id, sum(quantity) AS quantity, sum(amount) AS amount FROM plain.daily_sum
             WHERE node_id = ANY($1) AND day >= $2::date AND day < $2::date + interval '1 month'
             GROUP BY node_id, type_id) s
      JOIN plain.formula f ON f.type_id = s.type_id
     GROUP BY s.node_id, f.metric_id`,
  targets: `SELECT node_id, metric_id, amount FROM plain.target WHERE node_id = ANY($1)`,
}

export async function read(name, ...values) {
  const { rows } = await pool.query({ name, text: STATEMENTS[name], values })
  return rows
}
