import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { CompanyEntity } from '../org/company.entity.js'
import type { DataVisibility, UserStatus } from '../../domain/user.js'

@Entity('app_user')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'app_user_company' })
@Unique('app_user_email', ['companyId', 'email'])
@Index('app_user_by_email', ['email'])
// In the collation of lists, which an entity cannot say: the migration has it.
@Index('app_user_in_order_of_name', ['companyId', 'name', 'id'])
@Index('app_user_in_order_of_email', ['companyId', 'email', 'id'])
@Index('app_user_in_order_of_change', ['companyId', 'changedAt', 'id'])
@Check('app_user_status', `status IN ('ACTIVE', 'DEACTIVATED', 'INVITED')`)
@Check('app_user_data_visibility', `data_visibility IN ('VISIBLE', 'HIDDEN')`)
export class UserEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  /** Lower case; identifies the person in the company. */
  @Column('text')
  email: string

  @Column('text')
  name: string

  @Column('text')
  status: UserStatus

  @Column('text')
  dataVisibility: DataVisibility

  @Column('integer')
  version: number

  @Column('timestamp with time zone', { precision: 3 })
  changedAt: Date

  /** Credentials issued before it count no more. Null: none was ever taken back. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  tokensValidFrom: Date | null
}
