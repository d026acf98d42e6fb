import { Column, Entity, PrimaryColumn } from 'typeorm'

/** The tenant, and the lock that every change of it takes first. Its name is that of its root node. */
@Entity('company')
export class CompanyEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @Column('bigint')
  configVersion: string

  @Column('timestamp with time zone', { precision: 3 })
  changedAt: Date

  @Column('timestamp with time zone', { precision: 3 })
  createdAt: Date
}
