import { DomainError } from '../../domain/errors.js'
import { assertCan, type Action } from '../../domain/policy.js'
import type { Context } from '../../platform/context.js'
import type { Permission } from '../../platform/database/change.js'
import { pathOf } from '../org/tree.loaders.js'
import { loadTeamId, loadUser, type UserRow } from './user.loaders.js'

/** @throws DomainError NOT_FOUND for a person out of sight, as for one who never was; FORBIDDEN for one in sight. */
export function onPerson(action: Action, userId: string): Permission {
  return async (ctx) => {
    const { id, dataVisibility } = await personOf(ctx, userId)
    const teamId = await loadTeamId(ctx, { id, asOf: null })
    const path = await pathOf(ctx, teamId ?? ctx.companyId)
    return assertCan(
      ctx.actor,
      action,
      { path, person: { id, isHidden: dataVisibility === 'HIDDEN' } },
      'userId',
    )
  }
}

/** @throws DomainError NOT_FOUND when the actor sees no such person. */
export async function personOf(ctx: Context, userId: string): Promise<UserRow> {
  const user = await loadUser(ctx, userId, null)
  if (user) return user
  throw new DomainError('NOT_FOUND', 'There is no such person in your company.', ['userId'])
}
