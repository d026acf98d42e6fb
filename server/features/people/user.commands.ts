import type { AuditAction } from '../../domain/audit.js'
import type { DataVisibility, UserStatus } from '../../domain/user.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { loadTeamId, type UserRow } from './user.loaders.js'
import { assertCompanyHasAdmin } from './company-admins.js'
import { onPerson, personOf } from './person-permission.js'
import { UserEntity } from './user.entity.js'

export interface UserKey {
  readonly userId: string
  readonly expectedVersion: number
}

/**
 * Lets nobody sign in as the person any more, or again; team, roles and history are kept.
 * @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT, LAST_ADMIN.
 */
export function setUserStatus(ctx: Context, key: UserKey, status: UserStatus): Promise<void> {
  const action = status === 'ACTIVE' ? 'reactivateUser' : 'deactivateUser'
  return change(ctx, onPerson('manage people', key.userId), async (tx) => {
    await updateUser(tx, action, key, { status })
    await assertCompanyHasAdmin(tx, 'userId')
  })
}

/** Hides the person from peers, or shows them again. @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT. */
export function setDataVisibility(
  ctx: Context,
  { dataVisibility, ...key }: UserKey & { readonly dataVisibility: DataVisibility },
): Promise<void> {
  return change(ctx, onPerson('manage people', key.userId), (tx) =>
    updateUser(tx, 'setDataVisibility', key, { dataVisibility }),
  )
}

/**
 * Makes every token of the person that was issued until now count no more. Each call does it anew.
 * @throws DomainError NOT_FOUND, FORBIDDEN, VERSION_CONFLICT.
 */
export function signOutEverywhere(ctx: Context, key: UserKey): Promise<void> {
  return change(ctx, onPerson('sign out everywhere', key.userId), (tx) =>
    updateUser(tx, 'signOutEverywhere', key, { tokensValidFrom: tx.at }),
  )
}

type Changes = Partial<Pick<UserEntity, 'status' | 'dataVisibility' | 'tokensValidFrom'>>

/** Changes nothing, and asks for no version, when it is so already. */
async function updateUser(tx: Change, action: AuditAction, key: UserKey, changes: Changes): Promise<void> {
  const user = await personOf(tx, key.userId)
  const before = Object.fromEntries(
    Object.keys(changes).map((field) => [field, user[field as keyof UserRow]]),
  )
  if (Object.entries(changes).every(([field, value]) => before[field] === value)) return
  assertVersion(user.name, user.version, key.expectedVersion)
  const { manager, companyId } = tx
  const version = user.version + 1
  await manager.update(UserEntity, { companyId, id: user.id }, { ...changes, version })
  const nodeId = await loadTeamId(tx, { id: user.id, asOf: null })
  tx.record({ action, nodeId, entityId: user.id, before, after: changes })
}
