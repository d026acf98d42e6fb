import type { DataSource } from 'typeorm'
import { DomainError } from '../../domain/errors.js'
import { companyOfInvitation } from '../../domain/invitation.js'
import type { KeyMetricDelegation } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { sha256Of } from '../../platform/sha256.js'
import { endInvitations } from './invitation-end.js'
import { touchUsers } from './people.commands.js'
import { UserEntity } from './user.entity.js'

export interface Acceptance {
  readonly userId: string
  readonly companyId: string
  readonly email: string
}

/**
 * Lets the person sign in to whom the link was sent. Whoever has it may do it, once: nobody is signed in yet. A link
 * that counts no more is answered like one that never was. @throws DomainError INVALID.
 */
export async function acceptInvitation(
  database: DataSource,
  requestId: string,
  token: string,
): Promise<Acceptance> {
  const companyId = companyOfInvitation(token)
  const sha256 = sha256Of(token)
  const ctx = companyId === null ? null : await invitedContext(database, requestId, { companyId, sha256 })
  if (!ctx) throw notAnInvitation()
  return change(
    ctx,
    async () => 'MEMBER',
    (tx) => accept(tx, sha256),
  )
}

interface Link {
  readonly companyId: string
  readonly sha256: Buffer
}

/** The person acting for themself, as the owner of the tables finds them: nobody else could. */
async function invitedContext(
  { manager }: DataSource,
  requestId: string,
  { companyId, sha256 }: Link,
): Promise<Context | null> {
  const [row] = await manager.query<
    { userId: string; version: string; at: Date; delegation: KeyMetricDelegation }[]
  >(
    `SELECT i.user_id AS "userId", c.config_version AS version, c.changed_at AS at, c.key_metric_delegation AS delegation
       FROM invitation i
       JOIN company c ON c.company_id = i.company_id
      WHERE i.company_id = $1 AND i.sha256 = $2`,
    [companyId, sha256],
  )
  if (!row) return null
  const { userId, version, at, delegation } = row
  const actor = { kind: 'PERSON' as const, userId, companyId, teamId: null, roles: [], delegation }
  return { manager, requestId, actor, companyId, moment: { version: Number(version), at } }
}

async function accept(tx: Change, sha256: Buffer): Promise<Acceptance> {
  const { manager, companyId, at } = tx
  const [row] = await manager.query<{ userId: string; email: string }[]>(
    `SELECT u.id AS "userId", u.email
       FROM invitation i
       JOIN app_user u ON u.company_id = i.company_id AND u.id = i.user_id
      WHERE i.company_id = $1 AND i.sha256 = $2 AND i.ended_at IS NULL AND i.expires_at > $3 AND u.status = 'INVITED'`,
    [companyId, sha256, at],
  )
  if (!row) throw notAnInvitation()
  const { userId, email } = row
  await endInvitations(tx, userId)
  await manager.update(UserEntity, { companyId, id: userId }, { status: 'ACTIVE' })
  await touchUsers(tx, [userId])
  tx.record({
    ...{ action: 'acceptInvitation', nodeId: null, entityId: userId },
    ...{ before: { status: 'INVITED' }, after: { status: 'ACTIVE' } },
  })
  return { userId, companyId, email }
}

function notAnInvitation(): DomainError {
  const message =
    'This invitation does not count: it was accepted, taken back or replaced by another, or it has expired. Ask whoever invited you for a new one.'
  return new DomainError('INVALID', message, ['token'])
}
