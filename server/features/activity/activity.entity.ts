import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { UserEntity } from '../people/user.entity.js'
import { ActivityTypeEntity } from './activity-type.entity.js'

/** One logged fact. Its credit is that of the instant it happened, and moves only with a correction or a link. */
@Entity('activity')
@ForeignKey(() => ActivityTypeEntity, ['companyId', 'activityTypeId'], ['companyId', 'id'], {
  name: 'activity_type_of',
})
@ForeignKey(() => UserEntity, ['companyId', 'userId'], ['companyId', 'id'], { name: 'activity_user' })
@ForeignKey(() => OrgNodeEntity, ['companyId', 'teamId'], ['companyId', 'id'], { name: 'activity_team' })
@ForeignKey(() => OrgNodeEntity, ['companyId', 'departmentId'], ['companyId', 'id'], {
  name: 'activity_department',
})
@Unique('activity_external_id', ['companyId', 'source', 'externalId'])
@Check('activity_somebody', 'user_id IS NOT NULL OR person_reference IS NOT NULL')
@Check('activity_credit', 'team_id IS NOT NULL OR department_id IS NULL')
@Index('activity_by_team', ['companyId', 'teamId', 'occurredAt', 'id'])
@Index('activity_by_user', ['companyId', 'userId', 'occurredAt', 'id'])
@Index('activity_unlinked', ['companyId', 'source', 'personReference'], { where: 'user_id IS NULL' })
export class ActivityEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  activityTypeId: string

  /** Null: of somebody nobody knows yet, whom `personReference` names. */
  @Column('uuid', { nullable: true })
  userId: string | null

  /** What the source calls the person. */
  @Column('text', { nullable: true })
  personReference: string | null

  @Column('uuid', { nullable: true })
  teamId: string | null

  @Column('uuid', { nullable: true })
  departmentId: string | null

  @Column('text', { default: '' })
  label: string

  @Column('numeric', { precision: 21, scale: 6 })
  quantity: string

  @Column('numeric', { precision: 21, scale: 6, nullable: true })
  amount: string | null

  @Column('timestamp with time zone', { precision: 3 })
  occurredAt: Date

  /** On which it counts, by the calendar of the company when it was recorded. */
  @Column('date')
  day: string

  @Column('timestamp with time zone', { precision: 3 })
  recordedAt: Date

  @Column('text')
  source: string

  /** Null: the source has none, and cannot repeat itself. */
  @Column('text', { nullable: true })
  externalId: string | null

  @Column('text', { default: '' })
  note: string

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  voidedAt: Date | null

  @Column('integer')
  version: number
}
