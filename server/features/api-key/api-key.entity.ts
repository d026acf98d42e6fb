import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { ApiKeyScope } from '../../domain/viewer.js'
import { CompanyEntity } from '../org/company.entity.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { UserEntity } from '../people/user.entity.js'

const SCOPES = `scopes <@ ARRAY['READ_ORGANIZATION', 'READ_PEOPLE', 'READ_NUMBERS', 'READ_AUDIT_LOG', 'WRITE_ACTIVITIES', 'WRITE_TARGETS', 'WRITE_KEY_METRICS', 'WRITE_METRICS', 'WRITE_ORGANIZATION'] AND scopes <> '{}'`

/** What an integration may do. Kept when it has ended: the audit log speaks of it. */
@Entity('api_key')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'api_key_company' })
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], { name: 'api_key_node' })
@ForeignKey(() => UserEntity, ['companyId', 'createdBy'], ['companyId', 'id'], { name: 'api_key_creator' })
@Check('api_key_scopes', SCOPES)
export class ApiKeyEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  name: string

  @Column('text', { array: true })
  scopes: ApiKeyScope[]

  /** Null: the whole company. */
  @Column('uuid', { nullable: true })
  nodeId: string | null

  @Column('timestamp with time zone', { precision: 3 })
  createdAt: Date

  /** Null: the system. */
  @Column('uuid', { nullable: true })
  createdBy: string | null

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  expiresAt: Date | null

  @Column('timestamp with time zone', { precision: 3, nullable: true })
  revokedAt: Date | null

  @Column('integer')
  version: number
}
