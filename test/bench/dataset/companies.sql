-- Ids follow from what they are of, so that each step finds those of the others without reading them.
CREATE FUNCTION pg_temp.id(company integer, kind text, number integer) RETURNS uuid LANGUAGE sql IMMUTABLE AS
  $$ SELECT md5(company || '/' || kind || '/' || number)::uuid $$;

-- Evenly spread between 0 and 1, and the same for the same.
CREATE FUNCTION pg_temp.chance(seed text) RETURNS double precision LANGUAGE sql IMMUTABLE AS
  $$ SELECT (hashtext(seed) & 2147483647) / 2147483648.0 $$;

CREATE TEMP TABLE one AS
SELECT a.*, pg_temp.id(a.number, 'company', 0) AS id,
       date_trunc('month', now()) - interval '13 months' AS founded_at,
       date_trunc('month', now()) - interval '11 months' AS active_from
  FROM asked a;
ANALYZE one;

INSERT INTO company (company_id, config_version, changed_at, created_at)
SELECT id, 1, founded_at, founded_at FROM one;
