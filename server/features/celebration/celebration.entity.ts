import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { Frequency } from '../../domain/metric.js'
import { MetricEntity } from '../metric/metric.entity.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { UserEntity } from '../people/user.entity.js'

const OWN: [string, string] = ['companyId', 'id']
const STANDING = { unique: true, where: 'withdrawn_at IS NULL' } as const

/**
 * That a node or a person reached the target of a metric in a period. It stands until a correction withdraws it, and is
 * kept then; reached again, there is another. Written by `settleCompany` alone, of a company by one at a time.
 */
@Entity('celebration')
@ForeignKey(() => MetricEntity, ['companyId', 'metricId'], OWN, { name: 'celebration_metric' })
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], OWN, { name: 'celebration_node' })
@ForeignKey(() => UserEntity, ['companyId', 'userId'], OWN, { name: 'celebration_user' })
@Unique('celebration_made', ['companyId', 'madeNumber'])
@Unique('celebration_withdrawn', ['companyId', 'withdrawnNumber'])
@Index(
  'celebration_standing_of_node',
  ['companyId', 'metricId', 'nodeId', 'frequency', 'periodStart'],
  STANDING,
)
@Index(
  'celebration_standing_of_user',
  ['companyId', 'metricId', 'userId', 'frequency', 'periodStart'],
  STANDING,
)
@Index('celebration_withdrawn_in_period', ['companyId', 'metricId', 'frequency', 'periodStart'], {
  where: 'withdrawn_at IS NOT NULL',
})
@Index('celebration_by_time', ['companyId', 'reachedAt', 'id'])
@Index('celebration_by_node', ['companyId', 'nodeId', 'reachedAt', 'id'])
@Index('celebration_by_user', ['companyId', 'userId', 'reachedAt', 'id'])
@Check('celebration_one_owner', '(node_id IS NULL) <> (user_id IS NULL)')
@Check('celebration_end', '(withdrawn_at IS NULL) = (withdrawn_number IS NULL)')
@Check('celebration_frequency', `frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')`)
export class CelebrationEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  metricId: string

  @Column('uuid', { nullable: true })
  nodeId: string | null

  @Column('uuid', { nullable: true })
  userId: string | null

  @Column('text')
  frequency: Frequency

  /** The first day of the period; where the calendar was changed since, a day of it. */
  @Column('date')
  periodStart: string

  /** Both as they were when it was made. */
  @Column('numeric')
  actual: string

  @Column('numeric')
  target: string

  @Column('timestamp with time zone', { precision: 3 })
  reachedAt: Date

  /** Which it is of all that ever happened to celebrations of the company: they commit in this order. */
  @Column('bigint')
  madeNumber: string

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  withdrawnAt: Date | null

  /** Counted on from the same count. */
  @Column('bigint', { nullable: true })
  withdrawnNumber: string | null
}
