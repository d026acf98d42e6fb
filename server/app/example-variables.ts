import type { DataSource } from 'typeorm'
import { loadTypesById } from '../features/activity/activity-type.loaders.js'
import { loadCatalogue } from '../features/metric/metric.loaders.js'
import { loadSystemContext } from '../features/org/company.commands.js'
import { loadTree, type TreeNode } from '../features/org/tree.loaders.js'
import { loadMembers } from '../features/people/people-list.loaders.js'
import { FIRST_BY_NAME } from '../features/people/people-query.js'
import type { Context } from '../platform/context.js'
import { changesOfActivities, changesOfMetrics, changesOfNodes, changesOfPeople } from './example-changes.js'

/**
 * Variables with which the examples can be run at once by whoever belongs to that company: they name a department, a team
 * and a metric of it, and the version at which they are now.
 */
export async function exampleVariables(
  database: DataSource,
  companyId: string | null,
): Promise<(operation: string) => object | undefined> {
  const ctx = companyId === null ? null : await loadSystemContext(database, companyId)
  const known = ctx && (await pick(ctx))
  return (operation) => known?.get(operation)
}

async function pick(ctx: Context): Promise<ReadonlyMap<string, object> | null> {
  const nodes = [...(await loadTree(ctx, null)).values()]
  const metrics = [...(await loadCatalogue(ctx, null)).values()]
  const metric = metrics.find(({ key }) => key === 'CALLS') ?? metrics[0]
  const department = withTeams(nodes)
  const team = nodes.find(({ parentId }) => parentId === department?.id)
  if (!metric || !department || !team) return null
  const [person] = (await loadMembers(ctx, { id: team.id, asOf: null }, FIRST_BY_NAME)).nodes
  const company = nodes.find(({ id }) => id === ctx.companyId)
  const type = [...(await loadTypesById(ctx)).values()].find(({ status }) => status === 'ACTIVE')
  const places = { nodes, company, department, team, person, type }
  const onTeam = { nodeId: team.id, metricId: metric.id }
  const rule = { nodeId: department.id, metricId: metric.id, expectedVersion: department.version }
  return new Map<string, object>([
    ['GetDepartment', { id: department.id }],
    ['GetTeam', { id: team.id }],
    ['GetOrgNode', { id: team.id }],
    ['GetProgress', { nodeId: team.id }],
    ['GetKeyMetricStatus', onTeam],
    ...pagesOf(onTeam, { departmentId: department.id, userId: person?.id }),
    ['ExplainKeyMetric', { userId: person?.id, metricId: metric.id, surface: 'HOME' }],
    ['ListKeyMetricRules', { nodeId: team.id }],
    ['ListMembers', { nodeId: team.id, first: 10 }],
    ['ListManagers', { nodeId: team.id, first: 10 }],
    ['ListAdministrators', { nodeId: team.id, first: 10 }],
    ['ListUsers', { first: 10 }],
    ['GetPeriods', { frequency: 'MONTHLY', from: dayIn(-90), to: dayIn(90) }],
    ...[...activitiesOf(team.id, person?.id), ...targetsOf(onTeam, department.id)],
    ...keysOf(department.id),
    ...[...changesOfNodes(places), ...changesOfPeople(places), ...changesOfActivities(places)],
    ['AddKeyMetric', { input: { ...rule, pin: true } }],
    ['HideKeyMetric', { input: rule }],
    ['OverrideKeyMetric', { input: { ...rule, kind: 'PRIMARY', label: 'Calls that count' } }],
    ['RemoveKeyMetricRule', { input: rule }],
    ['LockKeyMetric', { input: { ...rule, preset: 'MANDATORY' } }],
    [
      'SetKeyMetricInheritance',
      { input: { nodeId: team.id, inheritsKeyMetrics: false, expectedVersion: team.version } },
    ],
    [
      'SetTrackingFrequency',
      { input: { kind: 'PRIMARY', frequency: 'QUARTERLY', expectedVersion: company?.version } },
    ],
    ['SetCalendar', { input: { weekStart: 'SUNDAY', expectedVersion: company?.version } }],
    ...changesOfMetrics(metric),
  ])
}

function pagesOf(
  { nodeId, metricId }: { readonly nodeId: string; readonly metricId: string },
  { departmentId, userId }: { readonly departmentId: string; readonly userId: string | undefined },
): [operation: string, variables: object][] {
  return [
    ['GetProfile', { userId }],
    ['GetTeamPage', { id: nodeId }],
    ['ListTeamPageMembers', { id: nodeId, first: 10 }],
    ['GetLeaderboard', { nodeId: departmentId, metricId }],
    ['ListLeaderboard', { nodeId: departmentId, metricId }],
    ['ListCelebrations', { nodeId: departmentId, first: 10 }],
    ['OnProgressChanged', { nodeId: departmentId }],
    ['OnCelebrated', { nodeId: departmentId }],
    ['OnEffectiveKeyMetricsChanged', { nodeId }],
    ['CompareOrganization', { from: instantIn(-7) }],
  ]
}

function instantIn(days: number): string {
  return new Date(Date.now() + days * 24 * 3_600_000).toISOString()
}

function dayIn(days: number): string {
  return instantIn(days).slice(0, 10)
}

function activitiesOf(teamId: string, userId: string | undefined): [operation: string, variables: object][] {
  return [
    ['ListTeamActivities', { teamId, first: 10 }],
    ['ListUserActivities', { userId, first: 10 }],
    ['Reconcile', { nodeId: teamId }],
  ]
}

function keysOf(nodeId: string): [operation: string, variables: object][] {
  return [
    ['ListApiKeys', { first: 10 }],
    ['CreateApiKey', { input: { name: 'CRM', scopes: ['READ_ORGANIZATION', 'READ_PEOPLE'], nodeId } }],
  ]
}

function targetsOf(
  onTeam: { readonly nodeId: string; readonly metricId: string },
  departmentId: string,
): [operation: string, variables: object][] {
  const lastMonth = { frequency: 'MONTHLY', offset: -1 }
  return [
    ['GetTarget', onTeam],
    ['SetTarget', { input: { ...onTeam, amount: '120' } }],
    ['SetTargets', { input: { mode: 'ATOMIC', dryRun: true, items: [{ ...onTeam, amount: '120' }] } }],
    ['ResetTarget', { input: onTeam }],
    [
      'CopyTargets',
      { input: { nodeId: departmentId, fromPeriod: lastMonth, toPeriod: {}, changePercent: '10' } },
    ],
  ]
}

/** The department with the most teams: changing something on it shows best. */
function withTeams(nodes: readonly TreeNode[]): TreeNode | undefined {
  const teams = (id: string) => nodes.filter(({ parentId }) => parentId === id).length
  return nodes.filter(({ level }) => level === 'DEPARTMENT').sort((a, b) => teams(b.id) - teams(a.id))[0]
}
