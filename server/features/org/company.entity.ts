import { Check, Column, Entity, PrimaryColumn } from 'typeorm'
import type { KeyMetricDelegation } from '../../domain/viewer.js'

/** The tenant, and the lock that every change of it takes first. Its name is that of its root node. */
@Entity('company')
@Check('company_key_metric_delegation', `key_metric_delegation IN ('NONE', 'HIDE_AND_ADD')`)
export class CompanyEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @Column('bigint')
  configVersion: string

  @Column('timestamp with time zone', { precision: 3 })
  changedAt: Date

  @Column('timestamp with time zone', { precision: 3 })
  createdAt: Date

  @Column('text', { default: 'NONE' })
  keyMetricDelegation: KeyMetricDelegation
}
