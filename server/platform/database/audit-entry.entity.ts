import { randomUUID } from 'node:crypto'
import { Column, Entity, Index, PrimaryColumn } from 'typeorm'
import type { AuditAction } from '../../domain/audit.js'
import type { ActsAs } from '../../domain/policy.js'
import { actorId } from '../../domain/viewer.js'
import type { Context } from '../context.js'

/** What a command says of its change; who, when and by which request is added where it is stored. */
export interface AuditEntry {
  readonly action: AuditAction
  /** The node the change is about, if any. */
  readonly nodeId: string | null
  /** The node that what is changed was in, or hung under, before, if it is another one then. */
  readonly fromNodeId?: string | null
  /** The changed entity: a rule, a metric, a user, a node. */
  readonly entityId: string | null
  readonly before: object | null
  readonly after: object | null
  /** Since when it holds, if it is dated back. */
  readonly effectiveAt?: Date
}

/** Append-only: one row per change, written in the transaction of the change. */
@Entity('audit_entry')
@Index('audit_entry_by_time', ['companyId', 'at', 'id'])
@Index('audit_entry_by_node', ['companyId', 'nodeId', 'at', 'id'])
@Index('audit_entry_by_from_node', ['companyId', 'fromNodeId', 'at', 'id'], {
  where: 'from_node_id IS NOT NULL',
})
@Index('audit_entry_by_actor', ['companyId', 'actorId', 'at', 'id'])
@Index('audit_entry_by_entity', ['companyId', 'entityId', 'at', 'id'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('timestamp with time zone', { precision: 3 })
  at: Date

  /** Since when it holds, if it was dated back; null: since then. */
  @Column('timestamp with time zone', { precision: 3, nullable: true })
  effectiveAt: Date | null

  /** The person or the API key; null when the system itself acted: seed, import. */
  @Column('uuid', { nullable: true })
  actorId: string | null

  /** In which capacity: what allowed the change. */
  @Column('text')
  actsAs: ActsAs

  @Column('text')
  requestId: string

  @Column('text')
  action: AuditAction

  @Column('uuid', { nullable: true })
  nodeId: string | null

  /** What was left there is told there too. */
  @Column('uuid', { nullable: true })
  fromNodeId: string | null

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
  actsAs: ActsAs,
  entry: AuditEntry,
): AuditEntryEntity {
  return {
    companyId,
    id: randomUUID(),
    at,
    actorId: actorId(actor),
    effectiveAt: null,
    fromNodeId: null,
    actsAs,
    requestId,
    ...entry,
  }
}
