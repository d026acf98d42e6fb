import type { Action } from '../../domain/policy.js'
import type { SightOfNode } from '../../domain/sight.js'
import type { OrgNodeRow } from '../org/org.loaders.js'
import { loadSight } from '../org/sight.loaders.js'
import type { Survey } from './survey.loaders.js'

/** What the viewer sees of the nodes that are there before a change or after it. */
export interface ImpactSight {
  readonly isOfAll: boolean
  of(nodeId: string): SightOfNode | null
  /** The ids of the nodes seen whole. */
  whole(): string[]
}

/**
 * By what the viewer holds before the change: nobody gains sight of what they only try.
 * @throws FORBIDDEN for an API key without the scope.
 */
export async function loadImpactSight(action: Action, before: Survey, after: Survey): Promise<ImpactSight> {
  const was = await loadSight(before.ctx, action, null)
  const is = await loadSight(after.ctx, action, null)
  return {
    isOfAll: was.isOfAll,
    of: (id) => (was.of(id) === 'WHOLE' ? 'WHOLE' : (is.of(id) ?? was.of(id))),
    whole: () => [...new Set([...was.whole(), ...is.whole()])],
  }
}

/** A node as it would be after the change, or as it was, where it ends; null for one out of sight. */
export function nodeSeen(id: string, before: Survey, after: Survey, sight: ImpactSight): OrgNodeRow | null {
  const node = after.tree.get(id) ?? before.tree.get(id)
  const seen = sight.of(id)
  if (!node || seen === null) return null
  // The version is the one to send with the change itself.
  const version = seen === 'WHOLE' ? (before.tree.get(id)?.version ?? 0) : 0
  return { ...node, version, sight: seen, asOf: null }
}
