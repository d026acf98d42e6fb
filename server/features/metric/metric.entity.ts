import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { MetricDirection } from '../../domain/metric.js'
import { CompanyEntity } from '../org/company.entity.js'

/** A catalogue entry: what it is for ever (key) and what it is called at present. */
@Entity('metric')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'metric_company' })
@Unique('metric_key', ['companyId', 'key'])
@Check('metric_direction', `direction IN ('INCREASE', 'DECREASE')`)
export class MetricEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  key: string

  @Column('text')
  name: string

  @Column('text')
  description: string

  @Column('text')
  unit: string

  @Column('text')
  direction: MetricDirection
}
