import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { Interval } from '../../platform/database/interval.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { UserEntity } from './user.entity.js'

/** In which team a user was, and when: one team at most at any instant. */
@Entity('membership')
@ForeignKey(() => UserEntity, ['companyId', 'userId'], ['companyId', 'id'], { name: 'membership_user' })
@ForeignKey(() => OrgNodeEntity, ['companyId', 'teamId'], ['companyId', 'id'], { name: 'membership_team' })
@Unique('membership_one_end', ['companyId', 'userId', 'validTo'])
@Check('membership_interval', 'valid_from < valid_to')
@Index('membership_by_team', ['companyId', 'teamId'])
export class MembershipEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  userId: string

  @Column('uuid')
  teamId: string
}
