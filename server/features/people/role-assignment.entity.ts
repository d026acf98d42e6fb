import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm'
import type { Role } from '../../domain/viewer.js'
import { Interval } from '../../platform/database/interval.js'
import { OrgNodeEntity } from '../org/org-node.entity.js'
import { UserEntity } from './user.entity.js'

/** What a user may do on a node, and since when. A user may hold several. */
@Entity('role_assignment')
@ForeignKey(() => UserEntity, ['companyId', 'userId'], ['companyId', 'id'], { name: 'role_assignment_user' })
@ForeignKey(() => OrgNodeEntity, ['companyId', 'nodeId'], ['companyId', 'id'], {
  name: 'role_assignment_node',
})
@Unique('role_assignment_one_end', ['companyId', 'userId', 'nodeId', 'role', 'validTo'])
@Check('role_assignment_role', `role IN ('ADMIN', 'MANAGER')`)
@Check('role_assignment_interval', 'valid_from < valid_to')
@Index('role_assignment_by_node', ['companyId', 'nodeId'])
export class RoleAssignmentEntity extends Interval {
  @PrimaryColumn('uuid')
  companyId: string

  @PrimaryColumn('uuid')
  id: string

  @Column('uuid')
  userId: string

  @Column('uuid')
  nodeId: string

  @Column('text')
  role: Role
}
