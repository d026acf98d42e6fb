import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm'
import type { OrgLevel } from '../../domain/org-node.js'
import { CompanyEntity } from './company.entity.js'

/**
 * What a node is for ever, and its present name, description and place among its siblings. The company's own node has
 * the company's id.
 */
@Entity('org_node')
@ForeignKey(() => CompanyEntity, ['companyId'], ['companyId'], { name: 'org_node_company' })
@Check('org_node_level', `level IN ('COMPANY', 'DEPARTMENT', 'TEAM')`)
@Check('org_node_root', `(level = 'COMPANY') = (id = company_id)`)
export class OrgNodeEntity {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('text')
  level: OrgLevel

  @Column('text')
  name: string

  @Column('text', { default: '' })
  description: string

  /** Among the siblings that were put in an order; null: behind them, by name. */
  @Column('integer', { nullable: true })
  position: number | null
}
