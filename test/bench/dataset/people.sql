-- Number 0 administers the company and is in no team. The first of each team leads it.
CREATE TEMP TABLE person AS
SELECT c.number AS company, c.id AS company_id, pg_temp.id(c.number, 'person', p) AS id, p AS number,
       CASE WHEN p > 0 THEN pg_temp.id(c.number, 'team', (p - 1) % c.teams + 1) END AS team_id,
       CASE WHEN p > 0 THEN pg_temp.id(c.number, 'department', ((p - 1) % c.teams) % c.departments + 1) END
         AS department_id,
       CASE WHEN p = 0 THEN c.id WHEN p <= c.teams THEN pg_temp.id(c.number, 'team', p) END AS runs,
       c.founded_at
  FROM one c CROSS JOIN LATERAL generate_series(0, c.people) p;
ANALYZE person;

INSERT INTO app_user (company_id, id, email, name, status, data_visibility, version, changed_at)
SELECT company_id, id, 'person' || number || '@company' || company || '.example',
       (ARRAY['Ada', 'Bo', 'Cleo', 'Dag', 'Eva', 'Finn', 'Gro', 'Hal'])[number % 8 + 1] || ' Nr. ' || number,
       'ACTIVE', 'VISIBLE', 1, founded_at
  FROM person;

INSERT INTO membership (company_id, user_id, team_id, valid_from, valid_to)
SELECT company_id, id, team_id, founded_at, 'infinity' FROM person WHERE team_id IS NOT NULL;

INSERT INTO role_assignment (company_id, id, user_id, node_id, role, valid_from, valid_to)
SELECT company_id, pg_temp.id(company, 'role', number), id, runs, CASE number WHEN 0 THEN 'ADMIN' ELSE 'MANAGER' END,
       founded_at, 'infinity'
  FROM person WHERE runs IS NOT NULL;
