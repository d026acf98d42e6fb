import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { CompanyEntity } from '../org/company.entity.js'

/** How far the celebrations of a company have come. */
@Entity('celebration_state')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'celebration_state_company' })
@Index('celebration_state_due', ['dueAt'])
export class CelebrationStateEntity {
  @PrimaryColumn('uuid')
  companyId: string

  /** The periods that were over when this day began have been looked at as such. */
  @Column('date')
  settledUntil: string

  /** When the next period may end; in the past while there is more to look at. */
  @Column('timestamp with time zone')
  dueAt: Date

  /** By which formulas and calendar the past was looked at. */
  @Column('text')
  basis: string

  @Column('bigint')
  latestNumber: string
}
