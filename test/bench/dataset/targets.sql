-- Set for each node and metric of the measured company a year ago, and carried from month to month.
INSERT INTO target (company_id, id, metric_id, node_id, user_id, frequency, period_start, amount, carries_forward,
                    set_by, set_at, version)
SELECT n.company_id, gen_random_uuid(), m.id, n.id, NULL, 'MONTHLY', c.active_from::date,
       CASE n.level WHEN 'TEAM' THEN 100 WHEN 'DEPARTMENT' THEN 2000 ELSE 40000 END + m.number, true,
       pg_temp.id(n.company, 'person', 0), c.founded_at, 1
  FROM node n JOIN one c ON c.number = n.company JOIN catalogue m ON m.company = n.company
 WHERE n.company = 0;
