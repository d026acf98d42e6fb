import { DomainError } from '../../domain/errors.js'
import { holdsScope, refusalOf, type Action, type Resource } from '../../domain/policy.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import type { Permission } from '../../platform/database/change.js'
import { isUuid } from '../../platform/uuid.js'
import { assertCanOrHide } from '../org/permission.js'
import { pathOf } from '../org/tree.loaders.js'
import { loadTeamId, loadUser, loadUserUnseen, type UserRow } from './user.loaders.js'

/**
 * @throws DomainError NOT_FOUND for a person out of sight, as for one who never was; FORBIDDEN for one in sight, and for
 * an API key without the scope, whomever it is about.
 */
export function onPerson(action: Action, userId: string): Permission {
  return async (ctx) => {
    const { actor } = ctx
    if (actor !== SYSTEM && !holdsScope(actor, action))
      throw new DomainError('FORBIDDEN', refusalOf(actor, action), ['userId'])
    const look = () => loadUser(ctx, userId, null)
    const sought = { field: 'userId', look, absent: personNotFound }
    return assertCanOrHide(ctx, action, await resourceOf(ctx, userId), sought)
  }
}

async function resourceOf(ctx: Context, userId: string): Promise<Resource | null> {
  if (!isUuid(userId)) return null
  const user = await loadUserUnseen(ctx, userId)
  // Looked up also of nobody: who is out of sight takes as long as who never was.
  const teamId = await loadTeamId(ctx, { id: userId, asOf: null })
  if (!user) return null
  const { id, dataVisibility } = user
  const path = await pathOf(ctx, teamId ?? ctx.companyId)
  return { path, person: { id, isHidden: dataVisibility === 'HIDDEN' } }
}

/** @throws DomainError NOT_FOUND when the actor sees no such person. */
export async function personOf(ctx: Context, userId: string): Promise<UserRow> {
  const user = await loadUser(ctx, userId, null)
  if (!user) throw personNotFound('userId')
  return user
}

/**
 * The person whom `onPerson` lets the actor change, and who that is to them: an API key that is there to change people
 * need not be one that may read them. @throws DomainError NOT_FOUND.
 */
export async function personToChange(
  ctx: Context,
  userId: string,
): Promise<UserRow & { readonly knownAs: string }> {
  const user = await loadUserUnseen(ctx, userId)
  if (!user) throw personNotFound('userId')
  return { ...user, knownAs: knownAs(ctx, user) }
}

/** What a message may call somebody. */
export function knownAs(
  { actor }: Context,
  { name }: { readonly name: string },
  unnamed = 'The person',
): string {
  return actor === SYSTEM || holdsScope(actor, 'see people') ? name : unnamed
}

export function personNotFound(field: string): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such person in your company.', [field])
}
