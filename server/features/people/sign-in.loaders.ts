import type { DataSource } from 'typeorm'

/** Somebody to try the product as: what they are is said in words. */
export interface SignIn {
  readonly userId: string
  readonly companyId: string
  readonly company: string
  readonly name: string
  readonly email: string
  readonly role: string
}

/** How many people of each sort a company offers to be tried as. */
const OF_EACH_SORT = 2

/**
 * People who may sign in, of every company: company admins, department managers, team leads and members, a few of
 * each. For development: it looks across the border between tenants.
 */
export function findSignIns(database: DataSource): Promise<SignIn[]> {
  return database.query(
    `WITH person AS (
       SELECT u.company_id, u.id, u.name, u.email, r.role, n.level, coalesce(n.name, t.name) AS place,
              CASE WHEN r.role = 'ADMIN' AND n.level = 'COMPANY' THEN 1 WHEN n.level = 'DEPARTMENT' THEN 2
                   WHEN n.level = 'TEAM' THEN 3 ELSE 4 END AS sort
         FROM app_user u
         LEFT JOIN role_assignment r ON r.company_id = u.company_id AND r.user_id = u.id AND r.valid_to = 'infinity'
         LEFT JOIN org_node n ON n.company_id = r.company_id AND n.id = r.node_id
         LEFT JOIN membership m ON m.company_id = u.company_id AND m.user_id = u.id AND m.valid_to = 'infinity'
         LEFT JOIN org_node t ON t.company_id = m.company_id AND t.id = m.team_id
        WHERE u.status = 'ACTIVE'),
     ranked AS (
       SELECT *, row_number() OVER (PARTITION BY company_id, sort ORDER BY name, id) AS rank FROM person)
     SELECT p.id AS "userId", p.company_id AS "companyId", c.name AS company, p.name, p.email,
            CASE p.sort WHEN 1 THEN 'Company admin' WHEN 2 THEN initcap(p.role) || ' of ' || p.place
                        WHEN 3 THEN 'Lead of ' || p.place ELSE coalesce('Member of ' || p.place, 'In no team') END AS role
       FROM ranked p
       JOIN org_node c ON c.company_id = p.company_id AND c.id = p.company_id
       JOIN company k ON k.company_id = p.company_id
      WHERE p.rank <= $1
      ORDER BY k.created_at, p.company_id, p.sort, p.name`,
    [OF_EACH_SORT],
  )
}

/** The people of that e-mail address, in whichever company. For development. */
export function findByEmail(database: DataSource, email: string): Promise<Omit<SignIn, 'role'>[]> {
  return database.query(
    `SELECT u.id AS "userId", u.company_id AS "companyId", c.name AS company, u.name, u.email
       FROM app_user u
       JOIN org_node c ON c.company_id = u.company_id AND c.id = u.company_id
      WHERE u.email = lower($1) AND u.status = 'ACTIVE'
      ORDER BY c.name, u.company_id`,
    [email],
  )
}
