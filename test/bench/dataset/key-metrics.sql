CREATE TEMP TABLE catalogue AS
SELECT c.number AS company, c.id AS company_id, pg_temp.id(c.number, 'metric', m) AS id, m AS number,
       m <= c.metrics - c.reserve AS is_of_company, m - (c.metrics - c.reserve) - 1 AS reserved, c.founded_at
  FROM one c CROSS JOIN LATERAL generate_series(1, c.metrics) m;
ANALYZE catalogue;

INSERT INTO metric (company_id, id, key, name, description, unit, direction)
SELECT company_id, id, 'METRIC_' || lpad(number::text, 3, '0'), 'Metric ' || lpad(number::text, 3, '0'),
       'What metric ' || number || ' is about.', 'pieces', 'INCREASE'
  FROM catalogue;

INSERT INTO metric_state (company_id, metric_id, status, default_kind, version, valid_from, valid_to)
SELECT company_id, id, 'ACTIVE', CASE number % 3 WHEN 0 THEN 'PRIMARY' ELSE 'SECONDARY' END, 1, founded_at, 'infinity'
  FROM catalogue;

INSERT INTO tracking_frequency (company_id, kind, frequency, valid_from, valid_to)
SELECT id, kind, 'MONTHLY', founded_at, 'infinity' FROM one CROSS JOIN unnest(ARRAY['PRIMARY', 'SECONDARY']) kind;

CREATE TEMP TABLE rule AS
-- The company puts its metrics in force, some under a name, a kind or a position of their own.
SELECT m.company, m.company_id, m.company_id AS node_id, m.id AS metric_id, 'ADD' AS effect,
       CASE WHEN m.number % 10 = 1 THEN 'PRIMARY' END AS kind,
       CASE WHEN m.number % 10 = 2 THEN 'Our metric ' || m.number END AS label,
       CASE WHEN m.number % 4 = 3 THEN m.number END AS position,
       m.founded_at
  FROM catalogue m WHERE m.is_of_company
 UNION ALL
-- Each department and team has two of the others; a team never those of its department.
SELECT n.company, n.company_id, n.id, m.id, 'ADD', NULL, NULL, NULL, n.founded_at
  FROM node n
  JOIN one c ON c.number = n.company
 CROSS JOIN generate_series(0, 1) i
  JOIN catalogue m
    ON m.company = n.company
   AND m.reserved = CASE n.level
         WHEN 'DEPARTMENT' THEN (n.number + i) % c.reserve
         ELSE ((n.number - 1) % c.departments + 1 + 2 + (n.number / c.departments) % (c.reserve - 3) + i) % c.reserve END
 WHERE n.level <> 'COMPANY'
 UNION ALL
-- And hides one in twenty of those of the company.
SELECT n.company, n.company_id, n.id, m.id, 'HIDE', NULL, NULL, NULL, n.founded_at
  FROM node n
  JOIN catalogue m ON m.company = n.company AND m.is_of_company
 WHERE n.level <> 'COMPANY' AND pg_temp.chance(n.company || n.level || n.number || '/' || m.number) < 0.05;

INSERT INTO key_metric_rule (company_id, id, node_id, metric_id, effect, kind, label, position, reach, locks, valid_from, valid_to)
SELECT company_id, gen_random_uuid(), node_id, metric_id, effect, kind, label, position, 'NODE_AND_BELOW', '{}',
       founded_at, 'infinity'
  FROM rule;
