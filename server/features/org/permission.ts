import { DomainError } from '../../domain/errors.js'
import { pathTo } from '../../domain/org-node.js'
import { assertCan, can, rootsOf, type Action } from '../../domain/policy.js'
import { sightOf, type Sight } from '../../domain/sight.js'
import { SYSTEM } from '../../domain/viewer.js'
import type { Context } from '../../platform/context.js'
import type { Permission } from '../../platform/database/change.js'
import { loadTree } from './tree.loaders.js'

/** For what belongs to the company as a whole. @throws DomainError FORBIDDEN. */
export function onCompany(action: Action): Permission {
  return async ({ actor, companyId }) => assertCan(actor, action, { path: [companyId] })
}

/** @throws DomainError NOT_FOUND for a node out of sight, as for one that never was; FORBIDDEN for one in sight. */
export function onNode(action: Action, nodeId: string, field = 'nodeId'): Permission {
  return async (ctx) => {
    const path = await pathOf(ctx, nodeId)
    const actsAs = can(ctx.actor, action, { path })
    if (actsAs !== null) return actsAs
    if ((await sightOfActor(ctx)).of(nodeId) === null) throw nodeNotFound(field)
    return assertCan(ctx.actor, action, { path }, field)
  }
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

/** The ids from the company down to the node; empty for an unknown one. */
export async function pathOf(ctx: Context, nodeId: string): Promise<string[]> {
  return pathTo(await loadTree(ctx, null), nodeId).map(({ id }) => id)
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
