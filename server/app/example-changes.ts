import type { ActivityTypeRow } from '../features/activity/activity-type.loaders.js'
import type { MetricRow } from '../features/metric/metric.loaders.js'
import type { TreeNode } from '../features/org/tree.loaders.js'
import type { UserRow } from '../features/people/user.loaders.js'

/** What the examples are about. */
export interface Places {
  readonly nodes: readonly TreeNode[]
  readonly company: TreeNode | undefined
  readonly department: TreeNode
  readonly team: TreeNode
  /** Of the team. */
  readonly person: UserRow | undefined
  readonly type: ActivityTypeRow | undefined
}

type Examples = [operation: string, variables: object][]

export function changesOfNodes({ nodes, company, department, team }: Places): Examples {
  const elsewhere = nodes.find(({ id, level }) => level === 'DEPARTMENT' && id !== department.id)
  const siblings = nodes.filter(({ parentId }) => parentId === department.id).map(({ id }) => id)
  const onTeam = { nodeId: team.id, expectedVersion: team.version }
  return [
    ['CreateNode', { input: { parentId: department.id, level: 'TEAM', name: 'Pilot' } }],
    ['UpdateNode', { input: { ...onTeam, description: 'Whoever calls first.' } }],
    ['MoveNode', { input: { ...onTeam, parentId: elsewhere?.id ?? company?.id } }],
    ['DeleteNode', { input: { ...onTeam, choice: 'UNASSIGN_MEMBERS' } }],
    [
      'ReorderNodes',
      {
        input: {
          parentId: department.id,
          expectedVersion: department.version,
          nodeIds: siblings.reverse().slice(0, 2),
        },
      },
    ],
  ]
}

export function changesOfPeople({ nodes, team, person }: Places): Examples {
  if (person === undefined) return []
  const other = nodes.find(({ id, level }) => level === 'TEAM' && id !== team.id)
  const { id: userId, version: expectedVersion } = person
  const item = { userId, expectedVersion, teamId: other?.id ?? null }
  return [
    ['ListMemberships', { userId, first: 10 }],
    ['MoveUsers', { input: { mode: 'ATOMIC', items: [item] } }],
    ['GrantRole', { input: { userId, nodeId: team.id, role: 'MANAGER' } }],
    ['RevokeRole', { input: { userId, nodeId: team.id, role: 'MANAGER' } }],
    ['SetDataVisibility', { input: { userId, expectedVersion, dataVisibility: 'HIDDEN' } }],
    ['CreateUser', { input: { name: 'Nina New', email: 'nina.new@example.com', teamId: team.id } }],
    ['InviteUser', { input: { name: 'Ivo Invited', email: 'ivo.invited@example.com', teamId: team.id } }],
  ]
}

export function changesOfMetrics({ id: metricId, name, version: expectedVersion }: MetricRow): Examples {
  return [
    ['UpdateMetric', { input: { metricId, name: `${name} made`, expectedVersion } }],
    ['ArchiveMetric', { input: { metricId, expectedVersion } }],
    ['RestoreMetric', { input: { metricId, expectedVersion } }],
    [
      'CreateMetric',
      { input: { key: 'SITE_VISITS', name: 'Site visits', unit: 'COUNT', defaultKind: 'SECONDARY' } },
    ],
  ]
}

export function changesOfActivities({ team, person, type }: Places): Examples {
  if (person === undefined || type === undefined) return []
  const done = { activityTypeId: type.id, quantity: '1' }
  return [
    ['GetActivityLogger', { teamId: team.id }],
    ['LogActivity', { input: { ...done, userId: person.id, note: 'From the playground' } }],
    [
      'LogActivities',
      {
        input: {
          ...{ source: 'crm', mode: 'PER_ITEM', dryRun: true },
          items: [{ ...done, email: person.email, externalId: 'deal-1' }],
        },
      },
    ],
  ]
}
