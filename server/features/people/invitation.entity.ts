import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import { UserEntity } from './user.entity.js'

/** A link that was sent to a person. Only its SHA-256 is kept: who reads the table can accept nothing. */
@Entity('invitation')
@ForeignKey(() => UserEntity, ['companyId', 'userId'], ['companyId', 'id'], { name: 'invitation_user' })
@Unique('invitation_sha256', ['companyId', 'sha256'])
@Check('invitation_sha256_length', 'length(sha256) = 32')
@Index('invitation_by_user', ['companyId', 'userId'])
export class InvitationEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  userId: string

  @Column('bytea')
  sha256: Buffer

  @Column('timestamp with time zone', { precision: 3 })
  createdAt: Date

  @Column('timestamp with time zone', { precision: 3 })
  expiresAt: Date

  /** When it was accepted, taken back or replaced by another; null: not yet. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  endedAt: Date | null
}
