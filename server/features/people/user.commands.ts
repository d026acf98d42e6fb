import type { AuditAction } from '../../domain/audit.js'
import { DomainError } from '../../domain/errors.js'
import { nameOf } from '../../domain/text.js'
import { emailOf, type DataVisibility, type UserStatus } from '../../domain/user.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { loadTeamId, type UserRow } from './user.loaders.js'
import { assertCompanyHasAdmin } from './company-admins.js'
import { endInvitations } from './invitation-end.js'
import { assertEmailsAreFree } from './people.commands.js'
import { onPerson, personToChange } from './person-permission.js'
import { UserEntity } from './user.entity.js'

export interface UserKey {
  readonly userId: string
  readonly expectedVersion: number
}

export interface UserUpdate extends UserKey {
  /** Left out or null: stays. */
  readonly name?: string | null
  readonly email?: string | null
}

/**
 * Another address makes a link that was sent to the old one count no more.
 * @throws DomainError NOT_FOUND, FORBIDDEN, INVALID, DUPLICATE (e-mail), VERSION_CONFLICT.
 */
export function updateUser(ctx: Context, { name, email, ...key }: UserUpdate): Promise<void> {
  return change(ctx, onPerson('manage people', key.userId), async (tx) => {
    const user = await personToChange(tx, key.userId)
    const after = { name: nameOf(name ?? user.name, 'name'), email: emailOf(email ?? user.email) }
    const isMoved = after.email !== user.email
    if (isMoved) await assertEmailsAreFree(tx, [after.email])
    await changeUser(tx, 'updateUser', key, after)
    if (isMoved) await endInvitations(tx, key.userId)
  })
}

/**
 * Lets nobody sign in as the person any more, or again; team, roles and history are kept.
 * @throws DomainError NOT_FOUND, FORBIDDEN, INVALID (an invitation not accepted yet), VERSION_CONFLICT, LAST_ADMIN.
 */
export function setUserStatus(
  ctx: Context,
  key: UserKey,
  status: Exclude<UserStatus, 'INVITED'>,
): Promise<void> {
  const action = status === 'ACTIVE' ? 'reactivateUser' : 'deactivateUser'
  return change(ctx, onPerson('manage people', key.userId), async (tx) => {
    if (status === 'ACTIVE') await assertAccepted(tx, key.userId)
    else await endInvitations(tx, key.userId)
    await changeUser(tx, action, key, { status })
    await assertCompanyHasAdmin(tx, 'userId')
  })
}

/** Hides the person from peers, or shows them again. @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT. */
export function setDataVisibility(
  ctx: Context,
  { dataVisibility, ...key }: UserKey & { readonly dataVisibility: DataVisibility },
): Promise<void> {
  return change(ctx, onPerson('manage people', key.userId), (tx) =>
    changeUser(tx, 'setDataVisibility', key, { dataVisibility }),
  )
}

/**
 * Makes every token of the person that was issued until now count no more. Each call does it anew.
 * @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT.
 */
export function signOutEverywhere(ctx: Context, key: UserKey): Promise<void> {
  return change(ctx, onPerson('sign out everywhere', key.userId), (tx) =>
    changeUser(tx, 'signOutEverywhere', key, { tokensValidFrom: tx.at }),
  )
}

/** To be taken back is not to be invited: who has not accepted yet has shown no address. */
async function assertAccepted(tx: Change, userId: string): Promise<void> {
  const { knownAs, status } = await personToChange(tx, userId)
  if (status !== 'INVITED') return
  const message = `${knownAs} has not accepted the invitation yet. Invite the person again, should it have been lost.`
  throw new DomainError('INVALID', message, ['userId'])
}

type Changes = Partial<Pick<UserEntity, 'name' | 'email' | 'status' | 'dataVisibility' | 'tokensValidFrom'>>

/** Changes nothing, and asks for no version, when it is so already. */
async function changeUser(tx: Change, action: AuditAction, key: UserKey, changes: Changes): Promise<void> {
  const user = await personToChange(tx, key.userId)
  const before = Object.fromEntries(
    Object.keys(changes).map((field) => [field, user[field as keyof UserRow]]),
  )
  if (Object.entries(changes).every(([field, value]) => before[field] === value)) return
  assertVersion(user.knownAs, user.version, key.expectedVersion)
  const { manager, companyId, at } = tx
  const version = user.version + 1
  await manager.update(UserEntity, { companyId, id: user.id }, { ...changes, version, changedAt: at })
  const nodeId = await loadTeamId(tx, { id: user.id, asOf: null })
  tx.record({ action, nodeId, entityId: user.id, before, after: changes })
}
