import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm'

/** A request with an idempotency key that changed something, or was answered. */
@Entity('idempotent_request')
@Check('idempotent_request_key', 'length(key_sha256) = 32')
@Check('idempotent_request_request', 'length(request_sha256) = 32')
@Index('idempotent_request_by_age', ['companyId', 'at'])
export class IdempotentRequestEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('bytea')
  keySha256: Buffer

  /** Of what was asked, and by whom. */
  @Column('bytea')
  requestSha256: Buffer

  /** Which of the requests with this key was the first to change something or to be answered. */
  @Column('uuid')
  attempt: string

  /** What was answered, sealed with the key; null: it changed something, and its answer is on the way, or was lost. */
  @Column('bytea', { nullable: true })
  outcome: Buffer | null

  @Column('timestamp with time zone', { precision: 3 })
  at: Date
}
