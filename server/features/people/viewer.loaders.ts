import type { EntityManager } from 'typeorm'
import { emailOf } from '../../domain/user.js'
import type { HeldRole, KeyMetricDelegation, Person } from '../../domain/viewer.js'
import type { Moment } from '../../platform/context.js'
import { holdsAt } from '../../platform/database/interval.js'
import { prepared } from '../../platform/database/client.js'
import type { Credential } from '../../platform/http/sign-in/credential.js'

export interface SignedIn {
  readonly viewer: Person
  readonly moment: Moment
}

/**
 * Deactivated, revoked or never issued; or valid, but of nobody, of who has not accepted yet, or of people of several
 * companies.
 */
export type NotSignedIn = 'NOT_VALID' | 'UNKNOWN' | 'INVITED' | 'AMBIGUOUS'

interface Row {
  readonly userId: string
  readonly companyId: string
  readonly isValid: boolean
  readonly isActive: boolean
  readonly isInvited: boolean
  readonly version: string
  readonly at: Date
  readonly delegation: KeyMetricDelegation
  readonly teamId: string | null
  readonly roles: readonly HeldRole[]
}

function whose(condition: string): string {
  return prepared(
    `SELECT u.id AS "userId", u.company_id AS "companyId", u.status = 'ACTIVE' AS "isActive",
            u.status = 'INVITED' AS "isInvited",
            coalesce(u.tokens_valid_from <= $1, true) AS "isValid",
            c.config_version AS version, c.changed_at AS at, c.key_metric_delegation AS delegation,
            (SELECT m.team_id
               FROM membership m
              WHERE m.company_id = c.company_id AND m.user_id = u.id AND ${holdsAt('m', 'c.changed_at')}) AS "teamId",
            (SELECT coalesce(json_agg(json_build_object('role', r.role, 'nodeId', r.node_id, 'level', n.level)), '[]')
               FROM role_assignment r
               JOIN org_node n ON n.company_id = r.company_id AND n.id = r.node_id
              WHERE r.company_id = c.company_id AND r.user_id = u.id AND ${holdsAt('r', 'c.changed_at')}) AS roles
       FROM app_user u
       JOIN company c ON c.company_id = u.company_id
      WHERE ${condition}
      ORDER BY "isActive" DESC
      LIMIT 2`,
  )
}

const WHOSE = {
  id: whose('u.company_id = $2 AND u.id = $3'),
  email: whose('u.email = $2'),
  emailInCompany: whose('u.company_id = $2 AND u.email = $3'),
}

/**
 * The person behind a credential, with what that person holds now and the state of the company, in one statement:
 * every request pays this one, so that what was revoked is gone in the next request.
 */
export async function loadSignedIn(
  manager: EntityManager,
  credential: Credential,
): Promise<SignedIn | NotSignedIn> {
  const [condition, ...values] = whoIs(credential)
  if (values.includes(null)) return 'UNKNOWN'
  const [row, another] = await manager.query<Row[]>(WHOSE[condition], [credential.issuedAt, ...values])
  if (!row) return 'UNKNOWN'
  if (another?.isActive) return 'AMBIGUOUS'
  const { userId, companyId, isActive, isInvited, isValid, version, at, ...held } = row
  if (isInvited) return 'INVITED'
  if (!isActive || !isValid) return 'NOT_VALID'
  return {
    viewer: { kind: 'PERSON', userId, companyId, ...held },
    moment: { version: Number(version), at },
  }
}

function whoIs(credential: Credential): [condition: keyof typeof WHOSE, ...values: (string | null)[]] {
  const { companyId } = credential
  if (credential.kind === 'USER') return ['id', companyId, credential.userId]
  const email = comparable(credential.email)
  return companyId === null ? ['email', email] : ['emailInCompany', companyId, email]
}

/** Null: nobody's. What is not in NFC could become the address of somebody else by being brought to it. */
function comparable(email: string): string | null {
  try {
    return email.normalize('NFC') === email ? emailOf(email) : null
  } catch {
    return null
  }
}
