import { enabledAlong } from '../../domain/activity-type.js'
import { DomainError } from '../../domain/errors.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { close, open } from '../../platform/database/interval.js'
import { assertVersion } from '../../platform/database/version.js'
import { nodeOf, touchNode } from '../org/org-node.version.js'
import { onNode } from '../org/permission.js'
import { pathOf, type TreeNode } from '../org/tree.loaders.js'
import { loadEnablement } from './activity-logger.loaders.js'
import { typeOf } from './activity-type.commands.js'
import { ActivityTypeEnablementEntity } from './activity-type-enablement.entity.js'
import type { ActivityTypeRow } from './activity-type.loaders.js'

/** Which type on which node, and the version of the node that the caller has seen. */
export interface EnablementKey {
  readonly nodeId: string
  readonly activityTypeId: string
  readonly expectedVersion: number
}

/**
 * Offers a type on a node and below, also one that a node above enables: it stays when that one stops. Nothing when
 * the node itself does so already. @throws DomainError NOT_FOUND, INVALID (archived), VERSION_CONFLICT, FORBIDDEN.
 */
export function enableActivityType(ctx: Context, key: EnablementKey): Promise<void> {
  return change(ctx, onNode('configure activity types', key.nodeId), async (tx) => {
    const { node, type, enabledAt } = await situationOf(tx, key)
    assertActive(type)
    if (enabledAt === node.id) return
    assertVersion(node.name, node.version, key.expectedVersion)
    await open(tx, ActivityTypeEnablementEntity, [{ nodeId: node.id, activityTypeId: type.id }])
    await recordOn(tx, 'enableActivityType', node, type)
  })
}

/**
 * Takes back what the node itself enables; nothing when neither it nor a node above does.
 * @throws DomainError NOT_FOUND, INVALID when only a node above does, naming it; VERSION_CONFLICT, FORBIDDEN.
 */
export function disableActivityType(ctx: Context, key: EnablementKey): Promise<void> {
  return change(ctx, onNode('configure activity types', key.nodeId), async (tx) => {
    const { node, type, enabledAt } = await situationOf(tx, key)
    if (enabledAt === undefined) return
    if (enabledAt !== node.id) throw enabledAbove(type, node, await nodeOf(tx, enabledAt))
    assertVersion(node.name, node.version, key.expectedVersion)
    await close(tx, ActivityTypeEnablementEntity, { nodeId: node.id, activityTypeId: type.id })
    await recordOn(tx, 'disableActivityType', node, type)
  })
}

interface Situation {
  readonly node: TreeNode
  readonly type: ActivityTypeRow
  /** The nearest node of the path that enables the type. */
  readonly enabledAt: string | undefined
}

async function situationOf(tx: Change, { nodeId, activityTypeId }: EnablementKey): Promise<Situation> {
  const node = await nodeOf(tx, nodeId)
  const type = await typeOf(tx, activityTypeId)
  const nearest = enabledAlong(await pathOf(tx, nodeId), await loadEnablement(tx, null))
  return { node, type, enabledAt: nearest.get(activityTypeId) }
}

function assertActive({ key, name, status }: ActivityTypeRow): void {
  if (status === 'ACTIVE') return
  const message = `“${name}” (${key}) is archived and offered nowhere. Restore it first.`
  throw new DomainError('INVALID', message, ['activityTypeId'])
}

function enabledAbove({ name }: ActivityTypeRow, node: TreeNode, above: TreeNode): DomainError {
  const message = `“${name}” is enabled on ${above.name} for all below, not on ${node.name} itself. Disable it on ${above.name}.`
  return new DomainError('INVALID', message, ['nodeId'])
}

async function recordOn(
  tx: Change,
  action: 'enableActivityType' | 'disableActivityType',
  { id: nodeId }: TreeNode,
  { id: activityTypeId, key }: ActivityTypeRow,
): Promise<void> {
  await touchNode(tx, nodeId)
  const enabled = { activityTypeId, key }
  const [before, after] = action === 'enableActivityType' ? [null, enabled] : [enabled, null]
  tx.record({ action, nodeId, entityId: activityTypeId, before, after })
}
