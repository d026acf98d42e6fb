CREATE TEMP TABLE node AS
SELECT number AS company, id AS company_id, id, NULL::uuid AS parent_id, 'COMPANY' AS level, 0 AS number,
       'Company ' || number AS name, founded_at
  FROM one
 UNION ALL
SELECT c.number, c.id, pg_temp.id(c.number, 'department', d), c.id, 'DEPARTMENT', d,
       'Department ' || lpad(d::text, 3, '0'), c.founded_at
  FROM one c CROSS JOIN LATERAL generate_series(1, c.departments) d
 UNION ALL
SELECT c.number, c.id, pg_temp.id(c.number, 'team', t),
       pg_temp.id(c.number, 'department', (t - 1) % c.departments + 1), 'TEAM', t,
       'Team ' || lpad(t::text, 4, '0'), c.founded_at
  FROM one c CROSS JOIN LATERAL generate_series(1, c.teams) t;
ANALYZE node;

INSERT INTO org_node (company_id, id, level, name) SELECT company_id, id, level, name FROM node;

INSERT INTO org_node_placement (company_id, node_id, parent_id, valid_from, valid_to)
SELECT company_id, id, parent_id, founded_at, 'infinity' FROM node;

INSERT INTO org_node_version (company_id, node_id, version, valid_from, valid_to)
SELECT company_id, id, 1, founded_at, 'infinity' FROM node;
