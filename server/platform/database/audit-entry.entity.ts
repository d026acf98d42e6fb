import { randomUUID } from 'node:crypto'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import { SYSTEM } from '../../domain/policy.js'
import type { Context } from '../context.js'

/** What a command says of its change; who, when and by which request is added where it is stored. */
export interface AuditEntry {
  readonly action: string
  /** The node the change is about, if any. */
  readonly nodeId: string | null
  /** The changed entity: a rule, a metric, a user, a node. */
  readonly entityId: string | null
  readonly before: object | null
  readonly after: object | null
}

/** Append-only: one row per change, written in the transaction of the change. */
@Entity('audit_entry')
@Index('audit_entry_by_time', ['companyId', 'at'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('timestamp with time zone', { precision: 3 })
  at: Date

  /** Null when the system itself acted: seed, import. */
  @Column('uuid', { nullable: true })
  actorId: string | null

  @Column('text')
  requestId: string

  @Column('text')
  action: string

  @Column('uuid', { nullable: true })
  nodeId: string | null

  @Column('uuid', { nullable: true })
  entityId: string | null

  @Column('jsonb', { nullable: true })
  before: object | null

  @Column('jsonb', { nullable: true })
  after: object | null
}

export function auditRow(
  { actor, companyId, requestId }: Context,
  at: Date,
  entry: AuditEntry,
): AuditEntryEntity {
  return {
    companyId,
    id: randomUUID(),
    at,
    actorId: actor === SYSTEM ? null : actor.userId,
    requestId,
    ...entry,
  }
}
