import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { KeyMetricLock, RuleEffect, RuleReach } from '../../domain/key-metric-rule.js'
import type { KeyMetricKind } from '../../domain/metric.js'
import { Interval } from '../../platform/database/interval.js'
import { MetricEntity } from '../metric/metric.entity.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'

/** What a node said of a metric, and when. `id` names the rule across its changes. */
@Entity('key_metric_rule')
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], {
  name: 'key_metric_rule_node',
})
@ForeignKey(() => MetricEntity, ['companyId', 'metricId'], ['companyId', 'id'], {
  name: 'key_metric_rule_metric',
})
@Unique('key_metric_rule_one_end', ['companyId', 'nodeId', 'metricId', 'validTo'])
@Check('key_metric_rule_effect', `effect IN ('ADD', 'HIDE', 'OVERRIDE')`)
@Check('key_metric_rule_kind', `kind IN ('PRIMARY', 'SECONDARY')`)
@Check('key_metric_rule_reach', `reach IN ('NODE_AND_BELOW', 'NODE_ONLY')`)
@Check('key_metric_rule_locks', `locks <@ ARRAY['ADD', 'HIDE', 'KIND', 'LABEL', 'POSITION']`)
@Check('key_metric_rule_locks_reach', `reach = 'NODE_AND_BELOW' OR locks = '{}'`)
@Check('key_metric_rule_interval', 'valid_from < valid_to')
@Index('key_metric_rule_by_metric', ['companyId', 'metricId'])
export class KeyMetricRuleEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  nodeId: string

  @Column('uuid')
  metricId: string

  @Column('text')
  effect: RuleEffect

  @Column('text', { nullable: true })
  kind: KeyMetricKind | null

  @Column('text', { nullable: true })
  label: string | null

  @Column('integer', { nullable: true })
  position: number | null

  @Column('text')
  reach: RuleReach

  @Column('text', { array: true })
  locks: KeyMetricLock[]
}
