import { holdsScope, refusalOf, rootsOf, type Action } from '../../domain/policy.js'
import { sightOf, type Sight } from '../../domain/sight.js'
import { SYSTEM } from '../../domain/viewer.js'
import { instantOf, type Context } from '../../platform/context.js'
import { eventually, Remembered, type Eventually, type Keys } from '../../platform/eventually.js'
import { requestError } from '../../platform/graphql/request-error.js'
import { perRequest } from '../../platform/per-request.js'
import { loadTree } from './tree.loaders.js'

const sights = perRequest(() => new Remembered<Sight>())

/**
 * What the viewer sees of the nodes by one line of the policy: the tree is that of the instant, what the viewer holds
 * is that of the present. @throws FORBIDDEN for an API key without the scope.
 */
export function loadSight(ctx: Context, action: Action, asOf: Date | null): Eventually<Sight> {
  const keys: Keys = [ctx.moment.version, instantOf(ctx, asOf).getTime(), action]
  return sights(ctx).of(keys, () => readSight(ctx, action, asOf))
}

/** Whether the viewer sees the node whole at that instant, by that line of the policy. */
export function isWhole(
  ctx: Context,
  action: Action,
  { id, asOf }: { readonly id: string; readonly asOf: Date | null },
): Eventually<boolean> {
  return eventually(loadSight(ctx, action, asOf), (sight) => sight.of(id) === 'WHOLE')
}

/** For what is not of a node. @throws FORBIDDEN for an API key without the scope. */
export function assertScope({ actor }: Context, action: Action): void {
  if (actor !== SYSTEM && !holdsScope(actor, action))
    throw requestError('FORBIDDEN', refusalOf(actor, action))
}

/** Refuses with a promise, so that nobody has to reckon with both. */
function readSight(ctx: Context, action: Action, asOf: Date | null): Eventually<Sight> {
  const { actor, companyId } = ctx
  if (actor !== SYSTEM && !holdsScope(actor, action))
    return Promise.reject(requestError('FORBIDDEN', refusalOf(actor, action)))
  const roots = actor === SYSTEM ? [companyId] : rootsOf(actor, action)
  return eventually(loadTree(ctx, asOf), (tree) => sightOf(tree, companyId, roots))
}
