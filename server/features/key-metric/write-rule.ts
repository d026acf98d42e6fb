import { randomUUID } from 'node:crypto'
import type { AuditAction } from '../../domain/audit.js'
import type { KeyMetricRule, RuleContent } from '../../domain/key-metric-rule.js'
import type { Change } from '../../platform/database/change.js'
import { isDatedBack } from '../../platform/database/dated-back.js'
import { close, open } from '../../platform/database/interval.js'
import { KeyMetricRuleEntity } from './key-metric-rule.entity.js'

/** Of which node and metric, and what the node says of it so far; null is nothing. */
export interface Written {
  readonly nodeId: string
  readonly metricId: string
  readonly own: KeyMetricRule | null
}

/** Closes what holds at the instant of the change and opens what shall; null is no rule. The node's version is left. */
export async function writeRule(
  tx: Change,
  action: AuditAction,
  { nodeId, metricId, own }: Written,
  content: RuleContent | null,
): Promise<void> {
  const id = own?.id ?? randomUUID()
  if (own) await close(tx, KeyMetricRuleEntity, { nodeId, metricId })
  if (content) {
    const { effect, kind, label, position, reach, locks } = content
    await open(tx, KeyMetricRuleEntity, [
      { id, nodeId, metricId, effect, kind, label, position, reach, locks: [...locks] },
    ])
  }
  tx.record({
    action,
    nodeId,
    entityId: id,
    before: own && { metricId, ...contentOf(own) },
    after: content && { metricId, ...contentOf(content) },
    ...(isDatedBack(tx) && { effectiveAt: tx.at }),
  })
}

function contentOf({ effect, kind, label, position, reach, locks }: RuleContent): RuleContent {
  return { effect, kind, label, position, reach, locks }
}
