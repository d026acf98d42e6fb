import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import type { Frequency } from '../../domain/metric.js'
import { MetricEntity } from '../metric/metric.entity.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { UserEntity } from '../people/user.entity.js'

const OWN: [string, string] = ['companyId', 'id']

/**
 * What somebody set for a metric on a node or a person in a period. One that carries forward holds for every later
 * period of its frequency until a later row that does; one that does not holds for its own period, after which what was
 * carried before holds again.
 */
@Entity('target')
@ForeignKey(() => MetricEntity, ['companyId', 'metricId'], OWN, { name: 'target_metric' })
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], OWN, { name: 'target_node' })
@ForeignKey(() => UserEntity, ['companyId', 'userId'], OWN, { name: 'target_user' })
@ForeignKey(() => UserEntity, ['companyId', 'setBy'], OWN, { name: 'target_set_by' })
@Unique('target_of_node', ['companyId', 'metricId', 'nodeId', 'frequency', 'periodStart'])
@Unique('target_of_user', ['companyId', 'metricId', 'userId', 'frequency', 'periodStart'])
@Check('target_one_owner', '(node_id IS NULL) <> (user_id IS NULL)')
@Check('target_frequency', `frequency IN ('DAILY', 'WEEKLY', 'MONTHLY', 'QUARTERLY', 'YEARLY')`)
export class TargetEntity {
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

  /** Null: it was reset, and there is none of its own. */
  @Column('numeric', { precision: 21, scale: 6, nullable: true })
  amount: string | null

  @Column('boolean')
  carriesForward: boolean

  /** Null: an API key, or the system. */
  @Column('uuid', { nullable: true })
  setBy: string | null

  @Column('timestamp with time zone', { precision: 3 })
  setAt: Date

  @Column('integer')
  version: number
}
