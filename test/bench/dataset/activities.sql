-- Eight types; those from the fifth on have an amount.
CREATE TEMP TABLE type AS
SELECT c.number AS company, c.id AS company_id, pg_temp.id(c.number, 'type', t) AS id, t AS number, c.founded_at
  FROM one c CROSS JOIN generate_series(1, 8) t;

INSERT INTO activity_type (company_id, id, key, name, status, version)
SELECT company_id, id, 'TYPE_' || number, 'Type ' || number, 'ACTIVE', 1 FROM type;

INSERT INTO activity_type_enablement (company_id, node_id, activity_type_id, valid_from, valid_to)
SELECT company_id, company_id, id, founded_at, 'infinity' FROM type;

-- A metric counts one type, each fifth two; each fourth adds up amounts.
INSERT INTO metric_formula (company_id, metric_id, kind)
SELECT company_id, id, CASE number % 4 WHEN 0 THEN 'SUM' ELSE 'COUNT' END FROM catalogue;

INSERT INTO metric_formula_type (company_id, metric_id, activity_type_id)
SELECT m.company_id, m.id, t.id
  FROM catalogue m
  JOIN type t ON t.company = m.company
   AND (t.number = m.number % 8 + 1 OR m.number % 5 = 0 AND t.number = (m.number + 3) % 8 + 1);

-- Lists, so that each activity finds its day and type by their place.
CREATE TEMP TABLE calendar AS
SELECT c.*,
       array(SELECT d::date FROM generate_series(c.active_from, now() - interval '1 day', interval '1 day') d
              WHERE extract(isodow FROM d) < 6 ORDER BY d) AS days,
       array(SELECT t.id FROM type t WHERE t.company = c.number ORDER BY t.number) AS types
  FROM one c;
ANALYZE calendar;

-- Evenly over the year, each of one of the two types that the person does, as a nightly delivery brings them.
INSERT INTO activity (company_id, id, activity_type_id, user_id, person_reference, team_id, department_id, quantity,
                      amount, occurred_at, day, recorded_at, source, external_id, version)
SELECT p.company_id, gen_random_uuid(), c.types[w.type], p.id, NULL, p.team_id, p.department_id, 1,
       CASE WHEN w.type > 4 THEN 10 + (k * 7 + p.number) % 90 END,
       w.day + interval '9 hours' + k % 480 * interval '1 minute', w.day, w.day + interval '22 hours',
       'CRM', p.number || '-' || k, 1
  FROM person p
  JOIN calendar c ON c.number = p.company
 CROSS JOIN LATERAL generate_series(1, c.activities) k
 CROSS JOIN LATERAL (
       SELECT (p.number + k % 2) % 8 + 1 AS type,
              c.days[1 + floor((k - 1 + p.number % 97 / 97.0) / c.activities * cardinality(c.days))::integer] AS day) w
 WHERE p.team_id IS NOT NULL;

INSERT INTO activity_person_rollup (company_id, user_id, node_id, activity_type_id, label, day, quantity, amount)
SELECT company_id, user_id, team_id, activity_type_id, label, day, sum(quantity), coalesce(sum(amount), 0)
  FROM activity GROUP BY company_id, user_id, team_id, activity_type_id, label, day;

-- One delivery a day: one slot for all it adds.
INSERT INTO activity_node_rollup (company_id, node_id, parent_id, activity_type_id, label, day, slot, quantity, amount)
WITH of_team AS MATERIALIZED (
  SELECT company_id, team_id, department_id, activity_type_id, label, day,
         sum(quantity) AS quantity, coalesce(sum(amount), 0) AS amount
    FROM activity GROUP BY company_id, team_id, department_id, activity_type_id, label, day)
SELECT s.company_id, n.node_id, n.parent_id, s.activity_type_id, s.label, s.day,
       extract(day FROM s.day)::integer % 16, sum(s.quantity), sum(s.amount)
  FROM of_team s
 CROSS JOIN LATERAL (VALUES (s.team_id, s.department_id), (s.department_id, s.company_id), (s.company_id, s.company_id))
       AS n(node_id, parent_id)
 GROUP BY s.company_id, n.node_id, n.parent_id, s.activity_type_id, s.label, s.day;
