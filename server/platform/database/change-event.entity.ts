import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'

/**
 * What changed. CONFIGURATION: anything that makes a new version of the company, so also who may see what.
 * CELEBRATIONS: what followed from other events, told by whoever settled them.
 */
export const TOPICS = ['CONFIGURATION', 'ACTIVITIES', 'TARGETS', 'CELEBRATIONS'] as const
export type Topic = (typeof TOPICS)[number]

/**
 * What a transaction changed of what pages show, written in that transaction: whoever has to be told, or has to look at
 * what follows from it, reads it from here once it is committed. Kept for a few minutes after that.
 */
@Entity('change_event')
@Check('change_event_topic', `topic IN ('CONFIGURATION', 'ACTIVITIES', 'TARGETS', 'CELEBRATIONS')`)
@Index('change_event_unsettled', ['companyId'], { where: 'settled_at IS NULL' })
@Index('change_event_settled', ['settledAt'], { where: 'settled_at IS NOT NULL' })
export class ChangeEventEntity {
  @PrimaryColumn('uuid')
  companyId: string

  /** An xid8. Ids are given in the order in which transactions begin to write, not in that in which they commit. */
  @PrimaryColumn('bigint')
  transaction: string

  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  topic: Topic

  /**
   * ACTIVITIES: the nodes whose sums changed, those above included. TARGETS: the nodes whose targets changed, and the
   * teams, present and past, of people whose did, without those above. CONFIGURATION: none, since it reaches all.
   * CELEBRATIONS: the nodes that celebrate, and the teams of people who do.
   */
  @Column('uuid', { array: true })
  nodeIds: string[]

  @Column('uuid', { array: true })
  userIds: string[]

  /** ACTIVITIES: on which something was done. TARGETS: the first of each period. CONFIGURATION: none. */
  @Column('date', { array: true })
  days: string[]

  /** TARGETS: of these metrics. Otherwise none. */
  @Column('uuid', { array: true })
  metricIds: string[]

  @Column('timestamp with time zone', { precision: 3 })
  at: Date

  /** When it was looked at for what follows from it; null: not yet. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  settledAt: Date | null
}
