import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Interval } from '../../platform/database/interval.js'
import { OrgNodeEntity } from './org-node.entity.js'

/** Where a node hung, and when. A node without a placement at an instant did not exist then. */
@Entity('org_node_placement')
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], {
  name: 'org_node_placement_node',
})
@ForeignKey(() => OrgNodeEntity, ['companyId', 'parentId'], ['companyId', 'id'], {
  name: 'org_node_placement_parent',
})
@Unique('org_node_placement_one_end', ['companyId', 'nodeId', 'validTo'])
@Check('org_node_placement_interval', 'valid_from < valid_to')
@Check('org_node_placement_parent_is_other', 'parent_id <> node_id')
export class OrgNodePlacementEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  nodeId: string

  /** Null for the company only. */
  @Column('uuid', { nullable: true })
  parentId: string | null
}
