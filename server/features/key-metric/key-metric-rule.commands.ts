import type { AuditAction } from '../../domain/audit.js'
import { DomainError } from '../../domain/errors.js'
import {
  sameLocks,
  sameRuleContent,
  validRuleContent,
  type LockPreset,
  type RuleContent,
  type RuleReach,
} from '../../domain/key-metric-rule.js'
import { receivedState } from '../../domain/resolution.js'
import {
  addition,
  assertTakesEffect,
  hiding,
  locking,
  overriding,
  type AttributeChanges,
  type Situation,
} from '../../domain/rule-change.js'
import type { Context } from '../../platform/context.js'
import { change, type Change } from '../../platform/database/change.js'
import { assertVersion } from '../../platform/database/version.js'
import { loadArrival, loadCatalogue, type MetricRow } from '../metric/metric.loaders.js'
import { loadTree } from '../org/tree.loaders.js'
import { nodeOf, touchNode } from '../org/org-node.version.js'
import { onNode } from '../org/permission.js'
import { loadConfiguration, type Configuration } from './configuration.loaders.js'
import { keepAttributesBelow } from './keep-attributes.js'
import { writeRule } from './write-rule.js'

/** Which rule, and the version of the node that the caller has seen. */
export interface RuleKey {
  readonly nodeId: string
  readonly metricId: string
  readonly expectedVersion: number
}

type Reached = { readonly reach?: RuleReach }

/** @throws DomainError ALREADY_EFFECTIVE, HIDDEN_HERE, LOCKED, INVALID and those of `changeRule`. */
export function addKeyMetric(
  ctx: Context,
  {
    nodeId,
    metricId,
    expectedVersion,
    ...changes
  }: RuleKey & AttributeChanges & Reached & { readonly pin?: boolean },
): Promise<void> {
  return changeRule(ctx, 'addKeyMetric', { nodeId, metricId, expectedVersion }, (found) =>
    addition(found, changes),
  )
}

/** @throws DomainError NOT_EFFECTIVE, LOCKED and those of `changeRule`. */
export function hideKeyMetric(ctx: Context, { reach, ...key }: RuleKey & Reached): Promise<void> {
  return changeRule(ctx, 'hideKeyMetric', key, (found) => hiding(found, reach))
}

/** @throws DomainError NOT_EFFECTIVE, HIDDEN_HERE, LOCKED, INVALID and those of `changeRule`. */
export function overrideKeyMetric(
  ctx: Context,
  { nodeId, metricId, expectedVersion, ...changes }: RuleKey & AttributeChanges & Reached,
): Promise<void> {
  const key = { nodeId, metricId, expectedVersion }
  return changeRule(ctx, 'overrideKeyMetric', key, (found) => overriding(found, changes))
}

/** @throws DomainError NOT_EFFECTIVE, HIDDEN_HERE, LOCKED, INVALID and those of `changeRule`. */
export function lockKeyMetric(
  ctx: Context,
  { preset, ...key }: RuleKey & { readonly preset: LockPreset },
): Promise<void> {
  return changeRule(ctx, 'lockKeyMetric', key, (found) => locking(found, preset))
}

/** Back to what is inherited. @throws DomainError those of `changeRule`. */
export function removeKeyMetricRule(ctx: Context, key: RuleKey): Promise<void> {
  return changeRule(ctx, 'removeKeyMetricRule', key, () => null)
}

/**
 * One rule from what it is to what `decide` says; null is no rule. What survives below keeps the attributes it had, if
 * the rule no longer speaks for those below: semantics.md §3. Changes nothing, and asks for no version, when it
 * is so already. @throws DomainError NOT_FOUND, VERSION_CONFLICT, FORBIDDEN; whatever `decide` throws.
 */
function changeRule(
  ctx: Context,
  action: AuditAction,
  { nodeId, metricId, expectedVersion }: RuleKey,
  decide: (found: Situation) => RuleContent | null,
): Promise<void> {
  const permission = action === 'lockKeyMetric' ? 'lock key metrics' : 'configure key metrics'
  return change(ctx, onNode(permission, nodeId), async (tx) => {
    const { version, name } = await nodeOf(tx, nodeId)
    const configuration = await loadConfiguration(tx, null)
    const found = await situationOf(tx, configuration, nodeId, metricId)
    const decided = decide(found)
    const content = decided && validRuleContent(decided)
    if (isAlreadySo(configuration, found.own, content)) return
    if (!sameLocks(found.own, content)) await onNode('lock key metrics', nodeId)(tx)
    if (content) assertTakesEffect(found, content)
    assertVersion(name, version, expectedVersion)
    if (found.own) await keepAttributesBelow(tx, configuration, { replaced: found.own, by: content })
    await writeRule(tx, action, { nodeId, metricId, own: found.own }, content)
    await touchNode(tx, nodeId)
  })
}

function isAlreadySo(
  { resolution }: Configuration,
  own: Situation['own'],
  content: RuleContent | null,
): boolean {
  if (own === null || content === null) return own === content
  return sameRuleContent(own, content) && resolution(own.nodeId)?.dormant.has(own.id) === false
}

async function situationOf(
  tx: Change,
  { nodes, resolution }: Configuration,
  nodeId: string,
  metricId: string,
): Promise<Situation> {
  const tree = await loadTree(tx, null)
  const metric = await metricOf(tx, metricId)
  const node = nodes.get(nodeId)!
  const nameOf = (id: string) => tree.get(id)?.name ?? id
  return {
    node,
    nodeName: nameOf(nodeId),
    metricId,
    metricName: metric.name,
    isArchived: metric.status === 'ARCHIVED',
    received: receivedState(node.parentId === null ? null : resolution(node.parentId), node, metricId),
    own: node.rules.find((rule) => rule.metricId === metricId) ?? null,
    nameOf,
  }
}

async function metricOf(tx: Change, metricId: string): Promise<MetricRow> {
  const metric = (await loadCatalogue(tx, null)).get(metricId)
  if (metric) return metric
  const present = tx.made && (await loadCatalogue(tx.made, null)).get(metricId)
  const arrival = present && (await loadArrival(tx, metricId, tx.at))
  if (arrival) {
    const message = `effectiveAt is ${tx.at.toISOString()}; “${present.name}” was created at ${arrival.toISOString()}. Choose that instant or a later one.`
    throw new DomainError('INVALID', message, ['effectiveAt'])
  }
  throw new DomainError('NOT_FOUND', 'There is no such metric; read `metrics` for those there are.', [
    'metricId',
  ])
}
