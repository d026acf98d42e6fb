import 'reflect-metadata'
import {
  GraphQLObjectType,
  extendSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  type GraphQLSchema,
} from 'graphql'
import { buildSchemaSync } from 'type-graphql'
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
import { CompanyCalendarResolver } from '../features/calendar/calendar.resolver.js'
import { CheckResolver, DiagnosisResolver, FixResolver } from '../features/diagnosis/diagnosis.resolver.js'
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
  CompanyResolver,
  DepartmentResolver,
  OrgNodeResolver,
  TeamResolver,
} from '../features/org/org.resolver.js'
import {
  CompanyUsersResolver,
  RoleAssignmentResolver,
  RoleHoldersResolver,
  TeamMembersResolver,
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
import { assertEveryFieldHasPolicy } from '../platform/graphql/policy.js'
import { ERROR_CODES } from '../platform/graphql/request-error.js'
import { NodeResolver } from './node.resolver.js'

/** The order of this list is of no consequence. */
const RESOLVERS = [
  ActivityLoggerResolver,
  ActivityMutationResolver,
  ActivityResolver,
  ActivityTypeResolver,
  CheckResolver,
  ApiKeyResolver,
  CompanyApiKeysResolver,
  CalendarMutationResolver,
  CompanyCalendarResolver,
  AuditEntryResolver,
  CompanyResolver,
  CompanyUsersResolver,
  DepartmentResolver,
  DiagnosisResolver,
  DormancyResolver,
  EffectiveKeyMetricProgressResolver,
  EffectiveKeyMetricResolver,
  EnabledActivityTypeResolver,
  FixResolver,
  KeyMetricDelegationResolver,
  KeyMetricLockResolver,
  KeyMetricMutationResolver,
  KeyMetricPartResolver,
  KeyMetricProgressResolver,
  KeyMetricRuleResolver,
  KeyMetricStatusResolver,
  MetricFormulaResolver,
  MetricResolver,
  NodeResolver,
  LogActivitiesResultResolver,
  OrgNodeActivityTypesResolver,
  OrgNodeKeyMetricsResolver,
  OrgNodeResolver,
  OrgNodeTargetResolver,
  ReconciledSumResolver,
  ReconciliationResolver,
  RoleAssignmentResolver,
  RoleHoldersResolver,
  RoleMutationResolver,
  TargetMutationResolver,
  TargetResolver,
  TeamActivitiesResolver,
  TeamMembersResolver,
  TeamResolver,
  TraceStepResolver,
  TrackingFrequencyResolver,
  UnlinkedPeopleResolver,
  UserActivitiesResolver,
  UserMutationResolver,
  UserResolver,
  UserTargetResolver,
] as const

/** The API. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ validate: false, resolvers: RESOLVERS })
  const extensions = [errorCodes(), ...payloads(schema).map(queryField)]
  const api = lexicographicSortSchema(extendSchema(schema, parse(extensions.join('\n'))))
  assertEveryFieldHasPolicy(api)
  for (const payload of payloads(api)) payload.getFields().query!.resolve = () => ({})
  api.getQueryType()!.description = 'What can be read. Everything is of the viewer’s own company.'
  api.getMutationType()!.description =
    'What can be changed. Each mutation is one transaction, with an audit entry for each thing it changed.'
  return api
}

/** The SDL as it is committed in `schema.graphql`. */
export function printApi(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`
}

/** No field returns it, but clients need the list: it is what `extensions.code` of an error can be. */
function errorCodes(): string {
  const values = Object.entries(ERROR_CODES).map(
    ([code, description]) => `${JSON.stringify(description)} ${code}`,
  )
  return `"What \`extensions.code\` of a GraphQL error can be. The list is closed." enum ErrorCode { ${values.join('\n')} }`
}

function payloads(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => type instanceof GraphQLObjectType && type.name.endsWith('Payload'),
  ) as GraphQLObjectType[]
}

/** type-graphql cannot name the query root as the type of a field. */
function queryField({ name }: GraphQLObjectType): string {
  return `extend type ${name} { "Read on from here, after the change, in the same request." query: Query! }`
}
