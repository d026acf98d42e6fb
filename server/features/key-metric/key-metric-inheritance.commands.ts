import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import { change } from '../../platform/database/change.js'
import { close, open } from '../../platform/database/interval.js'
import { assertVersion } from '../../platform/database/version.js'
import { nodeOf, touchNode } from '../org/org-node.version.js'
import { onNode } from '../org/permission.js'
import { loadConfiguration } from './configuration.loaders.js'
import { KeyMetricInheritanceEntity } from './key-metric-inheritance.entity.js'

export interface InheritanceChange {
  readonly nodeId: string
  readonly inheritsKeyMetrics: boolean
  readonly expectedVersion: number
}

/** @throws DomainError NOT_FOUND, INVALID for the company, VERSION_CONFLICT, FORBIDDEN. */
export function setKeyMetricInheritance(
  ctx: Context,
  { nodeId, inheritsKeyMetrics, expectedVersion }: InheritanceChange,
): Promise<void> {
  return change(ctx, onNode('lock key metrics', nodeId), async (tx) => {
    const node = await nodeOf(tx, nodeId)
    if (node.level === 'COMPANY') {
      throw new DomainError('INVALID', 'The company has nothing above it to inherit from.', ['nodeId'])
    }
    const before = (await loadConfiguration(tx, null)).nodes.get(nodeId)!.inheritsKeyMetrics
    if (before === inheritsKeyMetrics) return
    assertVersion(node.name, node.version, expectedVersion)
    await close(tx, KeyMetricInheritanceEntity, { nodeId })
    await open(tx, KeyMetricInheritanceEntity, [{ nodeId, inherits: inheritsKeyMetrics }])
    await touchNode(tx, nodeId)
    tx.record({
      action: 'setKeyMetricInheritance',
      nodeId,
      entityId: nodeId,
      before: { inheritsKeyMetrics: before },
      after: { inheritsKeyMetrics },
    })
  })
}
