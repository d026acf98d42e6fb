import { Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * What was done on one day on a node and below it, by the node it hung under then; the company hangs under itself.
 * The sum over the slots is what counts: they keep writers from waiting for each other.
 */
@Entity('activity_node_rollup')
@Index('activity_node_rollup_by_parent', ['companyId', 'parentId', 'day'])
export class ActivityNodeRollupEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  nodeId: string

  @PrimaryColumn('date')
  day: string

  @PrimaryColumn('uuid')
  parentId: string

  @PrimaryColumn('uuid')
  activityTypeId: string

  @PrimaryColumn('text')
  label: string

  @PrimaryColumn('smallint')
  slot: number

  @Column('numeric')
  quantity: string

  @Column('numeric')
  amount: string
}
