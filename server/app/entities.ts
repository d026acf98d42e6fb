import { KeyMetricInheritanceEntity } from '../features/key-metric/key-metric-inheritance.entity.js'
import { KeyMetricRuleEntity } from '../features/key-metric/key-metric-rule.entity.js'
import { MetricEntity } from '../features/metric/metric.entity.js'
import { MetricStateEntity } from '../features/metric/metric-state.entity.js'
import { TrackingFrequencyEntity } from '../features/metric/tracking-frequency.entity.js'
import { CompanyEntity } from '../features/org/company.entity.js'
import { OrgNodeEntity } from '../features/org/org-node.entity.js'
import { OrgNodePlacementEntity } from '../features/org/org-node-placement.entity.js'
import { OrgNodeVersionEntity } from '../features/org/org-node-version.entity.js'
import { MembershipEntity } from '../features/people/membership.entity.js'
import { RoleAssignmentEntity } from '../features/people/role-assignment.entity.js'
import { UserEntity } from '../features/people/user.entity.js'
import { CreateKeyMetrics1763800002000 } from '../migrations/1763800002000-create-key-metrics.js'
import { CreateOrganisation1763800000000 } from '../migrations/1763800000000-create-organisation.js'
import { CreatePeople1763800001000 } from '../migrations/1763800001000-create-people.js'
import { AuditEntryEntity } from '../platform/database/audit-entry.entity.js'

export const entities = [
  AuditEntryEntity,
  CompanyEntity,
  KeyMetricInheritanceEntity,
  KeyMetricRuleEntity,
  MembershipEntity,
  MetricEntity,
  MetricStateEntity,
  OrgNodeEntity,
  OrgNodePlacementEntity,
  OrgNodeVersionEntity,
  RoleAssignmentEntity,
  TrackingFrequencyEntity,
  UserEntity,
]

export const migrations = [
  CreateOrganisation1763800000000,
  CreatePeople1763800001000,
  CreateKeyMetrics1763800002000,
]
