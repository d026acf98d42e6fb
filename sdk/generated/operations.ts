import type { Client } from '../client.js'
import type { TypedDocumentString } from '../document.js'
import type { CallOptions } from '../options.js'
import { type List, paginate } from '../paginate.js'
import type * as Types from './types.js'

export const AddKeyMetricDocument = 'mutation AddKeyMetric($input:AddKeyMetricInput!){addKeyMetric(input:$input){node{...ChangedNode}userErrors{...UserErrorFields}}} fragment ChangedNode on OrgNode{...OrgNodeRef version inheritsKeyMetrics effectiveKeyMetrics{...EffectiveKeyMetricFields}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.AddKeyMetricMutation, Types.AddKeyMetricMutationVariables>

export type AddKeyMetricResult = Types.AddKeyMetricMutation['addKeyMetric']

/**
 * Make a metric a key metric here and below
 *
 * Puts a metric in force on a node and below. Repeating the call changes nothing. Company admins only.
 */
export async function addKeyMetric(
  km: Client,
  input: Types.AddKeyMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<AddKeyMetricResult> {
  return (await km.run(AddKeyMetricDocument, { input }, options)).addKeyMetric
}

export const ArchiveActivityTypeDocument = 'mutation ArchiveActivityType($input:ArchiveActivityTypeInput!){archiveActivityType(input:$input){activityType{...ActivityTypeFields}userErrors{...UserErrorFields}}} fragment ActivityTypeFields on ActivityType{id key name status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.ArchiveActivityTypeMutation, Types.ArchiveActivityTypeMutationVariables>

export type ArchiveActivityTypeResult = Types.ArchiveActivityTypeMutation['archiveActivityType']

/**
 * Take an activity type out of use everywhere
 *
 * Takes an activity type out of use on every node. What was logged stays and is counted. Repeating the call changes nothing. Company admins only.
 */
export async function archiveActivityType(
  km: Client,
  input: Types.ArchiveActivityTypeMutationVariables['input'],
  options?: CallOptions,
): Promise<ArchiveActivityTypeResult> {
  return (await km.run(ArchiveActivityTypeDocument, { input }, options)).archiveActivityType
}

export const ArchiveMetricDocument = 'mutation ArchiveMetric($input:ArchiveMetricInput!){archiveMetric(input:$input){metric{...MetricFields}userErrors{...UserErrorFields}}} fragment MetricFields on Metric{id key name description unit direction defaultKind status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.ArchiveMetricMutation, Types.ArchiveMetricMutationVariables>

export type ArchiveMetricResult = Types.ArchiveMetricMutation['archiveMetric']

/**
 * Take a metric out of use everywhere, reversibly
 *
 * Takes a metric out of use on every node. Company admins only.
 */
export async function archiveMetric(
  km: Client,
  input: Types.ArchiveMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<ArchiveMetricResult> {
  return (await km.run(ArchiveMetricDocument, { input }, options)).archiveMetric
}

export const CopyTargetsDocument = 'mutation CopyTargets($input:CopyTargetsInput!){copyTargets(input:$input){targets{metric{id key name}node{...OrgNodeRef}user{id name}target{...TargetFields}}userErrors{...UserErrorFields}}} fragment OrgNodeRef on OrgNode{id name level} fragment TargetFields on Target{amount source rollup coverage carriesForward setAt setBy{id name}version period{...PeriodFields}} fragment UserErrorFields on UserError{code message path} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.CopyTargetsMutation, Types.CopyTargetsMutationVariables>

export type CopyTargetsResult = Types.CopyTargetsMutation['copyTargets']

/**
 * Copy the targets of the last period, with ten percent more or as they are
 *
 * Sets what was set for one period, or carried into it, for another as well: on a node and below, as it is or by some percent more or less. Who administers or manages the node. Repeating changes nothing.
 */
export async function copyTargets(
  km: Client,
  input: Types.CopyTargetsMutationVariables['input'],
  options?: CallOptions,
): Promise<CopyTargetsResult> {
  return (await km.run(CopyTargetsDocument, { input }, options)).copyTargets
}

export const CorrectActivityDocument = 'mutation CorrectActivity($input:CorrectActivityInput!){correctActivity(input:$input){activity{...ActivityFields}userErrors{...UserErrorFields}}} fragment ActivityFields on Activity{id quantity amount label note occurredAt recordedAt source externalId isVoided isUnlinked version type{id key name}user{id name}team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.CorrectActivityMutation, Types.CorrectActivityMutationVariables>

export type CorrectActivityResult = Types.CorrectActivityMutation['correctActivity']

/**
 * Correct an activity; the sums follow at once
 *
 * Changes what an activity says; the sums follow at once. One of another instant counts to the team of that instant. People for themselves, and who runs a department or a team for those whose activities count there.
 */
export async function correctActivity(
  km: Client,
  input: Types.CorrectActivityMutationVariables['input'],
  options?: CallOptions,
): Promise<CorrectActivityResult> {
  return (await km.run(CorrectActivityDocument, { input }, options)).correctActivity
}

export const CreateActivityTypeDocument = 'mutation CreateActivityType($input:CreateActivityTypeInput!){createActivityType(input:$input){activityType{...ActivityTypeFields}userErrors{...UserErrorFields}}} fragment ActivityTypeFields on ActivityType{id key name status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.CreateActivityTypeMutation, Types.CreateActivityTypeMutationVariables>

export type CreateActivityTypeResult = Types.CreateActivityTypeMutation['createActivityType']

/**
 * Add a kind of activity that people can log
 *
 * Adds an activity type. It is offered nowhere until a node enables it. Company admins only.
 */
export async function createActivityType(
  km: Client,
  input: Types.CreateActivityTypeMutationVariables['input'],
  options?: CallOptions,
): Promise<CreateActivityTypeResult> {
  return (await km.run(CreateActivityTypeDocument, { input }, options)).createActivityType
}

export const CreateApiKeyDocument = 'mutation CreateApiKey($input:CreateApiKeyInput!){createApiKey(input:$input){apiKey{...ApiKeyFields}secret userErrors{...UserErrorFields}}} fragment ApiKeyFields on ApiKey{id name scopes node{...OrgNodeRef}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.CreateApiKeyMutation, Types.CreateApiKeyMutationVariables>

export type CreateApiKeyResult = Types.CreateApiKeyMutation['createApiKey']

/**
 * Give an integration a key of its own: its secret is shown this once
 *
 * Makes an API key for an integration and shows its secret, this once. Company admins only; no API key may.
 */
export async function createApiKey(
  km: Client,
  input: Types.CreateApiKeyMutationVariables['input'],
  options?: CallOptions,
): Promise<CreateApiKeyResult> {
  return (await km.run(CreateApiKeyDocument, { input }, options)).createApiKey
}

export const CreateMetricDocument = 'mutation CreateMetric($input:CreateMetricInput!){createMetric(input:$input){metric{...MetricFields}userErrors{...UserErrorFields}}} fragment MetricFields on Metric{id key name description unit direction defaultKind status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.CreateMetricMutation, Types.CreateMetricMutationVariables>

export type CreateMetricResult = Types.CreateMetricMutation['createMetric']

/**
 * Put a new metric into the catalogue
 *
 * Adds a metric to the catalogue. Company admins only.
 */
export async function createMetric(
  km: Client,
  input: Types.CreateMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<CreateMetricResult> {
  return (await km.run(CreateMetricDocument, { input }, options)).createMetric
}

export const DeactivateUserDocument = 'mutation DeactivateUser($input:DeactivateUserInput!){deactivateUser(input:$input){user{...UserFields}userErrors{...UserErrorFields}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.DeactivateUserMutation, Types.DeactivateUserMutationVariables>

export type DeactivateUserResult = Types.DeactivateUserMutation['deactivateUser']

/**
 * Keep a person from signing in
 *
 * Keeps a person from signing in, at once; team, roles and history are kept. By company admins. Repeating the call changes nothing.
 */
export async function deactivateUser(
  km: Client,
  input: Types.DeactivateUserMutationVariables['input'],
  options?: CallOptions,
): Promise<DeactivateUserResult> {
  return (await km.run(DeactivateUserDocument, { input }, options)).deactivateUser
}

export const DisableActivityTypeDocument = 'mutation DisableActivityType($input:DisableActivityTypeInput!){disableActivityType(input:$input){node{...OrgNodeRef version activityTypes{...EnabledActivityTypeFields}}userErrors{...UserErrorFields}}} fragment OrgNodeRef on OrgNode{id name level} fragment EnabledActivityTypeFields on EnabledActivityType{isInherited activityType{...ActivityTypeFields}enabledAt{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment ActivityTypeFields on ActivityType{id key name status version}' as TypedDocumentString<Types.DisableActivityTypeMutation, Types.DisableActivityTypeMutationVariables>

export type DisableActivityTypeResult = Types.DisableActivityTypeMutation['disableActivityType']

/**
 * Stop offering an activity type on a node
 *
 * Takes back that a node itself offers an activity type; what a node above offers stays. Repeating the call changes nothing. Admins of the node, and its managers where delegated.
 */
export async function disableActivityType(
  km: Client,
  input: Types.DisableActivityTypeMutationVariables['input'],
  options?: CallOptions,
): Promise<DisableActivityTypeResult> {
  return (await km.run(DisableActivityTypeDocument, { input }, options)).disableActivityType
}

export const EnableActivityTypeDocument = 'mutation EnableActivityType($input:EnableActivityTypeInput!){enableActivityType(input:$input){node{...OrgNodeRef version activityTypes{...EnabledActivityTypeFields}}userErrors{...UserErrorFields}}} fragment OrgNodeRef on OrgNode{id name level} fragment EnabledActivityTypeFields on EnabledActivityType{isInherited activityType{...ActivityTypeFields}enabledAt{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment ActivityTypeFields on ActivityType{id key name status version}' as TypedDocumentString<Types.EnableActivityTypeMutation, Types.EnableActivityTypeMutationVariables>

export type EnableActivityTypeResult = Types.EnableActivityTypeMutation['enableActivityType']

/**
 * Offer an activity type on a node and below
 *
 * Offers an activity type on a node and below. Repeating the call changes nothing. Admins of the node, and its managers where delegated.
 */
export async function enableActivityType(
  km: Client,
  input: Types.EnableActivityTypeMutationVariables['input'],
  options?: CallOptions,
): Promise<EnableActivityTypeResult> {
  return (await km.run(EnableActivityTypeDocument, { input }, options)).enableActivityType
}

export const ExplainKeyMetricDocument = 'query ExplainKeyMetric($userId:ID!$nodeId:ID$metricId:ID$surface:KeyMetricSurface!$asOf:DateTime){explainKeyMetric(userId:$userId nodeId:$nodeId metricId:$metricId surface:$surface asOf:$asOf){verdict surface user{id name}node{...OrgNodeRef}metric{id key name}checks{check outcome evidence node{...OrgNodeRef}}trace{outcome visible node{...OrgNodeRef}}fixes{fix check description node{...OrgNodeRef}by{id name email}}}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ExplainKeyMetricQuery, Types.ExplainKeyMetricQueryVariables>

export type ExplainKeyMetricResult = Types.ExplainKeyMetricQuery['explainKeyMetric']

/**
 * Why can this person not see a key metric, and who can change that?
 *
 * Why a person sees a key metric on a page, or does not: every check with its evidence, and who can fix what fails. Everybody may ask about themselves, who runs a node about its people. Null for a person, node or metric that you do not see.
 */
export async function explainKeyMetric(
  km: Client,
  variables: Types.ExplainKeyMetricQueryVariables,
  options?: CallOptions,
): Promise<ExplainKeyMetricResult> {
  return (await km.run(ExplainKeyMetricDocument, variables, options)).explainKeyMetric
}

export const GetActivityLoggerDocument = 'query GetActivityLogger($teamId:ID!){team(id:$teamId){...OrgNodeRef version activityLogger{...ActivityTypeFields}activityTypes{...EnabledActivityTypeFields}}} fragment OrgNodeRef on OrgNode{id name level} fragment ActivityTypeFields on ActivityType{id key name status version} fragment EnabledActivityTypeFields on EnabledActivityType{isInherited activityType{...ActivityTypeFields}enabledAt{...OrgNodeRef}}' as TypedDocumentString<Types.GetActivityLoggerQuery, Types.GetActivityLoggerQueryVariables>

export type GetActivityLoggerResult = Types.GetActivityLoggerQuery['team']

/**
 * What the members of a team may log now, and which node offers it
 *
 * A team of yours by its id.
 */
export async function getActivityLogger(
  km: Client,
  variables: Types.GetActivityLoggerQueryVariables,
  options?: CallOptions,
): Promise<GetActivityLoggerResult> {
  return (await km.run(GetActivityLoggerDocument, variables, options)).team
}

export const GetCalendarDocument = 'query GetCalendar($frequency:Frequency!=MONTHLY$containing:Date$offset:Int=0$asOf:DateTime){company(asOf:$asOf){id version calendar{timeZone weekStart fiscalYearStartMonth currency}period(frequency:$frequency containing:$containing offset:$offset){...PeriodFields}}} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.GetCalendarQuery, Types.GetCalendarQueryVariables>

export type GetCalendarResult = Types.GetCalendarQuery['company']

/**
 * The company's calendar, and the period that is running or another
 *
 * Your company; null before it began.
 */
export async function getCalendar(
  km: Client,
  variables?: Types.GetCalendarQueryVariables,
  options?: CallOptions,
): Promise<GetCalendarResult> {
  return (await km.run(GetCalendarDocument, variables, options)).company
}

export const GetCompanyDocument = 'query GetCompany($asOf:DateTime){company(asOf:$asOf){...OrgNodeFields trackingFrequencies{kind frequency}effectiveKeyMetrics{...EffectiveKeyMetricFields}}} fragment OrgNodeFields on OrgNode{...OrgNodeRef inheritsKeyMetrics version path{...OrgNodeRef}} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.GetCompanyQuery, Types.GetCompanyQueryVariables>

export type GetCompanyResult = Types.GetCompanyQuery['company']

/**
 * The company at a glance: its key metrics and how often each kind is tracked
 *
 * Your company; null before it began.
 */
export async function getCompany(
  km: Client,
  variables?: Types.GetCompanyQueryVariables,
  options?: CallOptions,
): Promise<GetCompanyResult> {
  return (await km.run(GetCompanyDocument, variables, options)).company
}

export const GetDepartmentDocument = 'query GetDepartment($id:ID!$asOf:DateTime){department(id:$id asOf:$asOf){...OrgNodeFields teams{...OrgNodeRef}effectiveKeyMetrics{...EffectiveKeyMetricFields}}} fragment OrgNodeFields on OrgNode{...OrgNodeRef inheritsKeyMetrics version path{...OrgNodeRef}} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.GetDepartmentQuery, Types.GetDepartmentQueryVariables>

export type GetDepartmentResult = Types.GetDepartmentQuery['department']

/**
 * One department with its teams and its key metrics
 *
 * A department of yours by its id.
 */
export async function getDepartment(
  km: Client,
  variables: Types.GetDepartmentQueryVariables,
  options?: CallOptions,
): Promise<GetDepartmentResult> {
  return (await km.run(GetDepartmentDocument, variables, options)).department
}

export const GetKeyMetricStatusDocument = 'query GetKeyMetricStatus($nodeId:ID!$metricId:ID!$asOf:DateTime){orgNode(id:$nodeId asOf:$asOf){...OrgNodeRef keyMetricStatus(metricId:$metricId asOf:$asOf){status at{...OrgNodeRef}trace{outcome visible node{...OrgNodeRef}}}}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.GetKeyMetricStatusQuery, Types.GetKeyMetricStatusQueryVariables>

export type GetKeyMetricStatusResult = Types.GetKeyMetricStatusQuery['orgNode']

/**
 * Why does this node show this metric, or why does it not?
 *
 * A company, department or team of yours by its id.
 */
export async function getKeyMetricStatus(
  km: Client,
  variables: Types.GetKeyMetricStatusQueryVariables,
  options?: CallOptions,
): Promise<GetKeyMetricStatusResult> {
  return (await km.run(GetKeyMetricStatusDocument, variables, options)).orgNode
}

export const GetOrgNodeDocument = 'query GetOrgNode($id:ID!$asOf:DateTime){orgNode(id:$id asOf:$asOf){...OrgNodeFields effectiveKeyMetrics{...EffectiveKeyMetricFields}}} fragment OrgNodeFields on OrgNode{...OrgNodeRef inheritsKeyMetrics version path{...OrgNodeRef}} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.GetOrgNodeQuery, Types.GetOrgNodeQueryVariables>

export type GetOrgNodeResult = Types.GetOrgNodeQuery['orgNode']

/**
 * Any node by its id, whether company, department or team
 *
 * A company, department or team of yours by its id.
 */
export async function getOrgNode(
  km: Client,
  variables: Types.GetOrgNodeQueryVariables,
  options?: CallOptions,
): Promise<GetOrgNodeResult> {
  return (await km.run(GetOrgNodeDocument, variables, options)).orgNode
}

export const GetOrganizationDocument = 'query GetOrganization($asOf:DateTime$kind:KeyMetricKind){company(asOf:$asOf){...TreeNode departments{...TreeNode teams{...TreeNode}}teams{...TreeNode}}} fragment TreeNode on OrgNode{...OrgNodeRef version effectiveKeyMetrics(kind:$kind){...EffectiveKeyMetricFields}} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.GetOrganizationQuery, Types.GetOrganizationQueryVariables>

export type GetOrganizationResult = Types.GetOrganizationQuery['company']

/**
 * The whole organisation in one request: every department and team with the key metrics in force there
 *
 * Your company; null before it began.
 */
export async function getOrganization(
  km: Client,
  variables?: Types.GetOrganizationQueryVariables,
  options?: CallOptions,
): Promise<GetOrganizationResult> {
  return (await km.run(GetOrganizationDocument, variables, options)).company
}

export const GetPeriodsDocument = 'query GetPeriods($frequency:Frequency!$from:Date!$to:Date!){company{periods(frequency:$frequency from:$from to:$to){...PeriodFields}}} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.GetPeriodsQuery, Types.GetPeriodsQueryVariables>

export type GetPeriodsResult = Types.GetPeriodsQuery['company']

/**
 * The periods between two days
 *
 * Your company; null before it began.
 */
export async function getPeriods(
  km: Client,
  variables: Types.GetPeriodsQueryVariables,
  options?: CallOptions,
): Promise<GetPeriodsResult> {
  return (await km.run(GetPeriodsDocument, variables, options)).company
}

export const GetProgressDocument = 'query GetProgress($nodeId:ID!$period:PeriodInput$userId:ID$kind:KeyMetricKind){orgNode(id:$nodeId){...OrgNodeRef effectiveKeyMetrics(kind:$kind){kind label metric{id key unit direction}progress(period:$period userId:$userId){period{...PeriodFields}actual target gap attainment expected forecast status pace{method share error periods}previous{period{start end label}actual actualAtThisPoint change}series{day value}}}}} fragment OrgNodeRef on OrgNode{id name level} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.GetProgressQuery, Types.GetProgressQueryVariables>

export type GetProgressResult = Types.GetProgressQuery['orgNode']

/**
 * Where the key metrics of a node stand, or those of one of its people: target, outlook and the period before
 *
 * A company, department or team of yours by its id.
 */
export async function getProgress(
  km: Client,
  variables: Types.GetProgressQueryVariables,
  options?: CallOptions,
): Promise<GetProgressResult> {
  return (await km.run(GetProgressDocument, variables, options)).orgNode
}

export const GetTargetDocument = 'query GetTarget($nodeId:ID!$metricId:ID!$period:PeriodInput){orgNode(id:$nodeId){...OrgNodeRef target(metricId:$metricId period:$period){...TargetFields}}} fragment OrgNodeRef on OrgNode{id name level} fragment TargetFields on Target{amount source rollup coverage carriesForward setAt setBy{id name}version period{...PeriodFields}} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.GetTargetQuery, Types.GetTargetQueryVariables>

export type GetTargetResult = Types.GetTargetQuery['orgNode']

/**
 * What a node is to reach of a metric, and how much of it the level below covers
 *
 * A company, department or team of yours by its id.
 */
export async function getTarget(
  km: Client,
  variables: Types.GetTargetQueryVariables,
  options?: CallOptions,
): Promise<GetTargetResult> {
  return (await km.run(GetTargetDocument, variables, options)).orgNode
}

export const GetTeamDocument = 'query GetTeam($id:ID!$asOf:DateTime){team(id:$id asOf:$asOf){...OrgNodeFields effectiveKeyMetrics{...EffectiveKeyMetricFields}}} fragment OrgNodeFields on OrgNode{...OrgNodeRef inheritsKeyMetrics version path{...OrgNodeRef}} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.GetTeamQuery, Types.GetTeamQueryVariables>

export type GetTeamResult = Types.GetTeamQuery['team']

/**
 * One team and the key metrics in force there, each with the node it comes from
 *
 * A team of yours by its id.
 */
export async function getTeam(
  km: Client,
  variables: Types.GetTeamQueryVariables,
  options?: CallOptions,
): Promise<GetTeamResult> {
  return (await km.run(GetTeamDocument, variables, options)).team
}

export const GetViewerDocument = 'query GetViewer{viewer{...UserFields roleAssignments{role node{...OrgNodeRef}}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.GetViewerQuery, Types.GetViewerQueryVariables>

export type GetViewerResult = Types.GetViewerQuery['viewer']

/**
 * Who am I, and what may I manage?
 *
 * Who is asking; null for an integration without a person.
 */
export async function getViewer(
  km: Client,
  variables?: Types.GetViewerQueryVariables,
  options?: CallOptions,
): Promise<GetViewerResult> {
  return (await km.run(GetViewerDocument, variables, options)).viewer
}

export const GrantRoleDocument = 'mutation GrantRole($input:GrantRoleInput!){grantRole(input:$input){roleAssignment{...RoleAssignmentFields}userErrors{...UserErrorFields}}} fragment RoleAssignmentFields on RoleAssignment{id role validFrom user{...UserFields}node{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.GrantRoleMutation, Types.GrantRoleMutationVariables>

export type GrantRoleResult = Types.GrantRoleMutation['grantRole']

/**
 * Give a person a role on a node and below
 *
 * Gives a person a role on a node and everything below. By company admins, and by department admins in their department. Repeating changes nothing.
 */
export async function grantRole(
  km: Client,
  input: Types.GrantRoleMutationVariables['input'],
  options?: CallOptions,
): Promise<GrantRoleResult> {
  return (await km.run(GrantRoleDocument, { input }, options)).grantRole
}

export const HideKeyMetricDocument = 'mutation HideKeyMetric($input:HideKeyMetricInput!){hideKeyMetric(input:$input){node{...ChangedNode}userErrors{...UserErrorFields}}} fragment ChangedNode on OrgNode{...OrgNodeRef version inheritsKeyMetrics effectiveKeyMetrics{...EffectiveKeyMetricFields}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.HideKeyMetricMutation, Types.HideKeyMetricMutationVariables>

export type HideKeyMetricResult = Types.HideKeyMetricMutation['hideKeyMetric']

/**
 * Hide an inherited key metric here and below
 *
 * Hides an inherited key metric on a node and below. Repeating the call changes nothing. Company admins only.
 */
export async function hideKeyMetric(
  km: Client,
  input: Types.HideKeyMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<HideKeyMetricResult> {
  return (await km.run(HideKeyMetricDocument, { input }, options)).hideKeyMetric
}

export const LinkPersonDocument = 'mutation LinkPerson($input:LinkPersonInput!){linkPerson(input:$input){user{...UserFields}userErrors{...UserErrorFields}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.LinkPersonMutation, Types.LinkPersonMutationVariables>

export type LinkPersonResult = Types.LinkPersonMutation['linkPerson']

/**
 * Say whom a system means by one of its names
 *
 * Says whom a source means by one of its names: what was kept aside under it is given to the person, back in time, and what comes later as well. By company admins. Repeating changes nothing.
 */
export async function linkPerson(
  km: Client,
  input: Types.LinkPersonMutationVariables['input'],
  options?: CallOptions,
): Promise<LinkPersonResult> {
  return (await km.run(LinkPersonDocument, { input }, options)).linkPerson
}

export const ListActivityTypesDocument = 'query ListActivityTypes($status:ActivityTypeStatus){activityTypes(status:$status){...ActivityTypeFields}} fragment ActivityTypeFields on ActivityType{id key name status version}' as TypedDocumentString<Types.ListActivityTypesQuery, Types.ListActivityTypesQueryVariables>

export type ListActivityTypesResult = Types.ListActivityTypesQuery['activityTypes']

/**
 * Every kind of activity the company knows
 *
 * The activity types of your company, in the order of their names.
 */
export async function listActivityTypes(
  km: Client,
  variables?: Types.ListActivityTypesQueryVariables,
  options?: CallOptions,
): Promise<ListActivityTypesResult> {
  return (await km.run(ListActivityTypesDocument, variables, options)).activityTypes
}

export const ListAdministratorsDocument = 'query ListAdministrators($nodeId:ID!$first:Int!=50$after:String){orgNode(id:$nodeId){administrators(first:$first after:$after){nodes{...RoleAssignmentFields}pageInfo{...PageFields}}}} fragment RoleAssignmentFields on RoleAssignment{id role validFrom user{...UserFields}node{...OrgNodeRef}} fragment PageFields on PageInfo{hasNextPage endCursor} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ListAdministratorsQuery, Types.ListAdministratorsQueryVariables>

export type ListAdministratorsPage = NonNullable<NonNullable<Types.ListAdministratorsQuery['orgNode']>['administrators']>
export type ListAdministratorsItem = ListAdministratorsPage['nodes'][number]

/**
 * Who administers a node, directly or through a node above it, page by page
 *
 * A company, department or team of yours by its id.
 */
export function listAdministrators(
  km: Client,
  variables: Types.ListAdministratorsQueryVariables,
  options?: CallOptions,
): List<ListAdministratorsItem, ListAdministratorsPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListAdministratorsDocument, { ...variables, after }, options)).orgNode?.administrators
  return paginate('ListAdministrators', read, variables?.after)
}

export const ListApiKeysDocument = 'query ListApiKeys($first:Int!=50$after:String){company{apiKeys(first:$first after:$after){nodes{...ApiKeyFields createdBy{id name}}pageInfo{...PageFields}}}} fragment ApiKeyFields on ApiKey{id name scopes node{...OrgNodeRef}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}} fragment PageFields on PageInfo{hasNextPage endCursor} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ListApiKeysQuery, Types.ListApiKeysQueryVariables>

export type ListApiKeysPage = NonNullable<NonNullable<Types.ListApiKeysQuery['company']>['apiKeys']>
export type ListApiKeysItem = ListApiKeysPage['nodes'][number]

/**
 * The API keys of the company: what each may do, and when it was last used
 *
 * Your company; null before it began.
 */
export function listApiKeys(
  km: Client,
  variables?: Types.ListApiKeysQueryVariables,
  options?: CallOptions,
): List<ListApiKeysItem, ListApiKeysPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListApiKeysDocument, { ...variables, after }, options)).company?.apiKeys
  return paginate('ListApiKeys', read, variables?.after)
}

export const ListAuditLogDocument = 'query ListAuditLog($filter:AuditLogFilter$first:Int!=50$after:String){auditLog(filter:$filter first:$first after:$after){nodes{id at action actsAs actor{id name}node{...OrgNodeRef}entityId requestId changes{field before after}}pageInfo{...PageFields}}} fragment OrgNodeRef on OrgNode{id name level} fragment PageFields on PageInfo{hasNextPage endCursor}' as TypedDocumentString<Types.ListAuditLogQuery, Types.ListAuditLogQueryVariables>

export type ListAuditLogPage = NonNullable<Types.ListAuditLogQuery['auditLog']>
export type ListAuditLogItem = ListAuditLogPage['nodes'][number]

/**
 * What was changed, by whom and when, the newest first
 *
 * What was changed, the newest first. A company admin reads everything; who runs a department or a team, what is about it and what hangs below it at present; everybody, what they did themselves.
 */
export function listAuditLog(
  km: Client,
  variables?: Types.ListAuditLogQueryVariables,
  options?: CallOptions,
): List<ListAuditLogItem, ListAuditLogPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListAuditLogDocument, { ...variables, after }, options)).auditLog
  return paginate('ListAuditLog', read, variables?.after)
}

export const ListKeyMetricRulesDocument = 'query ListKeyMetricRules($nodeId:ID!$asOf:DateTime){orgNode(id:$nodeId asOf:$asOf){...OrgNodeRef version keyMetricRules(asOf:$asOf){...KeyMetricRuleFields}}} fragment OrgNodeRef on OrgNode{id name level} fragment KeyMetricRuleFields on KeyMetricRule{id effect kind label position reach locks validFrom metric{id key name}dormancy{reason lock by{...OrgNodeRef}}}' as TypedDocumentString<Types.ListKeyMetricRulesQuery, Types.ListKeyMetricRulesQueryVariables>

export type ListKeyMetricRulesResult = Types.ListKeyMetricRulesQuery['orgNode']

/**
 * What one node itself says of its key metrics, dormant rules included
 *
 * A company, department or team of yours by its id.
 */
export async function listKeyMetricRules(
  km: Client,
  variables: Types.ListKeyMetricRulesQueryVariables,
  options?: CallOptions,
): Promise<ListKeyMetricRulesResult> {
  return (await km.run(ListKeyMetricRulesDocument, variables, options)).orgNode
}

export const ListManagersDocument = 'query ListManagers($nodeId:ID!$first:Int!=50$after:String){orgNode(id:$nodeId){managers(first:$first after:$after){nodes{...RoleAssignmentFields}pageInfo{...PageFields}}}} fragment RoleAssignmentFields on RoleAssignment{id role validFrom user{...UserFields}node{...OrgNodeRef}} fragment PageFields on PageInfo{hasNextPage endCursor} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ListManagersQuery, Types.ListManagersQueryVariables>

export type ListManagersPage = NonNullable<NonNullable<Types.ListManagersQuery['orgNode']>['managers']>
export type ListManagersItem = ListManagersPage['nodes'][number]

/**
 * Who manages a node, directly or through a node above it, page by page
 *
 * A company, department or team of yours by its id.
 */
export function listManagers(
  km: Client,
  variables: Types.ListManagersQueryVariables,
  options?: CallOptions,
): List<ListManagersItem, ListManagersPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListManagersDocument, { ...variables, after }, options)).orgNode?.managers
  return paginate('ListManagers', read, variables?.after)
}

export const ListMembersDocument = 'query ListMembers($teamId:ID!$first:Int!=50$after:String){team(id:$teamId){members(first:$first after:$after){nodes{...UserFields}pageInfo{...PageFields}}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment PageFields on PageInfo{hasNextPage endCursor} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ListMembersQuery, Types.ListMembersQueryVariables>

export type ListMembersPage = NonNullable<NonNullable<Types.ListMembersQuery['team']>['members']>
export type ListMembersItem = ListMembersPage['nodes'][number]

/**
 * The members of a team, page by page
 *
 * A team of yours by its id.
 */
export function listMembers(
  km: Client,
  variables: Types.ListMembersQueryVariables,
  options?: CallOptions,
): List<ListMembersItem, ListMembersPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListMembersDocument, { ...variables, after }, options)).team?.members
  return paginate('ListMembers', read, variables?.after)
}

export const ListMetricsDocument = 'query ListMetrics($status:MetricStatus$asOf:DateTime){metrics(status:$status asOf:$asOf){...MetricFields}} fragment MetricFields on Metric{id key name description unit direction defaultKind status version}' as TypedDocumentString<Types.ListMetricsQuery, Types.ListMetricsQueryVariables>

export type ListMetricsResult = Types.ListMetricsQuery['metrics']

/**
 * The catalogue: every metric the company knows
 *
 * The catalogue of your company, in the order of the keys.
 */
export async function listMetrics(
  km: Client,
  variables?: Types.ListMetricsQueryVariables,
  options?: CallOptions,
): Promise<ListMetricsResult> {
  return (await km.run(ListMetricsDocument, variables, options)).metrics
}

export const ListTeamActivitiesDocument = 'query ListTeamActivities($teamId:ID!$activityTypeId:ID$from:DateTime$to:DateTime$includeVoided:Boolean!=false$first:Int!=50$after:String){team(id:$teamId){activities(activityTypeId:$activityTypeId from:$from to:$to includeVoided:$includeVoided first:$first after:$after){nodes{...ActivityFields}pageInfo{...PageFields}}}} fragment ActivityFields on Activity{id quantity amount label note occurredAt recordedAt source externalId isVoided isUnlinked version type{id key name}user{id name}team{...OrgNodeRef}} fragment PageFields on PageInfo{hasNextPage endCursor} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ListTeamActivitiesQuery, Types.ListTeamActivitiesQueryVariables>

export type ListTeamActivitiesPage = NonNullable<NonNullable<Types.ListTeamActivitiesQuery['team']>['activities']>
export type ListTeamActivitiesItem = ListTeamActivitiesPage['nodes'][number]

/**
 * What counts to a team, the newest first
 *
 * A team of yours by its id.
 */
export function listTeamActivities(
  km: Client,
  variables: Types.ListTeamActivitiesQueryVariables,
  options?: CallOptions,
): List<ListTeamActivitiesItem, ListTeamActivitiesPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListTeamActivitiesDocument, { ...variables, after }, options)).team?.activities
  return paginate('ListTeamActivities', read, variables?.after)
}

export const ListUnlinkedPeopleDocument = 'query ListUnlinkedPeople($first:Int!=50$after:String){company{unlinkedPeople(first:$first after:$after){nodes{source reference count firstOccurredAt lastOccurredAt}pageInfo{...PageFields}}}} fragment PageFields on PageInfo{hasNextPage endCursor}' as TypedDocumentString<Types.ListUnlinkedPeopleQuery, Types.ListUnlinkedPeopleQueryVariables>

export type ListUnlinkedPeoplePage = NonNullable<NonNullable<Types.ListUnlinkedPeopleQuery['company']>['unlinkedPeople']>
export type ListUnlinkedPeopleItem = ListUnlinkedPeoplePage['nodes'][number]

/**
 * Whom systems speak of and nobody knows yet
 *
 * Your company; null before it began.
 */
export function listUnlinkedPeople(
  km: Client,
  variables?: Types.ListUnlinkedPeopleQueryVariables,
  options?: CallOptions,
): List<ListUnlinkedPeopleItem, ListUnlinkedPeoplePage> {
  const read = async (after?: string | null) =>
    (await km.run(ListUnlinkedPeopleDocument, { ...variables, after }, options)).company?.unlinkedPeople
  return paginate('ListUnlinkedPeople', read, variables?.after)
}

export const ListUserActivitiesDocument = 'query ListUserActivities($userId:ID!$activityTypeId:ID$from:DateTime$to:DateTime$includeVoided:Boolean!=false$first:Int!=50$after:String){user(id:$userId){activities(activityTypeId:$activityTypeId from:$from to:$to includeVoided:$includeVoided first:$first after:$after){nodes{...ActivityFields}pageInfo{...PageFields}}}} fragment ActivityFields on Activity{id quantity amount label note occurredAt recordedAt source externalId isVoided isUnlinked version type{id key name}user{id name}team{...OrgNodeRef}} fragment PageFields on PageInfo{hasNextPage endCursor} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ListUserActivitiesQuery, Types.ListUserActivitiesQueryVariables>

export type ListUserActivitiesPage = NonNullable<NonNullable<Types.ListUserActivitiesQuery['user']>['activities']>
export type ListUserActivitiesItem = ListUserActivitiesPage['nodes'][number]

/**
 * What somebody did, the newest first
 *
 * A person of your company by id.
 */
export function listUserActivities(
  km: Client,
  variables: Types.ListUserActivitiesQueryVariables,
  options?: CallOptions,
): List<ListUserActivitiesItem, ListUserActivitiesPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListUserActivitiesDocument, { ...variables, after }, options)).user?.activities
  return paginate('ListUserActivities', read, variables?.after)
}

export const ListUsersDocument = 'query ListUsers($first:Int!=50$after:String){company{users(first:$first after:$after){nodes{...UserFields}pageInfo{...PageFields}}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment PageFields on PageInfo{hasNextPage endCursor} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ListUsersQuery, Types.ListUsersQueryVariables>

export type ListUsersPage = NonNullable<NonNullable<Types.ListUsersQuery['company']>['users']>
export type ListUsersItem = ListUsersPage['nodes'][number]

/**
 * Everybody in the company, page by page
 *
 * Your company; null before it began.
 */
export function listUsers(
  km: Client,
  variables?: Types.ListUsersQueryVariables,
  options?: CallOptions,
): List<ListUsersItem, ListUsersPage> {
  const read = async (after?: string | null) =>
    (await km.run(ListUsersDocument, { ...variables, after }, options)).company?.users
  return paginate('ListUsers', read, variables?.after)
}

export const LockKeyMetricDocument = 'mutation LockKeyMetric($input:LockKeyMetricInput!){lockKeyMetric(input:$input){node{...ChangedNode}userErrors{...UserErrorFields}}} fragment ChangedNode on OrgNode{...OrgNodeRef version inheritsKeyMetrics effectiveKeyMetrics{...EffectiveKeyMetricFields}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.LockKeyMetricMutation, Types.LockKeyMetricMutationVariables>

export type LockKeyMetricResult = Types.LockKeyMetricMutation['lockKeyMetric']

/**
 * Say what the nodes below may not do with a key metric
 *
 * Says what nodes below may not do with a metric. Repeating the call changes nothing. Company admins only.
 */
export async function lockKeyMetric(
  km: Client,
  input: Types.LockKeyMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<LockKeyMetricResult> {
  return (await km.run(LockKeyMetricDocument, { input }, options)).lockKeyMetric
}

export const LogActivitiesDocument = 'mutation LogActivities($input:LogActivitiesInput!){logActivities(input:$input){results{status isUnlinked activity{id version}userErrors{...UserErrorFields}}isWritten userErrors{...UserErrorFields}}} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.LogActivitiesMutation, Types.LogActivitiesMutationVariables>

export type LogActivitiesResult = Types.LogActivitiesMutation['logActivities']

/**
 * Deliver up to 1,000 activities of one system at once
 *
 * Logs what people did, up to 1,000 activities at once, as a system delivers them: twice, late and in any order count once. People for themselves, and who runs a department or a team for those whose activities count there.
 */
export async function logActivities(
  km: Client,
  input: Types.LogActivitiesMutationVariables['input'],
  options?: CallOptions,
): Promise<LogActivitiesResult> {
  return (await km.run(LogActivitiesDocument, { input }, options)).logActivities
}

export const LogActivityDocument = 'mutation LogActivity($input:LogActivityInput!){logActivity(input:$input){activity{...ActivityFields}userErrors{...UserErrorFields}}} fragment ActivityFields on Activity{id quantity amount label note occurredAt recordedAt source externalId isVoided isUnlinked version type{id key name}user{id name}team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.LogActivityMutation, Types.LogActivityMutationVariables>

export type LogActivityResult = Types.LogActivityMutation['logActivity']

/**
 * Log what somebody did: a call, a meeting, a deal won
 *
 * Logs what somebody did; it counts at once. People for themselves, and who runs a department or a team for those whose activities count there. The same externalId of a source again changes nothing.
 */
export async function logActivity(
  km: Client,
  input: Types.LogActivityMutationVariables['input'],
  options?: CallOptions,
): Promise<LogActivityResult> {
  return (await km.run(LogActivityDocument, { input }, options)).logActivity
}

export const OverrideKeyMetricDocument = 'mutation OverrideKeyMetric($input:OverrideKeyMetricInput!){overrideKeyMetric(input:$input){node{...ChangedNode}userErrors{...UserErrorFields}}} fragment ChangedNode on OrgNode{...OrgNodeRef version inheritsKeyMetrics effectiveKeyMetrics{...EffectiveKeyMetricFields}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.OverrideKeyMetricMutation, Types.OverrideKeyMetricMutationVariables>

export type OverrideKeyMetricResult = Types.OverrideKeyMetricMutation['overrideKeyMetric']

/**
 * Give a key metric another kind, label or position here and below
 *
 * Changes kind, label or position on a node and below. Repeating the call changes nothing. Company admins only.
 */
export async function overrideKeyMetric(
  km: Client,
  input: Types.OverrideKeyMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<OverrideKeyMetricResult> {
  return (await km.run(OverrideKeyMetricDocument, { input }, options)).overrideKeyMetric
}

export const ReactivateUserDocument = 'mutation ReactivateUser($input:ReactivateUserInput!){reactivateUser(input:$input){user{...UserFields}userErrors{...UserErrorFields}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ReactivateUserMutation, Types.ReactivateUserMutationVariables>

export type ReactivateUserResult = Types.ReactivateUserMutation['reactivateUser']

/**
 * Let a deactivated person sign in again
 *
 * Lets a deactivated person sign in again. By company admins. Repeating the call changes nothing.
 */
export async function reactivateUser(
  km: Client,
  input: Types.ReactivateUserMutationVariables['input'],
  options?: CallOptions,
): Promise<ReactivateUserResult> {
  return (await km.run(ReactivateUserDocument, { input }, options)).reactivateUser
}

export const ReconcileDocument = 'query Reconcile($nodeId:ID!$from:Date$to:Date){reconcile(nodeId:$nodeId from:$from to:$to){node{...OrgNodeRef}from to agrees sums{activityType{id key name}label agrees raw{quantity amount}rollup{quantity amount}parts{quantity amount}}}} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.ReconcileQuery, Types.ReconcileQueryVariables>

export type ReconcileResult = Types.ReconcileQuery['reconcile']

/**
 * Whether the sums of a node are those of its activities and of its parts
 *
 * Adds up the activities of a node once more and compares. Null for a node whose numbers you do not see. At most 400 days.
 */
export async function reconcile(
  km: Client,
  variables: Types.ReconcileQueryVariables,
  options?: CallOptions,
): Promise<ReconcileResult> {
  return (await km.run(ReconcileDocument, variables, options)).reconcile
}

export const RemoveKeyMetricRuleDocument = 'mutation RemoveKeyMetricRule($input:RemoveKeyMetricRuleInput!){removeKeyMetricRule(input:$input){node{...ChangedNode}userErrors{...UserErrorFields}}} fragment ChangedNode on OrgNode{...OrgNodeRef version inheritsKeyMetrics effectiveKeyMetrics{...EffectiveKeyMetricFields}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.RemoveKeyMetricRuleMutation, Types.RemoveKeyMetricRuleMutationVariables>

export type RemoveKeyMetricRuleResult = Types.RemoveKeyMetricRuleMutation['removeKeyMetricRule']

/**
 * Withdraw what a node says of a metric, so that it inherits again
 *
 * Takes back what a node says of a metric, so that it inherits again: un-hide, un-add. Repeating the call changes nothing. Company admins only.
 */
export async function removeKeyMetricRule(
  km: Client,
  input: Types.RemoveKeyMetricRuleMutationVariables['input'],
  options?: CallOptions,
): Promise<RemoveKeyMetricRuleResult> {
  return (await km.run(RemoveKeyMetricRuleDocument, { input }, options)).removeKeyMetricRule
}

export const RemoveMetricFormulaDocument = 'mutation RemoveMetricFormula($input:RemoveMetricFormulaInput!){removeMetricFormula(input:$input){metric{...MetricFields formula{...MetricFormulaFields}}userErrors{...UserErrorFields}}} fragment MetricFields on Metric{id key name description unit direction defaultKind status version} fragment MetricFormulaFields on MetricFormula{kind label activityTypes{...ActivityTypeFields}numerator{id key name}denominator{id key name}} fragment UserErrorFields on UserError{code message path} fragment ActivityTypeFields on ActivityType{id key name status version}' as TypedDocumentString<Types.RemoveMetricFormulaMutation, Types.RemoveMetricFormulaMutationVariables>

export type RemoveMetricFormulaResult = Types.RemoveMetricFormulaMutation['removeMetricFormula']

/**
 * Stop computing a metric from activities
 *
 * Stops computing a metric from activities. Repeating the call changes nothing. Company admins only.
 */
export async function removeMetricFormula(
  km: Client,
  input: Types.RemoveMetricFormulaMutationVariables['input'],
  options?: CallOptions,
): Promise<RemoveMetricFormulaResult> {
  return (await km.run(RemoveMetricFormulaDocument, { input }, options)).removeMetricFormula
}

export const ResetTargetDocument = 'mutation ResetTarget($input:ResetTargetInput!){resetTarget(input:$input){target{...TargetFields}userErrors{...UserErrorFields}}} fragment TargetFields on Target{amount source rollup coverage carriesForward setAt setBy{id name}version period{...PeriodFields}} fragment UserErrorFields on UserError{code message path} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.ResetTargetMutation, Types.ResetTargetMutationVariables>

export type ResetTargetResult = Types.ResetTargetMutation['resetTarget']

/**
 * Give up a target for what the level below adds up to
 *
 * Gives up the target of a node or a person from a period on, or in it alone: it is the sum of the level below then. Who administers or manages the node, or the team of the person. Repeating changes nothing.
 */
export async function resetTarget(
  km: Client,
  input: Types.ResetTargetMutationVariables['input'],
  options?: CallOptions,
): Promise<ResetTargetResult> {
  return (await km.run(ResetTargetDocument, { input }, options)).resetTarget
}

export const RestoreActivityTypeDocument = 'mutation RestoreActivityType($input:RestoreActivityTypeInput!){restoreActivityType(input:$input){activityType{...ActivityTypeFields}userErrors{...UserErrorFields}}} fragment ActivityTypeFields on ActivityType{id key name status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.RestoreActivityTypeMutation, Types.RestoreActivityTypeMutationVariables>

export type RestoreActivityTypeResult = Types.RestoreActivityTypeMutation['restoreActivityType']

/**
 * Take an archived activity type into use again
 *
 * Takes an archived activity type into use again, where it is enabled. Repeating the call changes nothing. Company admins only.
 */
export async function restoreActivityType(
  km: Client,
  input: Types.RestoreActivityTypeMutationVariables['input'],
  options?: CallOptions,
): Promise<RestoreActivityTypeResult> {
  return (await km.run(RestoreActivityTypeDocument, { input }, options)).restoreActivityType
}

export const RestoreMetricDocument = 'mutation RestoreMetric($input:RestoreMetricInput!){restoreMetric(input:$input){metric{...MetricFields}userErrors{...UserErrorFields}}} fragment MetricFields on Metric{id key name description unit direction defaultKind status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.RestoreMetricMutation, Types.RestoreMetricMutationVariables>

export type RestoreMetricResult = Types.RestoreMetricMutation['restoreMetric']

/**
 * Bring an archived metric back
 *
 * Takes an archived metric into use again. Company admins only.
 */
export async function restoreMetric(
  km: Client,
  input: Types.RestoreMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<RestoreMetricResult> {
  return (await km.run(RestoreMetricDocument, { input }, options)).restoreMetric
}

export const RevokeApiKeyDocument = 'mutation RevokeApiKey($input:RevokeApiKeyInput!){revokeApiKey(input:$input){apiKey{...ApiKeyFields}userErrors{...UserErrorFields}}} fragment ApiKeyFields on ApiKey{id name scopes node{...OrgNodeRef}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.RevokeApiKeyMutation, Types.RevokeApiKeyMutationVariables>

export type RevokeApiKeyResult = Types.RevokeApiKeyMutation['revokeApiKey']

/**
 * Take an API key back, at once and for ever
 *
 * Takes a key back, for ever and from the next request on. Repeating the call changes nothing. Company admins only; no API key may.
 */
export async function revokeApiKey(
  km: Client,
  input: Types.RevokeApiKeyMutationVariables['input'],
  options?: CallOptions,
): Promise<RevokeApiKeyResult> {
  return (await km.run(RevokeApiKeyDocument, { input }, options)).revokeApiKey
}

export const RevokeRoleDocument = 'mutation RevokeRole($input:RevokeRoleInput!){revokeRole(input:$input){user{...UserFields}userErrors{...UserErrorFields}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.RevokeRoleMutation, Types.RevokeRoleMutationVariables>

export type RevokeRoleResult = Types.RevokeRoleMutation['revokeRole']

/**
 * Take a role on a node from a person
 *
 * Takes a role on a node from a person, at once. The last company admin keeps theirs. By company admins, and by department admins in their department. Repeating changes nothing.
 */
export async function revokeRole(
  km: Client,
  input: Types.RevokeRoleMutationVariables['input'],
  options?: CallOptions,
): Promise<RevokeRoleResult> {
  return (await km.run(RevokeRoleDocument, { input }, options)).revokeRole
}

export const RotateApiKeyDocument = 'mutation RotateApiKey($input:RotateApiKeyInput!){rotateApiKey(input:$input){apiKey{...ApiKeyFields}secret userErrors{...UserErrorFields}}} fragment ApiKeyFields on ApiKey{id name scopes node{...OrgNodeRef}status createdAt expiresAt revokedAt lastUsedAt version secrets{lastCharacters createdAt expiresAt lastUsedAt}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.RotateApiKeyMutation, Types.RotateApiKeyMutationVariables>

export type RotateApiKeyResult = Types.RotateApiKeyMutation['rotateApiKey']

/**
 * Give an API key a new secret while the old one still works
 *
 * Makes a new secret for a key and shows it, this once. The one so far lives on for a while, so that the integration can change over; never more than two are alive. Company admins only; no API key may.
 */
export async function rotateApiKey(
  km: Client,
  input: Types.RotateApiKeyMutationVariables['input'],
  options?: CallOptions,
): Promise<RotateApiKeyResult> {
  return (await km.run(RotateApiKeyDocument, { input }, options)).rotateApiKey
}

export const SetCalendarDocument = 'mutation SetCalendar($input:SetCalendarInput!){setCalendar(input:$input){company{id version calendar{timeZone weekStart fiscalYearStartMonth currency}}userErrors{...UserErrorFields}}} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.SetCalendarMutation, Types.SetCalendarMutationVariables>

export type SetCalendarResult = Types.SetCalendarMutation['setCalendar']

/**
 * Decide where days, weeks and fiscal years begin, and the currency
 *
 * Sets the calendar of the company, or parts of it. Company admins only. Periods of the past are told in it as well. The time zone stays once there are activities. Repeating the call changes nothing.
 */
export async function setCalendar(
  km: Client,
  input: Types.SetCalendarMutationVariables['input'],
  options?: CallOptions,
): Promise<SetCalendarResult> {
  return (await km.run(SetCalendarDocument, { input }, options)).setCalendar
}

export const SetDataVisibilityDocument = 'mutation SetDataVisibility($input:SetDataVisibilityInput!){setDataVisibility(input:$input){user{...UserFields}userErrors{...UserErrorFields}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.SetDataVisibilityMutation, Types.SetDataVisibilityMutationVariables>

export type SetDataVisibilityResult = Types.SetDataVisibilityMutation['setDataVisibility']

/**
 * Hide a person from peers, or show them again
 *
 * Hides a person from the lists and rankings of peers, or shows them again; totals count everybody. By company admins. Repeating the call changes nothing.
 */
export async function setDataVisibility(
  km: Client,
  input: Types.SetDataVisibilityMutationVariables['input'],
  options?: CallOptions,
): Promise<SetDataVisibilityResult> {
  return (await km.run(SetDataVisibilityDocument, { input }, options)).setDataVisibility
}

export const SetKeyMetricDelegationDocument = 'mutation SetKeyMetricDelegation($input:SetKeyMetricDelegationInput!){setKeyMetricDelegation(input:$input){company{id version keyMetricDelegation}userErrors{...UserErrorFields}}} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.SetKeyMetricDelegationMutation, Types.SetKeyMetricDelegationMutationVariables>

export type SetKeyMetricDelegationResult = Types.SetKeyMetricDelegationMutation['setKeyMetricDelegation']

/**
 * Let managers and team leads configure key metrics
 *
 * Says whether managers and team leads configure the key metrics of their nodes. By company admins. Repeating the call changes nothing.
 */
export async function setKeyMetricDelegation(
  km: Client,
  input: Types.SetKeyMetricDelegationMutationVariables['input'],
  options?: CallOptions,
): Promise<SetKeyMetricDelegationResult> {
  return (await km.run(SetKeyMetricDelegationDocument, { input }, options)).setKeyMetricDelegation
}

export const SetKeyMetricInheritanceDocument = 'mutation SetKeyMetricInheritance($input:SetKeyMetricInheritanceInput!){setKeyMetricInheritance(input:$input){node{...ChangedNode}userErrors{...UserErrorFields}}} fragment ChangedNode on OrgNode{...OrgNodeRef version inheritsKeyMetrics effectiveKeyMetrics{...EffectiveKeyMetricFields}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level} fragment EffectiveKeyMetricFields on EffectiveKeyMetric{kind label frequency status isInherited position metric{id key unit direction}definedAt{...OrgNodeRef}locks{lock setAt{...OrgNodeRef}}}' as TypedDocumentString<Types.SetKeyMetricInheritanceMutation, Types.SetKeyMetricInheritanceMutationVariables>

export type SetKeyMetricInheritanceResult = Types.SetKeyMetricInheritanceMutation['setKeyMetricInheritance']

/**
 * Let a node start from nothing, or inherit again
 *
 * Says whether a node starts from what is above it. Repeating the call changes nothing. Company admins only.
 */
export async function setKeyMetricInheritance(
  km: Client,
  input: Types.SetKeyMetricInheritanceMutationVariables['input'],
  options?: CallOptions,
): Promise<SetKeyMetricInheritanceResult> {
  return (await km.run(SetKeyMetricInheritanceDocument, { input }, options)).setKeyMetricInheritance
}

export const SetMetricFormulaDocument = 'mutation SetMetricFormula($input:SetMetricFormulaInput!){setMetricFormula(input:$input){metric{...MetricFields formula{...MetricFormulaFields}}userErrors{...UserErrorFields}}} fragment MetricFields on Metric{id key name description unit direction defaultKind status version} fragment MetricFormulaFields on MetricFormula{kind label activityTypes{...ActivityTypeFields}numerator{id key name}denominator{id key name}} fragment UserErrorFields on UserError{code message path} fragment ActivityTypeFields on ActivityType{id key name status version}' as TypedDocumentString<Types.SetMetricFormulaMutation, Types.SetMetricFormulaMutationVariables>

export type SetMetricFormulaResult = Types.SetMetricFormulaMutation['setMetricFormula']

/**
 * Say how a metric is computed from activities
 *
 * Says how a metric is computed from activities; its past is told that way as well. Repeating the call changes nothing. Company admins only.
 */
export async function setMetricFormula(
  km: Client,
  input: Types.SetMetricFormulaMutationVariables['input'],
  options?: CallOptions,
): Promise<SetMetricFormulaResult> {
  return (await km.run(SetMetricFormulaDocument, { input }, options)).setMetricFormula
}

export const SetTargetDocument = 'mutation SetTarget($input:SetTargetInput!){setTarget(input:$input){target{...TargetFields}userErrors{...UserErrorFields}}} fragment TargetFields on Target{amount source rollup coverage carriesForward setAt setBy{id name}version period{...PeriodFields}} fragment UserErrorFields on UserError{code message path} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.SetTargetMutation, Types.SetTargetMutationVariables>

export type SetTargetResult = Types.SetTargetMutation['setTarget']

/**
 * Set what a team or a person is to reach of a metric in a period
 *
 * Sets what a node or a person is to reach of a metric in a period, and by default in those after it until one that is set. Who administers or manages the node, or the team of the person. Repeating changes nothing.
 */
export async function setTarget(
  km: Client,
  input: Types.SetTargetMutationVariables['input'],
  options?: CallOptions,
): Promise<SetTargetResult> {
  return (await km.run(SetTargetDocument, { input }, options)).setTarget
}

export const SetTargetsDocument = 'mutation SetTargets($input:SetTargetsInput!){setTargets(input:$input){results{status target{...TargetFields}userErrors{...UserErrorFields}}isWritten userErrors{...UserErrorFields}}} fragment TargetFields on Target{amount source rollup coverage carriesForward setAt setBy{id name}version period{...PeriodFields}} fragment UserErrorFields on UserError{code message path} fragment PeriodFields on Period{frequency start end startsAt endsAt label}' as TypedDocumentString<Types.SetTargetsMutation, Types.SetTargetsMutationVariables>

export type SetTargetsResult = Types.SetTargetsMutation['setTargets']

/**
 * Set many targets at once, or only try it
 *
 * Sets up to 1,000 targets at once. Who administers or manages the node, or the team of the person. Repeating changes nothing.
 */
export async function setTargets(
  km: Client,
  input: Types.SetTargetsMutationVariables['input'],
  options?: CallOptions,
): Promise<SetTargetsResult> {
  return (await km.run(SetTargetsDocument, { input }, options)).setTargets
}

export const SetTrackingFrequencyDocument = 'mutation SetTrackingFrequency($input:SetTrackingFrequencyInput!){setTrackingFrequency(input:$input){company{id version trackingFrequencies{kind frequency}}userErrors{...UserErrorFields}}} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.SetTrackingFrequencyMutation, Types.SetTrackingFrequencyMutationVariables>

export type SetTrackingFrequencyResult = Types.SetTrackingFrequencyMutation['setTrackingFrequency']

/**
 * Decide how often primary or secondary key metrics are tracked
 *
 * Says how often key metrics of a kind are tracked. Company admins only.
 */
export async function setTrackingFrequency(
  km: Client,
  input: Types.SetTrackingFrequencyMutationVariables['input'],
  options?: CallOptions,
): Promise<SetTrackingFrequencyResult> {
  return (await km.run(SetTrackingFrequencyDocument, { input }, options)).setTrackingFrequency
}

export const SignOutEverywhereDocument = 'mutation SignOutEverywhere($input:SignOutEverywhereInput!){signOutEverywhere(input:$input){user{...UserFields}userErrors{...UserErrorFields}}} fragment UserFields on User{id email name status dataVisibility team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.SignOutEverywhereMutation, Types.SignOutEverywhereMutationVariables>

export type SignOutEverywhereResult = Types.SignOutEverywhereMutation['signOutEverywhere']

/**
 * Take back every token of a person
 *
 * Takes back every token of a person that was issued until now, for example when a device is lost. By the person, and by company admins.
 */
export async function signOutEverywhere(
  km: Client,
  input: Types.SignOutEverywhereMutationVariables['input'],
  options?: CallOptions,
): Promise<SignOutEverywhereResult> {
  return (await km.run(SignOutEverywhereDocument, { input }, options)).signOutEverywhere
}

export const UpdateActivityTypeDocument = 'mutation UpdateActivityType($input:UpdateActivityTypeInput!){updateActivityType(input:$input){activityType{...ActivityTypeFields}userErrors{...UserErrorFields}}} fragment ActivityTypeFields on ActivityType{id key name status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.UpdateActivityTypeMutation, Types.UpdateActivityTypeMutationVariables>

export type UpdateActivityTypeResult = Types.UpdateActivityTypeMutation['updateActivityType']

/**
 * Give an activity type another name
 *
 * Gives an activity type another name. Repeating the call changes nothing. Company admins only.
 */
export async function updateActivityType(
  km: Client,
  input: Types.UpdateActivityTypeMutationVariables['input'],
  options?: CallOptions,
): Promise<UpdateActivityTypeResult> {
  return (await km.run(UpdateActivityTypeDocument, { input }, options)).updateActivityType
}

export const UpdateMetricDocument = 'mutation UpdateMetric($input:UpdateMetricInput!){updateMetric(input:$input){metric{...MetricFields}userErrors{...UserErrorFields}}} fragment MetricFields on Metric{id key name description unit direction defaultKind status version} fragment UserErrorFields on UserError{code message path}' as TypedDocumentString<Types.UpdateMetricMutation, Types.UpdateMetricMutationVariables>

export type UpdateMetricResult = Types.UpdateMetricMutation['updateMetric']

/**
 * Change what the catalogue says of a metric
 *
 * Changes a metric of the catalogue. Company admins only.
 */
export async function updateMetric(
  km: Client,
  input: Types.UpdateMetricMutationVariables['input'],
  options?: CallOptions,
): Promise<UpdateMetricResult> {
  return (await km.run(UpdateMetricDocument, { input }, options)).updateMetric
}

export const VoidActivityDocument = 'mutation VoidActivity($input:VoidActivityInput!){voidActivity(input:$input){activity{...ActivityFields}userErrors{...UserErrorFields}}} fragment ActivityFields on Activity{id quantity amount label note occurredAt recordedAt source externalId isVoided isUnlinked version type{id key name}user{id name}team{...OrgNodeRef}} fragment UserErrorFields on UserError{code message path} fragment OrgNodeRef on OrgNode{id name level}' as TypedDocumentString<Types.VoidActivityMutation, Types.VoidActivityMutationVariables>

export type VoidActivityResult = Types.VoidActivityMutation['voidActivity']

/**
 * Take an activity back: it counts nowhere any more
 *
 * Takes an activity back: it is kept, and counts nowhere any more. People for themselves, and who runs a department or a team for those whose activities count there. Repeating changes nothing.
 */
export async function voidActivity(
  km: Client,
  input: Types.VoidActivityMutationVariables['input'],
  options?: CallOptions,
): Promise<VoidActivityResult> {
  return (await km.run(VoidActivityDocument, { input }, options)).voidActivity
}
