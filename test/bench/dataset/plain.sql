-- The same company as one would keep it who needs no history, tenants or locks: what the peers read, so that none of them
-- pays for what it does not offer. Everything in it is of the present; targets are those of the running month.
CREATE SCHEMA plain;

CREATE TABLE plain.node AS SELECT company_id, id, parent_id, level, name FROM node;
ALTER TABLE plain.node ADD PRIMARY KEY (id);
CREATE INDEX ON plain.node (company_id, level);
CREATE INDEX ON plain.node (parent_id);

CREATE TABLE plain.metric AS
SELECT m.company_id, m.id, m.key, m.name, m.unit, s.default_kind
  FROM metric m JOIN metric_state s ON s.company_id = m.company_id AND s.metric_id = m.id;
ALTER TABLE plain.metric ADD PRIMARY KEY (id);
CREATE INDEX ON plain.metric (company_id);

CREATE TABLE plain.rule AS SELECT company_id, id, node_id, metric_id, effect, kind, label, position FROM key_metric_rule;
ALTER TABLE plain.rule ADD PRIMARY KEY (id);
CREATE INDEX ON plain.rule (company_id);
CREATE UNIQUE INDEX ON plain.rule (node_id, metric_id);

CREATE TABLE plain.person AS
SELECT u.company_id, u.id, u.name, u.email, m.team_id
  FROM app_user u LEFT JOIN membership m ON m.company_id = u.company_id AND m.user_id = u.id;
ALTER TABLE plain.person ADD PRIMARY KEY (id);
CREATE INDEX ON plain.person (team_id, name, id);

CREATE TABLE plain.formula AS
SELECT f.company_id, f.metric_id, f.kind, t.activity_type_id AS type_id
  FROM metric_formula f JOIN metric_formula_type t ON t.company_id = f.company_id AND t.metric_id = f.metric_id;
ALTER TABLE plain.formula ADD PRIMARY KEY (metric_id, type_id);
CREATE INDEX ON plain.formula (company_id);

CREATE TABLE plain.daily_sum AS
SELECT company_id, node_id, activity_type_id AS type_id, day, sum(quantity) AS quantity, sum(amount) AS amount
  FROM activity_node_rollup GROUP BY company_id, node_id, activity_type_id, day;
ALTER TABLE plain.daily_sum ADD PRIMARY KEY (node_id, day, type_id);
CREATE INDEX ON plain.daily_sum (company_id, day);

CREATE TABLE plain.target AS SELECT company_id, node_id, metric_id, amount FROM target;
ALTER TABLE plain.target ADD PRIMARY KEY (node_id, metric_id);
CREATE INDEX ON plain.target (company_id);

ALTER TABLE plain.node ADD FOREIGN KEY (parent_id) REFERENCES plain.node;
ALTER TABLE plain.rule ADD FOREIGN KEY (node_id) REFERENCES plain.node, ADD FOREIGN KEY (metric_id) REFERENCES plain.metric;
ALTER TABLE plain.person ADD FOREIGN KEY (team_id) REFERENCES plain.node;

CREATE VIEW plain.measured AS
SELECT c.id AS company, p.id AS admin, 'person0@company0.example' AS "adminEmail", t.id AS team, m.id AS member,
       to_char(now(), 'YYYY-MM') || '-01' AS month
  FROM (SELECT 1) _
  JOIN plain.node c ON c.name = 'Company 0' AND c.level = 'COMPANY'
  JOIN plain.node t ON t.company_id = c.id AND t.name = 'Team 0007'
  JOIN plain.person p ON p.email = 'person0@company0.example'
  JOIN plain.person m ON m.email = 'person7@company0.example';
