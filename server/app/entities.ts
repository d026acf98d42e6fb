import { ActivityEntity } from '../features/activity/activity.entity.js'
import { ActivityNodeRollupEntity } from '../features/activity/activity-node-rollup.entity.js'
import { ActivityPersonRollupEntity } from '../features/activity/activity-person-rollup.entity.js'
import { ActivityTypeEntity } from '../features/activity/activity-type.entity.js'
import { ActivityTypeEnablementEntity } from '../features/activity/activity-type-enablement.entity.js'
import { MetricFormulaEntity } from '../features/activity/metric-formula.entity.js'
import { MetricFormulaTypeEntity } from '../features/activity/metric-formula-type.entity.js'
import { PersonAliasEntity } from '../features/activity/person-alias.entity.js'
import { ApiKeyEntity } from '../features/api-key/api-key.entity.js'
import { ApiKeySecretEntity } from '../features/api-key/api-key-secret.entity.js'
import { CelebrationEntity } from '../features/celebration/celebration.entity.js'
import { CelebrationStateEntity } from '../features/celebration/celebration-state.entity.js'
import { CompanyCalendarEntity } from '../features/calendar/company-calendar.entity.js'
import { KeyMetricInheritanceEntity } from '../features/key-metric/key-metric-inheritance.entity.js'
import { KeyMetricRuleEntity } from '../features/key-metric/key-metric-rule.entity.js'
import { MetricEntity } from '../features/metric/metric.entity.js'
import { MetricStateEntity } from '../features/metric/metric-state.entity.js'
import { TrackingFrequencyEntity } from '../features/metric/tracking-frequency.entity.js'
import { CompanyEntity } from '../features/org/company.entity.js'
import { OrgNodeEntity } from '../features/org/org-node.entity.js'
import { OrgNodePlacementEntity } from '../features/org/org-node-placement.entity.js'
import { OrgNodeVersionEntity } from '../features/org/org-node-version.entity.js'
import { InvitationEntity } from '../features/people/invitation.entity.js'
import { MembershipEntity } from '../features/people/membership.entity.js'
import { RoleAssignmentEntity } from '../features/people/role-assignment.entity.js'
import { UserEntity } from '../features/people/user.entity.js'
import { ScheduledChangeEntity } from '../features/schedule/scheduled-change.entity.js'
import { TargetEntity } from '../features/target/target.entity.js'
import { AddPolicy1763900000000 } from '../migrations/1763900000000-add-policy.js'
import { AddRowLevelSecurity1763900004000 } from '../migrations/1763900004000-add-row-level-security.js'
import { AddTokenRevocation1763900001000 } from '../migrations/1763900001000-add-token-revocation.js'
import { ExtendAuditLog1763900002000 } from '../migrations/1763900002000-extend-audit-log.js'
import { CreateCompanyCalendar1763900005000 } from '../migrations/1763900005000-create-company-calendar.js'
import { CreateApiKeys1763900003000 } from '../migrations/1763900003000-create-api-keys.js'
import { CreateActivities1763900006000 } from '../migrations/1763900006000-create-activities.js'
import { CreateKeyMetrics1763800002000 } from '../migrations/1763800002000-create-key-metrics.js'
import { CreateOrganisation1763800000000 } from '../migrations/1763800000000-create-organisation.js'
import { CreatePeople1763800001000 } from '../migrations/1763800001000-create-people.js'
import { CreateTargets1763900007000 } from '../migrations/1763900007000-create-targets.js'
import { CreateCelebrations1764000005000 } from '../migrations/1764000005000-create-celebrations.js'
import { CreateChangeEvents1764000000000 } from '../migrations/1764000000000-create-change-events.js'
import { ManageOrganisation1764100000000 } from '../migrations/1764100000000-manage-organisation.js'
import { CreateScheduledChanges1764300001000 } from '../migrations/1764300001000-create-scheduled-changes.js'
import { CreateTargetVersions1764400000000 } from '../migrations/1764400000000-create-target-versions.js'
import { IndexWithdrawnCelebrations1764500000000 } from '../migrations/1764500000000-index-withdrawn-celebrations.js'
import { IndexPeopleInOrder1764600000000 } from '../migrations/1764600000000-index-people-in-order.js'
import { TellWhatLeftANode1764700000000 } from '../migrations/1764700000000-tell-what-left-a-node.js'
import { TargetVersionEntity } from '../features/target/target-version.entity.js'
import { DateAuditEntriesBack1764300000000 } from '../migrations/1764300000000-date-audit-entries-back.js'
import { AuditEntryEntity } from '../platform/database/audit-entry.entity.js'
import { ChangeEventEntity } from '../platform/database/change-event.entity.js'
import { CreateIdempotentRequests1764200000000 } from '../migrations/1764200000000-create-idempotent-requests.js'
import { IdempotentRequestEntity } from '../platform/idempotency/idempotent-request.entity.js'

export const entities = [
  ActivityEntity,
  ActivityNodeRollupEntity,
  ActivityPersonRollupEntity,
  ActivityTypeEnablementEntity,
  ActivityTypeEntity,
  ApiKeyEntity,
  ApiKeySecretEntity,
  AuditEntryEntity,
  CelebrationEntity,
  CelebrationStateEntity,
  ChangeEventEntity,
  CompanyCalendarEntity,
  CompanyEntity,
  IdempotentRequestEntity,
  InvitationEntity,
  KeyMetricInheritanceEntity,
  KeyMetricRuleEntity,
  MembershipEntity,
  MetricEntity,
  MetricFormulaEntity,
  MetricFormulaTypeEntity,
  MetricStateEntity,
  OrgNodeEntity,
  OrgNodePlacementEntity,
  OrgNodeVersionEntity,
  PersonAliasEntity,
  RoleAssignmentEntity,
  ScheduledChangeEntity,
  TargetEntity,
  TargetVersionEntity,
  TrackingFrequencyEntity,
  UserEntity,
]

export const migrations = [
  CreateOrganisation1763800000000,
  CreatePeople1763800001000,
  CreateKeyMetrics1763800002000,
  AddPolicy1763900000000,
  AddTokenRevocation1763900001000,
  ExtendAuditLog1763900002000,
  CreateApiKeys1763900003000,
  AddRowLevelSecurity1763900004000,
  CreateCompanyCalendar1763900005000,
  CreateActivities1763900006000,
  CreateTargets1763900007000,
  CreateChangeEvents1764000000000,
  CreateIdempotentRequests1764200000000,
  ManageOrganisation1764100000000,
  CreateCelebrations1764000005000,
  DateAuditEntriesBack1764300000000,
  CreateScheduledChanges1764300001000,
  CreateTargetVersions1764400000000,
  IndexWithdrawnCelebrations1764500000000,
  IndexPeopleInOrder1764600000000,
  TellWhatLeftANode1764700000000,
]
