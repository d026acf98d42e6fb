import { Check, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm'
import { Interval } from '../../platform/database/interval.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { ActivityTypeEntity } from './activity-type.entity.js'

/** That a node itself enabled an activity type, for what is below it as well, and when. */
@Entity('activity_type_enablement')
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], {
  name: 'activity_type_enablement_node',
})
@ForeignKey(() => ActivityTypeEntity, ['companyId', 'activityTypeId'], ['companyId', 'id'], {
  name: 'activity_type_enablement_type',
})
@Unique('activity_type_enablement_one_end', ['companyId', 'nodeId', 'activityTypeId', 'validTo'])
@Check('activity_type_enablement_interval', 'valid_from < valid_to')
export class ActivityTypeEnablementEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  nodeId: string

  @PrimaryColumn('uuid')
  activityTypeId: string
}
