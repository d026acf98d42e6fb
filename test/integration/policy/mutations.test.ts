import { apiSchema } from '../../../server/app/schema.js'
import type { Action } from '../../../server/domain/policy.js'
import { ANYBODY, fieldsWithResolver, SIGNED_IN } from '../../../server/platform/graphql/policy.js'
import {
  NEVER,
  onActivity,
  onCompany,
  onNode,
  onPerson,
  withoutVersion,
  type Input,
  type Probe,
} from '../../support/probe.js'
import { mayByThePage } from '../../support/reference-policy.js'
import {
  EVERYBODY,
  WHO,
  emailOf,
  oneActivityOfEverybody,
  rolesInAllTests,
  type Who,
} from '../../support/role-company.js'
import { NODE_NAMES, NODES, type NodeName } from '../../support/role-nodes.js'
import { rowsOf } from '../../support/rows.js'

const { world, acme } = rolesInAllTests()
/** One of each person. */
let activities: ReadonlyMap<string, string>
const metric = (key: string) => acme.company.metric(key)
const activityType = (key: string) => acme.company.activityType(key)
// Held by nobody, so that taking it away changes nothing; on every node.
const unheld = (nodeId: string) => ({ nodeId, userId: acme.person('peer').userId, role: 'ADMIN' })
const NEW_METRIC = { key: 'REV', name: 'Again', unit: 'COUNT', defaultKind: 'PRIMARY' }
const NOBODY = { email: '', name: '' }
/** Where the person is already. */
const teamOf = (userId: string) => {
  const [name] = Object.keys(EVERYBODY).filter((one) => acme.company.person(emailOf(one)) === userId)
  const { teamId } = EVERYBODY[name!]!
  return teamId && acme.company.node(teamId)
}
const KEY = { name: '', scopes: [] }
const TARGET = () => ({ metricId: metric('REV'), amount: '1' })
const LAST_MONTH = { fromPeriod: { frequency: 'MONTHLY', offset: -1 }, toPeriod: {} }
const UNKNOWN_TYPE = { activityTypeId: '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11' }
const UNKNOWN_KEY = { apiKeyId: '2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11' }

const PROBES: Readonly<Record<string, Probe>> = {
  addKeyMetric: onNode(() => ({ metricId: metric('NPS') })),
  hideKeyMetric: onNode(() => ({ metricId: metric('REV') })),
  overrideKeyMetric: onNode(() => ({ metricId: metric('REV'), label: 'Revenue' })),
  removeKeyMetricRule: onNode((nodeId) => ({
    metricId: metric(nodeId === acme.company.id ? 'REV' : 'MTG'),
  })),
  lockKeyMetric: onNode(() => ({ metricId: metric('CALLS'), preset: 'MANDATORY' })),
  setKeyMetricInheritance: onNode(() => ({ inheritsKeyMetrics: false })),
  grantRole: withoutVersion({
    ...onNode((nodeId) => ({ ...unheld(nodeId), userId: acme.person('leaver').userId })),
  }),
  revokeRole: withoutVersion({ ...onNode(unheld), allowed: 'done' }),
  deactivateUser: onPerson(),
  reactivateUser: onPerson(),
  setDataVisibility: onPerson({ dataVisibility: 'HIDDEN' }),
  signOutEverywhere: onPerson(),
  createNode: {
    ...{ on: 'node', field: 'parentId', allowed: 'INVALID name' },
    input: (parentId) => ({ level: 'TEAM', parentId, name: '' }),
  },
  updateNode: onNode(() => ({ name: 'Other' })),
  reorderNodes: {
    ...{ on: 'node', field: 'parentId', allowed: 'done' },
    input: (parentId) => ({ parentId, nodeIds: [], ...NEVER }),
  },
  moveNode: onNode((nodeId) => ({ parentId: nodeId })),
  deleteNode: onNode(() => ({})),
  restoreNode: { ...onNode(() => ({})), allowed: 'done' },
  moveUsers: {
    ...{ on: 'person', allowed: 'done' },
    input: (userId) => ({ mode: 'ATOMIC', items: [{ userId, teamId: teamOf(userId), ...NEVER }] }),
  },
  createUser: withoutVersion(onCompany(() => NOBODY)),
  inviteUser: withoutVersion(onCompany(() => NOBODY)),
  updateUser: onPerson({ name: 'Other' }),
  revokeInvitation: { ...onPerson(), allowed: 'done' },
  createMetric: withoutVersion(onCompany(() => NEW_METRIC, 'DUPLICATE')),
  updateMetric: onCompany(() => ({ metricId: metric('REV'), name: 'Other' })),
  archiveMetric: onCompany(() => ({ metricId: metric('REV') })),
  restoreMetric: onCompany(() => ({ metricId: metric('REV') })),
  deleteMetric: onCompany(() => ({ metricId: metric('REV') })),
  setMetricFormula: onCompany(() => ({
    metricId: metric('REV'),
    formula: { kind: 'COUNT', activityTypeIds: [activityType('VISIT')] },
  })),
  removeMetricFormula: onCompany(() => ({ metricId: metric('NPS') })),
  createActivityType: withoutVersion(onCompany(() => ({ key: 'CALL', name: 'Again' }), 'DUPLICATE')),
  updateActivityType: onCompany(() => ({ activityTypeId: activityType('CALL'), name: 'Other' })),
  archiveActivityType: onCompany(() => ({ activityTypeId: activityType('CALL') })),
  restoreActivityType: onCompany(() => ({ activityTypeId: activityType('FAX') })),
  enableActivityType: onNode(() => ({ activityTypeId: activityType('DEMO') })),
  disableActivityType: onNode((nodeId) => ({
    activityTypeId: activityType(nodeId === acme.company.id ? 'CALL' : 'VISIT'),
  })),
  setTrackingFrequency: onCompany(() => ({ kind: 'PRIMARY', frequency: 'YEARLY' })),
  setCalendar: onCompany(() => ({ weekStart: 'SUNDAY' })),
  setKeyMetricDelegation: onCompany(() => ({ delegation: 'HIDE_AND_ADD' })),
  logActivity: withoutVersion(onPerson(UNKNOWN_TYPE)),
  logActivities: {
    ...{ on: 'person', allowed: 'NOT_FOUND activityTypeId' },
    input: (userId) => ({ source: 'crm', mode: 'ATOMIC', items: [{ userId, ...UNKNOWN_TYPE }] }),
  },
  correctActivity: onActivity({ quantity: '9' }),
  voidActivity: onActivity(),
  linkPerson: withoutVersion(onPerson({ source: '', reference: 'Bob' })),
  setTarget: { ...onPerson(), input: (userId) => ({ userId, ...NEVER, ...TARGET() }) },
  resetTarget: { ...onNode(() => ({ metricId: metric('REV') })), allowed: 'done' },
  setTargets: {
    ...{ on: 'node', allowed: 'done' },
    input: (nodeId) => ({ mode: 'ATOMIC', dryRun: true, items: [{ nodeId, ...TARGET() }] }),
  },
  copyTargets: withoutVersion({ ...onNode(() => LAST_MONTH), allowed: 'done' }),
  createApiKey: withoutVersion(onCompany(() => KEY)),
  rotateApiKey: onCompany(() => UNKNOWN_KEY),
  revokeApiKey: onCompany(() => UNKNOWN_KEY),
}

const POLICIES = new Map(
  fieldsWithResolver(apiSchema()).flatMap(({ name, policy }) =>
    name.startsWith('Mutation.') && policy !== ANYBODY && policy !== SIGNED_IN
      ? [[name.slice('Mutation.'.length), policy as Action] as const]
      : [],
  ),
)

beforeAll(async () => {
  activities = await oneActivityOfEverybody(acme)
})

afterAll(() => {
  process.stdout.write(`policy: ${Object.keys(PROBES).length} mutations, ${tried} tries\n`)
})

it('every mutation there is, is tried', () => {
  expect([...POLICIES.keys()].sort()).toEqual(Object.keys(PROBES).sort())
})

interface Try {
  readonly name: string
  readonly id: string
  /** What the page says of it. */
  readonly expected: 'allowed' | 'FORBIDDEN' | 'NOT_FOUND'
}

function triesOf(who: Who, action: Action, on: Probe['on']): Try[] {
  if (on === 'activity') return Object.keys(EVERYBODY).map((name) => tryOnActivity(who, action, name))
  if (on === 'person') return Object.keys(EVERYBODY).map((name) => tryOnPerson(who, action, name))
  const nodes = on === 'node' ? NODE_NAMES : (['ACME'] as const)
  return nodes.map((name) => tryOnNode(who, action, name))
}

function tryOnNode(who: Who, action: Action, name: NodeName): Try {
  const question = { person: acme.person(who), path: acme.path(name), about: null }
  const isAllowed = mayByThePage({ ...question, action })
  return {
    name,
    id: acme.company.node(name),
    expected: isAllowed ? 'allowed' : isInSight(who, name) ? 'FORBIDDEN' : 'NOT_FOUND',
  }
}

function isInSight(who: Who, name: NodeName): boolean {
  const person = acme.person(who)
  const sees = (node: NodeName) =>
    mayByThePage({ person, action: 'see key metrics', path: acme.path(node), about: null })
  return (
    name === 'ACME' ||
    NODE_NAMES.some((node) => sees(node) && (NODES[node] as readonly string[]).includes(name))
  )
}

function tryOnPerson(who: Who, action: Action, name: string): Try {
  const { teamId, role, isHidden = false } = EVERYBODY[name]!
  const id = acme.company.person(emailOf(name))
  const about = { id, isHidden }
  const question = { person: acme.person(who), path: acme.path(teamId ?? 'ACME'), about }
  const sees = mayByThePage({ ...question, action: isHidden ? 'see hidden people' : 'see people' })
  const isSeen = sees || id === question.person.userId || (role !== undefined && isInSight(who, role[1]))
  const isAllowed = mayByThePage({ ...question, action })
  return { name, id, expected: isAllowed ? 'allowed' : isSeen ? 'FORBIDDEN' : 'NOT_FOUND' }
}

/** The activity that somebody logged; it is seen with the numbers of the person. */
function tryOnActivity(who: Who, action: Action, name: string): Try {
  const { teamId, isHidden = false } = EVERYBODY[name]!
  const about = { id: acme.company.person(emailOf(name)), isHidden }
  const question = { person: acme.person(who), path: acme.path(teamId ?? 'ACME'), about }
  const isSeen = mayByThePage({ ...question, action: 'see numbers of people' })
  const isAllowed = mayByThePage({ ...question, action })
  return {
    ...{ name, id: activities.get(about.id)! },
    expected: isAllowed ? 'allowed' : isSeen ? 'FORBIDDEN' : 'NOT_FOUND',
  }
}

async function outcome(who: Who, mutation: string, input: Input): Promise<string> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { userErrors { code path } } }`
  const { data, text } = await world.run<Record<
    string,
    { userErrors: { code: string; path: string[] }[] }
  > | null>(acme.person(who), document, { input })
  const errors = data?.[mutation]?.userErrors
  if (!errors) throw new Error(`${mutation}: ${text}`)
  return errors.length === 0 ? 'done' : errors.map(({ code, path }) => `${code} ${path.join('.')}`).join()
}

/** FORBIDDEN, NOT_FOUND of the very thing it was tried on, or that it was allowed. */
function verdict(answer: string, { on, field: named }: Probe): Try['expected'] {
  const field = named ?? { node: 'nodeId', person: 'userId', activity: 'activityId', company: 'nodeId' }[on]
  if (answer.startsWith('FORBIDDEN')) return 'FORBIDDEN'
  return answer.replace('items.0.', '') === `NOT_FOUND ${field}` ? 'NOT_FOUND' : 'allowed'
}

let tried = 0

describe.each(Object.keys(PROBES))('%s is for whom the table names:', (mutation) => {
  const probe = PROBES[mutation]!

  it.each(WHO)('%s', async (who) => {
    const before = await rowsOf(world.database, acme.company.id)
    const tries = triesOf(who, POLICIES.get(mutation)!, probe.on)
    const found: [string, string][] = []
    for (const { name, id } of tries) {
      found.push([name, verdict(await outcome(who, mutation, probe.input(id)), probe)])
    }
    tried += tries.length
    expect(found).toEqual(tries.map(({ name, expected }) => [name, expected]))
    expect(await rowsOf(world.database, acme.company.id)).toEqual(before)
  })
})
