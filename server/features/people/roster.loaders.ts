import type { Context } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import type { Grant } from './people.commands.js'

export interface RosterEntry {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly isActive: boolean
  /** Null: in no team. */
  readonly teamId: string | null
}

/** Everybody of the company with their present team, by e-mail. Whole: for what compares the company with a list. */
export function loadRoster({ manager, companyId, moment }: Context): Promise<RosterEntry[]> {
  return manager.query(
    `SELECT u.id, u.email, u.name, u.status = 'ACTIVE' AS "isActive", m.team_id AS "teamId"
       FROM app_user u
       LEFT JOIN membership m ON m.company_id = u.company_id AND m.user_id = u.id AND ${holdsAt('m', '$2')}
      WHERE u.company_id = $1
      ORDER BY u.email`,
    [companyId, moment.at],
  )
}

/** Every role held in the company at present. */
export function loadGrants({ manager, companyId, moment }: Context): Promise<Grant[]> {
  return manager.query(
    `SELECT r.user_id AS "userId", r.node_id AS "nodeId", r.role
       FROM role_assignment r
      WHERE r.company_id = $1 AND ${holdsAt('r', '$2')}`,
    [companyId, moment.at],
  )
}
