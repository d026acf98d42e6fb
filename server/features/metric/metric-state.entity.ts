import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { KeyMetricKind, MetricStatus } from '../../domain/metric.js'
import { Interval } from '../../platform/database/interval.js'
import { MetricEntity } from './metric.entity.js'

/** What decides where a metric belongs, and is therefore dated: whether it is archived, and its default kind. */
@Entity('metric_state')
@ForeignKey(() => MetricEntity, ['companyId', 'metricId'], ['companyId', 'id'], {
  name: 'metric_state_metric',
})
@Unique('metric_state_one_end', ['companyId', 'metricId', 'validTo'])
@Check('metric_state_status', `status IN ('ACTIVE', 'ARCHIVED')`)
@Check('metric_state_default_kind', `default_kind IN ('PRIMARY', 'SECONDARY')`)
@Check('metric_state_interval', 'valid_from < valid_to')
export class MetricStateEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  metricId: string

  @Column('text')
  status: MetricStatus

  @Column('text')
  defaultKind: KeyMetricKind

  /** Dated with the state it counts: who read an older state must not be told a newer version. */
  @Column('integer')
  version: number
}
