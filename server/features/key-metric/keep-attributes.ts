import type { KeyMetricRule, RuleContent } from '../../domain/key-metric-rule.js'
import { attributesToKeepSince, type Restatement } from '../../domain/past-rule-removal.js'
import type { NodeConfiguration } from '../../domain/resolution.js'
import { attributesToKeep } from '../../domain/rule-removal.js'
import type { Change } from '../../platform/database/change.js'
import { isDatedBack } from '../../platform/database/dated-back.js'
import { touchNodes } from '../org/org-node.version.js'
import { loadTree } from '../org/tree.loaders.js'
import type { Configuration } from './configuration.loaders.js'
import { loadRuleHistory } from './rule-history.loaders.js'
import { writeRule } from './write-rule.js'

interface Replacement {
  readonly replaced: KeyMetricRule
  /** Null is no rule. */
  readonly by: RuleContent | null
}

/** Before a rule is replaced: writes into what survives below it what it would lose. semantics.md §3. */
export async function keepAttributesBelow(
  tx: Change,
  { nodes }: Configuration,
  replacement: Replacement,
): Promise<void> {
  const restatements = isDatedBack(tx)
    ? await restatedSince(tx, replacement)
    : restatedNow(tx, [...nodes.values()], replacement)
  for (const { at, before, after } of restatements) {
    const { nodeId, metricId } = before
    const then = { ...tx, at: new Date(at) }
    await writeRule(then, 'keepKeyMetricAttributes', { nodeId, metricId, own: before }, after)
  }
  await touch(tx, new Set(restatements.map(({ before }) => before.nodeId)))
}

function restatedNow(
  { at }: Change,
  nodes: readonly NodeConfiguration[],
  { replaced, by }: Replacement,
): Restatement[] {
  return attributesToKeep(nodes, replaced, by).map(({ rule, attributes }) => ({
    at: at.getTime(),
    before: rule,
    after: { ...rule, ...attributes },
  }))
}

async function restatedSince(tx: Change, { replaced, by }: Replacement): Promise<Restatement[]> {
  const from = tx.at.getTime()
  const history = await loadRuleHistory(tx, replaced.metricId)
  const interval = history.rules.find((rule) => rule.id === replaced.id && rule.from <= from)!
  return attributesToKeepSince(history, { ...replaced, from, to: interval.to }, by)
}

/** Also nodes that there were not yet, or are no more, at the instant of the change. */
async function touch(tx: Change, nodeIds: ReadonlySet<string>): Promise<void> {
  if (nodeIds.size === 0) return
  const then = await loadTree(tx, null)
  const now = await loadTree(tx.made ?? tx, null)
  await touchNodes(
    tx,
    [...nodeIds].flatMap((id) => now.get(id) ?? then.get(id) ?? []),
  )
}
