import { Check, Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Interval } from '../../platform/database/interval.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'

/** Whether a node inherited key metrics, and when. A node without a row inherits. */
@Entity('key_metric_inheritance')
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], {
  name: 'key_metric_inheritance_node',
})
@Unique('key_metric_inheritance_one_end', ['companyId', 'nodeId', 'validTo'])
@Check('key_metric_inheritance_interval', 'valid_from < valid_to')
export class KeyMetricInheritanceEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  nodeId: string

  @Column('boolean')
  inherits: boolean
}
