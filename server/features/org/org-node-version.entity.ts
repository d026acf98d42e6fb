import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Interval } from '../../platform/database/interval.js'
import { OrgNodeEntity } from './org-node.entity.js'

/**
 * How often a node, or what it says of key metrics, has changed. Dated like what it counts: whoever read an older
 * state must not be told a newer version, or could overwrite what they never saw.
 */
@Entity('org_node_version')
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], {
  name: 'org_node_version_node',
})
@Unique('org_node_version_one_end', ['companyId', 'nodeId', 'validTo'])
@Check('org_node_version_interval', 'valid_from < valid_to')
export class OrgNodeVersionEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  nodeId: string

  @Column('integer')
  version: number
}
