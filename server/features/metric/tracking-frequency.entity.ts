import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Frequency, KeyMetricKind } from '../../domain/metric.js'
import { Interval } from '../../platform/database/interval.js'
import { CompanyEntity } from '../org/company.entity.js'

/** How often the company looks at its key metrics of one kind, and since when. */
@Entity('tracking_frequency')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'tracking_frequency_company' })
@Unique('tracking_frequency_one_end', ['companyId', 'kind', 'validTo'])
@Check('tracking_frequency_kind', `kind IN ('PRIMARY', 'SECONDARY')`)
@Check('tracking_frequency_frequency', `frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')`)
@Check('tracking_frequency_interval', 'valid_from < valid_to')
export class TrackingFrequencyEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('text')
  kind: KeyMetricKind

  @Column('text')
  frequency: Frequency
}
