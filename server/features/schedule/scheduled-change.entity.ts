import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { UserEntity } from '../people/user.entity.js'

export const SCHEDULED_CHANGE_STATUSES = ['UPCOMING', 'APPLIED', 'CANCELLED', 'FAILED'] as const
export type ScheduledChangeStatus = (typeof SCHEDULED_CHANGE_STATUSES)[number]

/** A mutation that is to be made at a later instant. Kept when it has ended: it is told of. */
@Entity('scheduled_change')
@ForeignKey(() => UserEntity, ['companyId', 'scheduledBy'], ['companyId', 'id'], {
  name: 'scheduled_change_by',
})
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], {
  name: 'scheduled_change_node',
})
@Check('scheduled_change_status', `status IN ('UPCOMING', 'APPLIED', 'CANCELLED', 'FAILED')`)
@Check('scheduled_change_end', `(status = 'UPCOMING') = (ended_at IS NULL)`)
@Check('scheduled_change_failure', `(status = 'FAILED') = (failure IS NOT NULL)`)
@Index('scheduled_change_by_date', ['companyId', 'effectiveAt', 'id'])
@Index('scheduled_change_due', ['effectiveAt'], { where: `status = 'UPCOMING'` })
export class ScheduledChangeEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  mutation: string

  /** As it came in, without the date. */
  @Column('jsonb')
  input: object

  @Column('timestamp with time zone', { precision: 3 })
  effectiveAt: Date

  @Column('text')
  status: ScheduledChangeStatus

  /** As whom it is made. */
  @Column('uuid')
  scheduledBy: string

  @Column('timestamp with time zone', { precision: 3 })
  scheduledAt: Date

  /** When it was made, was given up or failed; null: it is to come. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  endedAt: Date | null

  /** Why it could not be made. */
  @Column('text', { nullable: true })
  failure: string | null

  /** The node it is about, if any: who sees that one whole sees it coming. */
  @Column('uuid', { nullable: true })
  nodeId: string | null

  @Column('integer')
  version: number
}
