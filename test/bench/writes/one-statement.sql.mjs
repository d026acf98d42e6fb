/**
 * What a batch of activities comes to, in one statement: each once however often it comes, credited to the team of its
 * person, added to the sums of person, team, department and company, entered in the audit log and told to who looks for
 * changes. $1 company, $2 actor, $3 slot, then columns: type, person, quantity, instant, external id.
 */
export const ONE_STATEMENT = `
  WITH sent AS (
    SELECT s.*, (s.at AT TIME ZONE 'UTC')::date AS day, m.team_id,
           CASE WHEN p.parent_id <> $1::uuid THEN p.parent_id END AS department_id
      FROM unnest($4::uuid[], $5::uuid[], $6::numeric[], $7::timestamptz[], $8::text[])
           AS s(type_id, user_id, quantity, at, external_id)
      LEFT JOIN membership m
        ON m.company_id = $1 AND m.user_id = s.user_id AND m.valid_from <= s.at AND s.at < m.valid_to
      LEFT JOIN org_node_placement p
        ON p.company_id = $1 AND p.node_id = m.team_id AND p.valid_from <= s.at AND s.at < p.valid_to),
  stored AS (
    INSERT INTO activity (company_id, id, activity_type_id, user_id, team_id, department_id, quantity, occurred_at, day,
                          recorded_at, source, external_id, version)
    SELECT $1, gen_random_uuid(), type_id, user_id, team_id, department_id, quantity, at, day, clock_timestamp(), 'BENCH',
           external_id, 1
      FROM sent ORDER BY external_id
        ON CONFLICT (company_id, source, external_id) DO NOTHING
    RETURNING *),
  people AS (
    INSERT INTO activity_person_rollup AS r (company_id, user_id, node_id, activity_type_id, label, day, quantity, amount)
    SELECT $1, user_id, team_id, activity_type_id, '', day, sum(quantity), 0
      FROM stored GROUP BY user_id, team_id, activity_type_id, day ORDER BY user_id, day, team_id, activity_type_id
        ON CONFLICT (company_id, user_id, day, node_id, activity_type_id, label)
        DO UPDATE SET quantity = r.quantity + excluded.quantity),
  nodes AS (
    INSERT INTO activity_node_rollup AS r
           (company_id, node_id, parent_id, activity_type_id, label, day, slot, quantity, amount)
    SELECT $1, n.node_id, n.parent_id, s.activity_type_id, '', s.day, $3::smallint, sum(s.quantity), 0
      FROM stored s
     CROSS JOIN LATERAL (VALUES (s.team_id, coalesce(s.department_id, $1)), (s.department_id, $1), ($1, $1))
           AS n(node_id, parent_id)
     WHERE n.node_id IS NOT NULL
     GROUP BY n.node_id, n.parent_id, s.activity_type_id, s.day
     ORDER BY n.node_id, s.day, n.parent_id, s.activity_type_id
        ON CONFLICT (company_id, node_id, day, parent_id, activity_type_id, label, slot)
        DO UPDATE SET quantity = r.quantity + excluded.quantity),
  told AS (
    INSERT INTO change_event (company_id, transaction, id, topic, node_ids, user_ids, days, metric_ids, at, settled_at)
    SELECT $1, pg_current_xact_id()::text::bigint, gen_random_uuid(), 'ACTIVITIES',
           array(SELECT DISTINCT team_id FROM stored), array(SELECT DISTINCT user_id FROM stored),
           array(SELECT DISTINCT day FROM stored), '{}', clock_timestamp(), clock_timestamp())
  INSERT INTO audit_entry (company_id, id, at, actor_id, acts_as, request_id, action, node_id, after)
  SELECT $1, gen_random_uuid(), clock_timestamp(), $2, 'COMPANY_ADMIN', 'bench', 'logActivities', $1,
         jsonb_build_object('created', (SELECT count(*) FROM stored))`
