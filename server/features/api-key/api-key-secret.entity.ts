import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm'
import { ApiKeyEntity } from './api-key.entity.js'

/** By what a key is recognised when it is sent; what was sent cannot be made from it. */
@Entity('api_key_secret')
@ForeignKey(() => ApiKeyEntity, ['companyId', 'keyId'], ['companyId', 'id'], { name: 'api_key_secret_key' })
@Check('api_key_secret_sha256', 'length(sha256) = 32')
@Index('api_key_secret_by_key', ['companyId', 'keyId'])
export class ApiKeySecretEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('bytea')
  sha256: Buffer

  @Column('uuid')
  keyId: string

  /** To tell one from another by. They are of the checksum. */
  @Column('text')
  lastCharacters: string

  @Column('timestamp with time zone', { precision: 3 })
  createdAt: Date

  /** Null until it is replaced; the key itself may end before. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  expiresAt: Date | null

  /** To the minute. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  lastUsedAt: Date | null
}
