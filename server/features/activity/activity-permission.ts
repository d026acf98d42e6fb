import { pathOfCredit } from '../../domain/activity.js'
import { isEnabledAlong } from '../../domain/activity-type.js'
import { DomainError } from '../../domain/errors.js'
import { can, type ActsAs, type Resource } from '../../domain/policy.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import type { Eventually } from '../../platform/eventually.js'
import { assertCanOrHide } from '../org/permission.js'
import { personNotFound } from '../people/person-permission.js'
import { loadUser } from '../people/user.loaders.js'
import type { Terms } from './activity-terms.js'
import type { Found } from './credit.loaders.js'

const LOG = 'log activities'

/** What logging for somebody is asked of: the team it counts to, or the company, and the person. */
export function resourceOf({ companyId }: Context, { person, credit }: Found): Resource {
  const path = credit ? pathOfCredit(companyId, credit) : [companyId]
  return person ? { path, person } : { path }
}

/**
 * At once for who may: a batch asks it of each. @throws DomainError NOT_FOUND for a person out of sight, as for one who
 * never was; FORBIDDEN for one in sight.
 */
export function assertMayLog(ctx: Context, found: Found, field: string): Eventually<ActsAs> {
  const { person } = found
  const resource = person && resourceOf(ctx, found)
  const actsAs = resource && can(ctx.actor, LOG, resource)
  if (actsAs) return actsAs
  const look = () => person && loadUser(ctx, person.id, null)
  return assertCanOrHide(ctx, LOG, resource, { field, look, absent: personNotFound })
}

/** Whether what is told of people nobody knows yet is kept aside: else it would tell who is known. */
export function mayLogForUnknown({ actor, companyId }: Context): boolean {
  return can(actor, LOG, { path: [companyId] }) !== null
}

/**
 * People log for a team, and what it enables; an integration and the system know of more than that.
 * @throws DomainError NOT_FOUND (type), INVALID.
 */
export function assertLoggable(ctx: Context, terms: Terms, typeId: string, { person, credit }: Found): void {
  assertType(ctx, terms, typeId, credit && pathOfCredit(ctx.companyId, credit))
  if (credit || person === null || isIntegration(ctx)) return
  const message =
    'The person was in no team at that instant, and activities count to a team. Assign the person to one, or give another occurredAt.'
  throw new DomainError('INVALID', message, ['occurredAt'])
}

/** `path`: of the team it counts to; null where it counts to none. @throws DomainError NOT_FOUND, INVALID. */
export function assertType(
  ctx: Context,
  { types, enablement }: Terms,
  typeId: string,
  path: readonly string[] | null,
): void {
  const type = types.get(typeId)
  if (!type)
    throw new DomainError('NOT_FOUND', 'There is no such activity type in your company.', ['activityTypeId'])
  if (type.status !== 'ACTIVE') throw invalidType(`${type.name} is archived; choose a type that is ACTIVE.`)
  if (path === null || isIntegration(ctx) || isEnabledAlong(path, enablement, typeId)) return
  throw invalidType(
    `${type.name} is not enabled on the team it would count to; read its activityLogger for those that are.`,
  )
}

function invalidType(message: string): DomainError {
  return new DomainError('INVALID', message, ['activityTypeId'])
}

function isIntegration({ actor }: Context): boolean {
  return actor === SYSTEM || actor.kind === 'API_KEY'
}
