import {
  ActivityLoggerResolver,
  EnabledActivityTypeResolver,
  OrgNodeActivityTypesResolver,
} from '../features/activity/activity-logger.resolver.js'
import {
  ActivityMutationResolver,
  LogActivitiesResultResolver,
} from '../features/activity/activity-mutation.resolver.js'
import {
  ActivityResolver,
  TeamActivitiesResolver,
  UnlinkedPeopleResolver,
  UserActivitiesResolver,
} from '../features/activity/activity.resolver.js'
import { ActivityTypeResolver } from '../features/activity/activity-type.resolver.js'
import { ReconciledSumResolver, ReconciliationResolver } from '../features/activity/reconcile.resolver.js'
import { MetricFormulaResolver } from '../features/activity/metric-formula.resolver.js'
import { AuditEntryResolver } from '../features/audit/audit.resolver.js'
import { ApiKeyResolver, CompanyApiKeysResolver } from '../features/api-key/api-key.resolver.js'
import { CalendarMutationResolver } from '../features/activity/calendar-mutation.resolver.js'
import {
  CelebratedResolver,
  CelebrationResolver,
  OrgNodeCelebrationsResolver,
  UserCelebrationsResolver,
} from '../features/celebration/celebration.resolver.js'
import { CompanyCalendarResolver } from '../features/calendar/calendar.resolver.js'
import { CheckResolver, DiagnosisResolver, FixResolver } from '../features/diagnosis/diagnosis.resolver.js'
import {
  ComparisonResolver,
  PeopleImpactResolver,
  RoleImpactResolver,
  TargetImpactResolver,
  TeamChangeResolver,
} from '../features/impact/impact.resolver.js'
import { KeyMetricMutationResolver } from '../features/key-metric/key-metric-mutation.resolver.js'
import {
  EffectiveKeyMetricResolver,
  KeyMetricLockResolver,
  OrgNodeKeyMetricsResolver,
} from '../features/key-metric/key-metric.resolver.js'
import {
  DormancyResolver,
  KeyMetricRuleResolver,
  KeyMetricStatusResolver,
  TraceStepResolver,
} from '../features/key-metric/key-metric-rule.resolver.js'
import { MetricResolver, TrackingFrequencyResolver } from '../features/metric/metric.resolver.js'
import { KeyMetricDelegationResolver } from '../features/org/delegation.resolver.js'
import {
  DeletedNodeResolver,
  DeletedNodesResolver,
  OrgMutationResolver,
} from '../features/org/org-mutation.resolver.js'
import {
  CompanyResolver,
  DepartmentResolver,
  OrgNodeResolver,
  TeamResolver,
} from '../features/org/org.resolver.js'
import { HomeResolver } from '../features/page/home.resolver.js'
import { PageKeyMetricResolver } from '../features/page/page-key-metric.resolver.js'
import { ProfileResolver } from '../features/page/profile.resolver.js'
import { DeleteMetricResolver } from '../features/celebration/delete-metric.resolver.js'
import { DeleteNodeResolver } from '../features/people/delete-node.resolver.js'
import { InvitationResolver } from '../features/people/invitation.resolver.js'
import { MoveUsersResolver } from '../features/people/move-users.resolver.js'
import {
  CompanyUsersResolver,
  RoleAssignmentResolver,
  RoleHoldersResolver,
  NodeMembersResolver,
  UserResolver,
} from '../features/people/people.resolver.js'
import { RoleMutationResolver, UserMutationResolver } from '../features/people/people-mutation.resolver.js'
import {
  OrgNodeTargetResolver,
  TargetMutationResolver,
  TargetResolver,
  UserTargetResolver,
} from '../features/target/target.resolver.js'
import {
  EffectiveKeyMetricProgressResolver,
  KeyMetricPartResolver,
  KeyMetricProgressResolver,
} from '../features/progress/progress.resolver.js'
import { LeaderboardEntryResolver, LeaderboardResolver } from '../features/page/leaderboard.resolver.js'
import {
  OrganizationOverviewResolver,
  OverviewKeyMetricResolver,
  OverviewNodeResolver,
} from '../features/page/organization-overview.resolver.js'
import { TeamKeyMetricResolver, TeamPageResolver } from '../features/page/team-page.resolver.js'
import { LiveResolver } from '../features/live/live.resolver.js'
import { ScheduledChangeResolver } from '../features/schedule/scheduled-change.resolver.js'
import { NodeResolver } from './node.resolver.js'

/** The order of this list is of no consequence. */
export const RESOLVERS = [
  ActivityLoggerResolver,
  ActivityMutationResolver,
  ActivityResolver,
  ActivityTypeResolver,
  CheckResolver,
  ApiKeyResolver,
  CompanyApiKeysResolver,
  CalendarMutationResolver,
  CelebratedResolver,
  CelebrationResolver,
  CompanyCalendarResolver,
  AuditEntryResolver,
  ComparisonResolver,
  CompanyResolver,
  CompanyUsersResolver,
  DeleteMetricResolver,
  DeleteNodeResolver,
  DeletedNodeResolver,
  DeletedNodesResolver,
  DepartmentResolver,
  DiagnosisResolver,
  DormancyResolver,
  EffectiveKeyMetricProgressResolver,
  EffectiveKeyMetricResolver,
  EnabledActivityTypeResolver,
  FixResolver,
  HomeResolver,
  InvitationResolver,
  KeyMetricDelegationResolver,
  KeyMetricLockResolver,
  KeyMetricMutationResolver,
  KeyMetricPartResolver,
  KeyMetricProgressResolver,
  KeyMetricRuleResolver,
  KeyMetricStatusResolver,
  MetricFormulaResolver,
  MetricResolver,
  MoveUsersResolver,
  NodeMembersResolver,
  NodeResolver,
  LeaderboardEntryResolver,
  LeaderboardResolver,
  LiveResolver,
  LogActivitiesResultResolver,
  OrganizationOverviewResolver,
  OrgMutationResolver,
  OrgNodeActivityTypesResolver,
  OrgNodeCelebrationsResolver,
  OrgNodeKeyMetricsResolver,
  OrgNodeResolver,
  OrgNodeTargetResolver,
  PeopleImpactResolver,
  PageKeyMetricResolver,
  ProfileResolver,
  OverviewKeyMetricResolver,
  OverviewNodeResolver,
  ReconciledSumResolver,
  ReconciliationResolver,
  RoleAssignmentResolver,
  RoleHoldersResolver,
  RoleImpactResolver,
  RoleMutationResolver,
  ScheduledChangeResolver,
  TargetImpactResolver,
  TargetMutationResolver,
  TargetResolver,
  TeamActivitiesResolver,
  TeamKeyMetricResolver,
  TeamPageResolver,
  TeamChangeResolver,
  TeamResolver,
  TraceStepResolver,
  TrackingFrequencyResolver,
  UnlinkedPeopleResolver,
  UserActivitiesResolver,
  UserCelebrationsResolver,
  UserMutationResolver,
  UserResolver,
  UserTargetResolver,
] as const
