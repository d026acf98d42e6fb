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
