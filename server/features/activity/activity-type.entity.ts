import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { ActivityTypeStatus } from '../../domain/activity-type.js'
import { CompanyEntity } from '../org/company.entity.js'

/** A kind of fact that can be logged. Undated: it decides no number, where it is enabled does. */
@Entity('activity_type')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'activity_type_company' })
@Unique('activity_type_key', ['companyId', 'key'])
@Check('activity_type_status', `status IN ('ACTIVE', 'ARCHIVED')`)
export class ActivityTypeEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  key: string

  @Column('text')
  name: string

  @Column('text')
  status: ActivityTypeStatus

  @Column('integer')
  version: number
}
