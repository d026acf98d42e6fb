import { DomainError } from '../../domain/errors.js'
import {
  assertCan,
  can,
  holdsScope,
  refusalOf,
  rootsOf,
  type Action,
  type ActsAs,
  type Resource,
} from '../../domain/policy.js'
import { sightOf, type Sight } from '../../domain/sight.js'
import { capacitiesOf, SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import type { Permission } from '../../platform/database/change.js'
import type { Eventually } from '../../platform/eventually.js'
import { nullWhereForbidden } from '../../platform/graphql/request-error.js'
import { loadTombstoneInSight, type Tombstone } from './tombstone.loaders.js'
import { loadTree, pathOf } from './tree.loaders.js'

/** For what belongs to the company as a whole. @throws DomainError FORBIDDEN. */
export function onCompany(action: Action): Permission {
  return async ({ actor, companyId }) => assertCan(actor, action, { path: [companyId] })
}

/**
 * @throws DomainError NOT_FOUND for a node out of sight, as for one that never was; FORBIDDEN for one in sight; DELETED
 * for one that is gone, to those who could take it up again.
 */
export function onNode(action: Action, nodeId: string, field = 'nodeId'): Permission {
  return async (ctx) => {
    const path = await pathOf(ctx, nodeId)
    const actsAs = can(ctx.actor, action, { path })
    if (actsAs !== null) return actsAs
    if ((await sightOfActor(ctx)).of(nodeId) === null) throw await absenceOf(ctx, nodeId, field)
    return assertCan(ctx.actor, action, { path }, field)
  }
}

/**
 * For a batch as a whole; each of its items is asked about by itself. In the strongest capacity that somebody has.
 * @throws DomainError FORBIDDEN for an API key without the scope.
 */
export function inParts(action: Action): Permission {
  return async ({ actor }) => {
    if (actor === SYSTEM) return SYSTEM
    if (!holdsScope(actor, action)) throw new DomainError('FORBIDDEN', refusalOf(actor, action))
    return actor.kind === 'API_KEY' ? 'API_KEY' : capacitiesOf(actor)[0]!.capacity
  }
}

/** What an action is done to, where it may be out of sight. */
interface Sought {
  readonly field: string
  /** Null, or FORBIDDEN, where the actor does not see it. */
  readonly look: () => Eventually<object | null>
  readonly absent: (field: string) => DomainError
}

/**
 * Who may change need not be one who may read: to them, what they may not change is as good as none, unless they see it.
 * Null: there is none. @throws DomainError FORBIDDEN for what is in sight, `absent` for what is not.
 */
export async function assertCanOrHide(
  { actor }: Context,
  action: Action,
  resource: Resource | null,
  { field, look, absent }: Sought,
): Promise<ActsAs> {
  const actsAs = resource && can(actor, action, resource)
  if (actsAs) return actsAs
  const seen = await nullWhereForbidden(look)
  if (resource && seen) return assertCan(actor, action, resource, field)
  throw absent(field)
}

/** As the weakest of them allows: a move needs the right at both ends. */
export function all(...permissions: readonly [Permission, ...Permission[]]): Permission {
  return async (ctx) => {
    const [first, ...rest] = permissions
    const actsAs = await first(ctx)
    for (const permission of rest) await permission(ctx)
    return actsAs
  }
}

async function absenceOf(ctx: Context, nodeId: string, field: string): Promise<DomainError> {
  const tombstone = await loadTombstoneInSight(ctx, nodeId)
  return tombstone ? nodeDeleted(tombstone, field) : nodeNotFound(field)
}

export function nodeDeleted({ name, deletedAt }: Tombstone, field: string): DomainError {
  const message = `${name} was deleted at ${deletedAt.toISOString()}. Restore it first, or name another node.`
  return new DomainError('DELETED', message, [field])
}

export function nodeNotFound(field: string): DomainError {
  return new DomainError('NOT_FOUND', 'There is no such node in your company.', [field])
}

/** Not `loadSight`, which refuses an API key that is there to change what it may not read. */
async function sightOfActor(ctx: Context): Promise<Sight> {
  const { actor, companyId } = ctx
  const roots = actor === SYSTEM ? [companyId] : rootsOf(actor, 'see key metrics')
  return sightOf(await loadTree(ctx, null), companyId, roots)
}
