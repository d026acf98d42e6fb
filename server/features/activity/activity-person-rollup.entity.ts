import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** What one person did on one day, by the team it counts to, or the company where there was none. */
@Entity('activity_person_rollup')
@Index('activity_person_rollup_by_node', ['companyId', 'nodeId', 'day'])
export class ActivityPersonRollupEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  userId: string

  @PrimaryColumn('date')
  day: string

  @PrimaryColumn('uuid')
  nodeId: string

  @PrimaryColumn('uuid')
  activityTypeId: string

  @PrimaryColumn('text')
  label: string

  @Column('numeric')
  quantity: string

  @Column('numeric')
  amount: string
}
