import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import { MetricEntity } from '../metric/metric.entity.js'

/** How often targets of a metric were set: by this a process knows whether what it keeps of them still holds. */
@Entity('target_version')
@ForeignKey(() => MetricEntity, ['companyId', 'metricId'], ['companyId', 'id'], {
  name: 'target_version_metric',
})
export class TargetVersionEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  metricId: string

  /** No row is 0. */
  @Column('integer')
  version: number
}
