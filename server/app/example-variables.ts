import type { DataSource } from 'typeorm'
import { loadCatalogue } from '../features/metric/metric.loaders.js'
import { loadSystemContext } from '../features/org/company.commands.js'
import { loadTree, type TreeNode } from '../features/org/tree.loaders.js'
import { loadMembers } from '../features/people/user.loaders.js'
import type { Context } from '../platform/context.js'

/**
 * Variables with which the examples can be run at once by whoever is offered first: they name a department, a team
 * and a metric of that person's company, and the version at which they are now.
 */
export async function exampleVariables(
  database: DataSource,
  companyId: string | undefined,
): Promise<(operation: string) => object | undefined> {
  const ctx = companyId === undefined ? null : await loadSystemContext(database, companyId)
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
  const [person] = (await loadMembers(ctx, { id: team.id, asOf: null }, { first: 1, after: null })).nodes
  const company = nodes.find(({ id }) => id === ctx.companyId)
  const onTeam = { nodeId: team.id, metricId: metric.id }
  const rule = { nodeId: department.id, metricId: metric.id, expectedVersion: department.version }
  const { id: metricId, version: expectedVersion } = metric
  return new Map<string, object>([
    ['GetDepartment', { id: department.id }],
    ['GetTeam', { id: team.id }],
    ['GetOrgNode', { id: team.id }],
    ['GetProgress', { nodeId: team.id }],
    ['GetKeyMetricStatus', onTeam],
    ['ExplainKeyMetric', { userId: person?.id, metricId: metric.id, surface: 'HOME' }],
    ['ListKeyMetricRules', { nodeId: team.id }],
    ['ListMembers', { teamId: team.id, first: 10 }],
    ['ListUsers', { first: 10 }],
    ...[...activitiesOf(team.id, person?.id), ...targetsOf(onTeam, department.id)],
    ...keysOf(department.id),
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
    ['UpdateMetric', { input: { metricId, name: `${metric.name} made`, expectedVersion } }],
    ['ArchiveMetric', { input: { metricId, expectedVersion } }],
    ['RestoreMetric', { input: { metricId, expectedVersion } }],
    [
      'CreateMetric',
      { input: { key: 'SITE_VISITS', name: 'Site visits', unit: 'COUNT', defaultKind: 'SECONDARY' } },
    ],
  ])
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
