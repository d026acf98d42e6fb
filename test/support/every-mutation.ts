import { deleteNode } from '../../server/features/people/delete-node.commands.js'
import { inviteUser } from '../../server/features/people/invitation.commands.js'
import { CHANGED, type Mutation } from './mutation.js'
import { existingCompany, type TestCompany } from './test-company.js'
import type { World } from './world.js'

type Input = Readonly<Record<string, unknown>>

/** A change that can be made in the company of `companyForEveryMutation`. */
export interface Case {
  readonly mutation: Mutation
  /** Name of the node, key of the metric or e-mail of the person whose version is asked for; none for what is new. */
  readonly of: string | null
  /** It does something anew each time. */
  readonly isNewEachTime?: boolean
  /** A member sees nothing of what it is about. */
  readonly isOutOfSight?: boolean
  /** What it changes is not of the same kind before and after: a conflict carries the present in a field of its own. */
  readonly isOfTwoKinds?: boolean
  input(company: TestCompany): Input
}

const onRule =
  (node: string, metric: string, rest: Input = {}) =>
  (company: TestCompany): Input => ({ nodeId: company.node(node), metricId: company.metric(metric), ...rest })
const onMetric =
  (key: string, rest: Input = {}) =>
  (company: TestCompany): Input => ({ metricId: company.metric(key), ...rest })

const onType =
  (key: string, rest: Input = {}) =>
  (company: TestCompany): Input => ({ activityTypeId: company.activityType(key), ...rest })
const onEnablement =
  (node: string, key: string) =>
  (company: TestCompany): Input => ({ nodeId: company.node(node), activityTypeId: company.activityType(key) })

const onPerson =
  (email: string, rest: Input = {}) =>
  (company: TestCompany): Input => ({ userId: company.person(email), ...rest })
const roleOf =
  (email: string, node: string, role: string) =>
  (company: TestCompany): Input => ({ userId: company.person(email), nodeId: company.node(node), role })

const NEW_METRIC = { key: 'NEW', name: 'New', unit: 'COUNT', defaultKind: 'PRIMARY' }

/** One change by each mutation there is. */
export const EVERY_MUTATION: readonly Case[] = [
  { mutation: 'addKeyMetric', of: 'SALES', input: onRule('SALES', 'MTG', { label: 'Meetings' }) },
  { mutation: 'hideKeyMetric', of: 'SALES', input: onRule('SALES', 'REV') },
  { mutation: 'overrideKeyMetric', of: 'OSLO', input: onRule('OSLO', 'REV', { kind: 'PRIMARY' }) },
  { mutation: 'removeKeyMetricRule', of: 'ACME', input: onRule('ACME', 'REV') },
  { mutation: 'lockKeyMetric', of: 'ACME', input: onRule('ACME', 'REV', { preset: 'MANDATORY' }) },
  {
    mutation: 'setKeyMetricInheritance',
    of: 'OSLO',
    input: ({ node }) => ({ nodeId: node('OSLO'), inheritsKeyMetrics: false }),
  },
  { mutation: 'createMetric', of: null, input: () => NEW_METRIC },
  {
    mutation: 'updateMetric',
    of: 'REV',
    input: onMetric('REV', { name: 'Revenue', defaultKind: 'PRIMARY' }),
  },
  { mutation: 'archiveMetric', of: 'REV', input: onMetric('REV') },
  { mutation: 'restoreMetric', of: 'OLD', input: onMetric('OLD') },
  { mutation: 'deleteMetric', of: 'OLD', isOfTwoKinds: true, input: onMetric('OLD') },
  {
    mutation: 'setMetricFormula',
    of: 'REV',
    input: ({ metric, activityType }) => ({
      metricId: metric('REV'),
      formula: { kind: 'SUM', activityTypeIds: [activityType('CALL')] },
    }),
  },
  { mutation: 'removeMetricFormula', of: 'MTG', input: onMetric('MTG') },
  { mutation: 'createActivityType', of: null, input: () => ({ key: 'NEW', name: 'New' }) },
  { mutation: 'updateActivityType', of: 'CALL', input: onType('CALL', { name: 'Phone call' }) },
  { mutation: 'archiveActivityType', of: 'CALL', input: onType('CALL') },
  { mutation: 'restoreActivityType', of: 'FAX', input: onType('FAX') },
  { mutation: 'enableActivityType', of: 'SALES', input: onEnablement('SALES', 'CALL') },
  { mutation: 'disableActivityType', of: 'OSLO', input: onEnablement('OSLO', 'CALL') },
  { mutation: 'setTrackingFrequency', of: 'ACME', input: () => ({ kind: 'PRIMARY', frequency: 'DAILY' }) },
  { mutation: 'setCalendar', of: 'ACME', input: () => ({ timeZone: 'Europe/Oslo', weekStart: 'SUNDAY' }) },
  { mutation: 'setKeyMetricDelegation', of: 'ACME', input: () => ({ delegation: 'HIDE_AND_ADD' }) },
  {
    mutation: 'createNode',
    of: null,
    input: ({ node }) => ({ level: 'TEAM', parentId: node('SALES'), name: 'NEW' }),
  },
  {
    mutation: 'updateNode',
    of: 'OSLO',
    input: ({ node }) => ({ nodeId: node('OSLO'), description: 'The north.' }),
  },
  {
    mutation: 'reorderNodes',
    of: 'SALES',
    input: ({ node }) => ({ parentId: node('SALES'), nodeIds: [node('OSLO')] }),
  },
  {
    mutation: 'moveNode',
    of: 'OSLO',
    input: ({ id, node }) => ({ nodeId: node('OSLO'), parentId: id }),
  },
  {
    ...{ mutation: 'deleteNode', of: 'EMPTY', isOutOfSight: true, isOfTwoKinds: true },
    input: ({ node }) => ({ nodeId: node('EMPTY') }),
  },
  {
    ...{ mutation: 'restoreNode', of: 'GONE', isOutOfSight: true, isOfTwoKinds: true },
    input: ({ node }) => ({ nodeId: node('GONE') }),
  },
  { mutation: 'createUser', of: null, input: () => ({ email: 'new@acme.test', name: 'New' }) },
  { mutation: 'inviteUser', of: null, input: () => ({ email: 'ina@acme.test', name: 'Ina' }) },
  {
    ...{ mutation: 'revokeInvitation', of: 'ina@acme.test', isOutOfSight: true },
    input: onPerson('ina@acme.test'),
  },
  { mutation: 'updateUser', of: 'mia@acme.test', input: onPerson('mia@acme.test', { name: 'Mia M.' }) },
  { mutation: 'grantRole', of: null, input: roleOf('mia@acme.test', 'OSLO', 'MANAGER') },
  { mutation: 'revokeRole', of: null, input: roleOf('eva@acme.test', 'OSLO', 'ADMIN') },
  { mutation: 'deactivateUser', of: 'mia@acme.test', input: onPerson('mia@acme.test') },
  { mutation: 'reactivateUser', of: 'ben@acme.test', input: onPerson('ben@acme.test') },
  {
    mutation: 'setDataVisibility',
    of: 'mia@acme.test',
    input: onPerson('mia@acme.test', { dataVisibility: 'HIDDEN' }),
  },
  {
    mutation: 'signOutEverywhere',
    of: 'eva@acme.test',
    isNewEachTime: true,
    input: onPerson('eva@acme.test'),
  },
]

/**
 * Those of API keys, activities and targets, of many people at once and of who is nobody yet have tests of their own
 * that ask the same, in the folder of that name.
 */
export const ASKED_ELSEWHERE: readonly string[] = [
  'cancelScheduledChange',
  ...['createApiKey', 'rotateApiKey', 'revokeApiKey'],
  ...['logActivity', 'logActivities', 'correctActivity', 'voidActivity', 'linkPerson'],
  ...['moveUsers', 'acceptInvitation'],
  ...['setTarget', 'resetTarget', 'setTargets', 'copyTargets'],
]

/** The mutations that are there for something existing: they can come too late, or miss it. */
export const EVERY_UPDATE = EVERY_MUTATION.filter(({ of }) => of !== null)
/** Those that are true already when they are repeated. */
export const EVERY_REPEATABLE = EVERY_UPDATE.filter(({ isNewEachTime }) => !isNewEachTime)

const ID_FIELDS: Record<(typeof CHANGED)[Mutation], readonly string[]> = {
  node: ['nodeId', 'metricId'],
  metric: ['metricId'],
  activityType: ['activityTypeId'],
  company: [],
  user: ['userId'],
  roleAssignment: ['userId', 'nodeId'],
  deletedNode: ['nodeId'],
  deletedMetric: ['metricId'],
}

const OTHER_ID_FIELDS: Partial<Record<Mutation, readonly string[]>> = {
  updateNode: ['nodeId'],
  reorderNodes: ['parentId'],
  moveNode: ['nodeId', 'parentId'],
  restoreNode: ['nodeId'],
  setKeyMetricInheritance: ['nodeId'],
  enableActivityType: ['nodeId', 'activityTypeId'],
  disableActivityType: ['nodeId', 'activityTypeId'],
}

/** The input fields of each mutation that hold an id. */
export const EVERY_ID = EVERY_UPDATE.flatMap(({ mutation, ...rest }) => {
  const taken = OTHER_ID_FIELDS[mutation] ?? ID_FIELDS[CHANGED[mutation]]
  return taken.map((field) => ({ mutation, field, ...rest }))
})

export async function companyForEveryMutation(world: World): Promise<TestCompany> {
  const plan = {
    departments: { SALES: ['OSLO'] },
    teams: ['EMPTY', 'GONE'],
    metrics: ['REV', 'MTG', 'OLD'],
    keyMetrics: ['REV'],
  }
  const company = await world.company(plan)
  await company.build.archive(company.metric('OLD'))
  const gone = { nodeId: company.node('GONE'), choice: null, moveToId: null, expectedVersion: 1 }
  await deleteNode(company.build.ctx, gone)
  const [call, fax] = [
    await company.build.activityType({ key: 'CALL' }),
    await company.build.activityType({ key: 'FAX' }),
  ]
  await company.build.archiveType(fax)
  await company.build.enable(company.node('OSLO'), call)
  await company.build.formula(company.metric('MTG'), { kind: 'COUNT', activityTypeIds: [call] })
  await company.build.people([
    { email: 'ben@acme.test', name: 'Ben Back', teamId: company.node('OSLO') },
    { email: 'eva@acme.test', name: 'Eva Admin', roles: [{ role: 'ADMIN', nodeId: company.node('OSLO') }] },
  ])
  await world.database.query(
    `UPDATE app_user SET status = 'DEACTIVATED' WHERE company_id = $1 AND email = 'ben@acme.test'`,
    [company.id],
  )
  await inviteUser(company.build.ctx, { email: 'ina@acme.test', name: 'Ina Invited' })
  return existingCompany(company.build)
}

/** The input with the version that is right at present. */
export async function inputOf({ of, input }: Case, company: TestCompany): Promise<Input> {
  const version = of === null ? {} : { expectedVersion: await company.versionOf(of) }
  return { ...input(company), ...version }
}
