import { randomBytes, randomUUID } from 'node:crypto'
import { SECRET_BYTES } from '../../domain/company-token.js'
import { DomainError } from '../../domain/errors.js'
import { endOfInvitation, formatInvitation } from '../../domain/invitation.js'
import { emailOf } from '../../domain/user.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { ToldFault } from '../../platform/graphql/request-error.js'
import { sha256Of } from '../../platform/sha256.js'
import { nodeOf } from '../org/org-node.version.js'
import { onCompany } from '../org/permission.js'
import { deliveryOf, type Invitation } from './invitation-delivery.js'
import { endInvitations } from './invitation-end.js'
import { InvitationEntity } from './invitation.entity.js'
import { assignTeams, createUsers, touchUsers, type NewUser } from './people.commands.js'
import { knownAs, onPerson, personToChange } from './person-permission.js'
import { UserEntity } from './user.entity.js'
import type { UserKey } from './user.commands.js'

export interface NewPerson extends Omit<NewUser, 'status'> {
  /** Left out or null: in no team yet. */
  readonly teamId?: string | null
}

/** Who may sign in at once. Answers the id. @throws DomainError INVALID, DUPLICATE (e-mail), NOT_FOUND (team), FORBIDDEN. */
export function createUser(ctx: Context, person: NewPerson): Promise<string> {
  return change(ctx, onCompany('manage people'), (tx) => addPerson(tx, person, 'ACTIVE'))
}

/**
 * Adds a person who has to accept first, and hands the link to whoever delivers it; who was invited before gets a new
 * one instead of the old. Answers the id.
 * @throws DomainError INVALID, DUPLICATE (e-mail), NOT_FOUND (team), FORBIDDEN; ToldFault when the person is invited, but
 * the link is not delivered.
 */
export async function inviteUser(ctx: Context, person: NewPerson): Promise<string> {
  let invitation: Invitation
  const userId = await change(ctx, onCompany('manage people'), async (tx) => {
    deliveryOf(ctx.manager.connection)
    const known = await findInvited(tx, person.email)
    const id = known ?? (await addPerson(tx, person, 'INVITED'))
    if (known) await endInvitations(tx, id)
    invitation = await addInvitation(tx, id)
    return id
  })
  if (!ctx.rehearsal) await deliver(ctx, invitation!)
  return userId
}

/** Whatever says why it failed may hold the link, which is kept nowhere. */
async function deliver({ manager }: Context, invitation: Invitation): Promise<void> {
  try {
    await deliveryOf(manager.connection)(invitation)
  } catch (error) {
    const { name, email, token } = invitation
    const cause = new Error(String(error).replaceAll(token, '[hidden]'))
    const message = `${name} <${email}> is invited, but the link could not be delivered, and one that was sent before counts no more. Invite them again.`
    throw new ToldFault(message, { cause })
  }
}

/** The person stays invited; another invitation makes another link. @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT. */
export function revokeInvitation(ctx: Context, { userId, expectedVersion }: UserKey): Promise<void> {
  return change(ctx, onPerson('manage people', userId), async (tx) => {
    const person = await personToChange(tx, userId)
    if (!(await endInvitations(tx, userId))) return
    assertVersion(person.knownAs, person.version, expectedVersion)
    await touchUsers(tx, [userId])
    tx.record({
      ...{ action: 'revokeInvitation', nodeId: null, entityId: userId },
      ...{ before: { isInvited: true }, after: { isInvited: false } },
    })
  })
}

async function addPerson(
  tx: Change,
  { teamId, ...person }: NewPerson,
  status: 'ACTIVE' | 'INVITED',
): Promise<string> {
  const [userId] = (await createUsers(tx, [{ ...person, status }])) as [string]
  if (teamId) await assignTeams(tx, [{ userId, teamId }])
  return userId
}

/** Whoever may sign in has no use for an invitation, and an address is of one person. */
async function findInvited(tx: Change, email: string): Promise<string | null> {
  const { manager, companyId } = tx
  const user = await manager.findOneBy(UserEntity, { companyId, email: emailOf(email) })
  if (!user || user.status === 'INVITED') return user?.id ?? null
  const how = user.status === 'ACTIVE' ? 'may sign in' : 'is deactivated: reactivate the person'
  const message = `${user.email} belongs to ${knownAs(tx, user, 'somebody')}, who ${how}.`
  throw new DomainError('DUPLICATE', message, ['email'])
}

async function addInvitation(tx: Change, userId: string): Promise<Invitation> {
  const { manager, companyId, at } = tx
  const { name, email } = await manager.findOneByOrFail(UserEntity, { companyId, id: userId })
  const token = formatInvitation(companyId, randomBytes(SECRET_BYTES))
  const expiresAt = endOfInvitation(at)
  const row = { companyId, userId, sha256: sha256Of(token), createdAt: at, expiresAt, endedAt: null }
  await manager.insert(InvitationEntity, { id: randomUUID(), ...row })
  await touchUsers(tx, [userId])
  tx.record({
    ...{ action: 'inviteUser', nodeId: null, entityId: userId },
    ...{ before: null, after: { email, expiresAt } },
  })
  return { company: (await nodeOf(tx, companyId)).name, name, email, token, expiresAt }
}
