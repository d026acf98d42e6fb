-- What PostGraphile calls computed columns: the business rules as functions that the planner inlines, one statement for
-- a whole query. A table called node would be taken for its own interface Node.
COMMENT ON TABLE plain.node IS '@name org_node';

DROP FUNCTION IF EXISTS plain.node_children, plain.node_effective_key_metrics, plain.node_progress;
DROP TYPE IF EXISTS plain.effective_key_metric, plain.key_metric_progress;

CREATE TYPE plain.effective_key_metric AS
  (label text, kind text, is_inherited boolean, defined_at text, metric_key text);
CREATE TYPE plain.key_metric_progress AS (metric_key text, actual text, target text);

CREATE FUNCTION plain.node_children(n plain.node) RETURNS SETOF plain.node LANGUAGE sql STABLE AS $$
  SELECT c.* FROM plain.node c WHERE c.parent_id = n.id ORDER BY c.name COLLATE "C", c.id
$$;

CREATE FUNCTION plain.node_effective_key_metrics(n plain.node)
  RETURNS SETOF plain.effective_key_metric LANGUAGE sql STABLE AS $$
  SELECT coalesce(t.label, d.label, c.label, m.name),
         coalesce(t.kind, d.kind, c.kind, m.default_kind),
         NOT CASE WHEN c.effect = 'ADD' THEN n.level = 'COMPANY'
                  WHEN d.effect = 'ADD' THEN n.level = 'DEPARTMENT' ELSE true END,
         CASE WHEN c.effect = 'ADD' THEN company.name WHEN d.effect = 'ADD' THEN department.name ELSE n.name END,
         m.key
    FROM plain.metric m
    JOIN plain.node company ON company.id = n.company_id
    LEFT JOIN plain.node department
      ON department.id = CASE n.level WHEN 'DEPARTMENT' THEN n.id WHEN 'TEAM' THEN n.parent_id END
    LEFT JOIN plain.rule c ON c.node_id = n.company_id AND c.metric_id = m.id
    LEFT JOIN plain.rule d ON d.node_id = department.id AND d.metric_id = m.id
    LEFT JOIN plain.rule t ON n.level = 'TEAM' AND t.node_id = n.id AND t.metric_id = m.id
   WHERE m.company_id = n.company_id AND coalesce(t.effect, d.effect, c.effect) = 'ADD'
   ORDER BY CASE coalesce(t.kind, d.kind, c.kind, m.default_kind) WHEN 'PRIMARY' THEN 0 ELSE 1 END,
            CASE WHEN c.effect = 'ADD' THEN 0 WHEN d.effect = 'ADD' THEN 1 ELSE 2 END,
            coalesce(t.position, d.position, c.position), m.key COLLATE "C"
$$;

CREATE FUNCTION plain.node_progress(n plain.node, month date)
  RETURNS SETOF plain.key_metric_progress LANGUAGE sql STABLE AS $$
  SELECT m.key, trim_scale(coalesce(a.actual, 0))::text, trim_scale(g.amount)::text
    FROM plain.metric m
    LEFT JOIN plain.rule c ON c.node_id = n.company_id AND c.metric_id = m.id
    LEFT JOIN plain.rule d
      ON d.node_id = CASE n.level WHEN 'DEPARTMENT' THEN n.id WHEN 'TEAM' THEN n.parent_id END AND d.metric_id = m.id
    LEFT JOIN plain.rule t ON n.level = 'TEAM' AND t.node_id = n.id AND t.metric_id = m.id
    LEFT JOIN plain.target g ON g.node_id = n.id AND g.metric_id = m.id
    LEFT JOIN (
         SELECT f.metric_id, sum(CASE f.kind WHEN 'SUM' THEN s.amount ELSE s.quantity END) AS actual
           FROM (SELECT type_id, sum(quantity) AS quantity, sum(amount) AS amount FROM plain.daily_sum
                  WHERE node_id = n.id AND day >= month AND day < month + interval '1 month' GROUP BY type_id) s
           JOIN plain.formula f ON f.company_id = n.company_id AND f.type_id = s.type_id
          GROUP BY f.metric_id) a ON a.metric_id = m.id
   WHERE m.company_id = n.company_id AND coalesce(t.effect, d.effect, c.effect) = 'ADD'
   ORDER BY CASE coalesce(t.kind, d.kind, c.kind, m.default_kind) WHEN 'PRIMARY' THEN 0 ELSE 1 END,
            CASE WHEN c.effect = 'ADD' THEN 0 WHEN d.effect = 'ADD' THEN 1 ELSE 2 END,
            coalesce(t.position, d.position, c.position), m.key COLLATE "C"
$$;
