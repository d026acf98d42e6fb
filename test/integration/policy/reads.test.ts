import { TypeInfo, isAbstractType, parse, visit, visitWithTypeInfo, type FieldNode } from 'graphql'
import { apiSchema } from '../../../server/app/schema.js'
import { fieldsWithResolver } from '../../../server/platform/graphql/policy.js'
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
import { codesOf } from '../../support/run-document.js'
import { everyQuery } from '../../support/selection.js'

// Everything has an id, and an id is in an answer only where somebody may see what it is of: ids are the canaries.
const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g
const DEPTH = 3

const { world, acme } = rolesInAllTests()
let activities: ReadonlyMap<string, string>
const schema = apiSchema()
const isByAnyId = ({ field }: { readonly field: string }) => /^nodes?$/.test(field)
// What is asked of anything by its id is asked of every type at once: a level less, for the limit of a document.
const queries = [
  ...everyQuery(schema, DEPTH).filter((query) => !isByAnyId(query)),
  ...everyQuery(schema, DEPTH - 1).filter(isByAnyId),
  ...deeper(),
]

beforeAll(async () => {
  activities = await oneActivityOfEverybody(acme)
})

afterAll(() => {
  const fields = new Set(queries.flatMap(({ document }) => [...fieldsAskedFor(document)]))
  process.stdout.write(`policy: ${fields.size} fields of ${WHO.length} kinds of people, ${answers} answers\n`)
})

let answers = 0

/** What lies further down than everything can be asked for in one document. */
function deeper() {
  const status =
    'keyMetricStatus(metricId: $id) { trace { node { id } rule { id node { id } } dormancy { by { id } } } }'
  const progress = `progress { period { label } expected forecast status pace { share } previous { change } series { day }
    why { numerator node { id } user { id } } } ofPerson: progress(userId: $id) { actual }`
  const fields = `id ${status} effectiveKeyMetrics { ${progress} locks { setAt { id } } definedAt { id parent { id } path { id } } }`
  const teams = `teams { ${fields} }`
  const notice = 'notice { node { id } fixes { node { id } by { id } } }'
  const team = `keyMetrics { ${notice} progress { why { user { id } } } } members { nodes { user { id } } } ${notice}`
  const overview = `nodes { nodes { node { id } editors { id user { id } node { id } } ${notice}
    keyMetrics { at { id } rule { id } effective { definedAt { id } locks { setAt { id } } } } } } ${notice}`
  const page = `keyMetrics { metric { id } definedAt { id } nodeProgress { why { node { id } user { id } } }
    notice { fixes { by { id } node { id } } } } notice { node { id } checks { node { id } } fixes { by { id } node { id } } }`
  const parts = 'parts { team { id parent { id } path { id } members { nodes { id } } } }'
  return [
    { document: `query ($id: ID!) { home(nodeId: $id) { node { id } nodes { id } user { id } ${page} } }` },
    { document: `query ($id: ID!) { profile(userId: $id) { user { id } team { id } ${page} ${parts} } }` },
    {
      document: `query ($id: ID!) { company { deletedNodes { nodes { parent { id } } } ${fields} departments { ${fields} ${teams} } ${teams} } }`,
    },
    { document: `query ($id: ID!) { teamPage(id: $id) { ${team} } }` },
    { document: `{ organizationOverview { ${overview} } }` },
    {
      document: `query ($id: ID!, $metricId: ID!) { leaderboard(nodeId: $id, metricId: $metricId) {
        node { id } entries { nodes { user { id } } } ${notice} } }`,
    },
  ]
}

interface Canaries {
  readonly nodes: ReadonlyMap<string, NodeName>
  readonly rules: ReadonlyMap<string, NodeName>
  readonly people: ReadonlyMap<string, string>
  readonly roles: ReadonlyMap<string, { readonly nodeId: string }>
  /** With whose it is. */
  readonly activities: ReadonlyMap<string, string>
}

async function canaries(): Promise<Canaries> {
  const { company } = acme
  const ids = await world.database.query<{ id: string; nodeId: string; kind: string }[]>(
    `SELECT id, node_id AS "nodeId", 'rule' AS kind FROM key_metric_rule WHERE company_id = $1
     UNION ALL SELECT id, node_id, 'role' FROM role_assignment WHERE company_id = $1`,
    [company.id],
  )
  const people = new Map(Object.keys(EVERYBODY).map((name) => [company.person(emailOf(name)), name]))
  const nodes = new Map(NODE_NAMES.map((name) => [company.node(name), name]))
  const of = (kind: string) => ids.filter((row) => row.kind === kind)
  return {
    nodes,
    rules: new Map(of('rule').map(({ id, nodeId }) => [id, nodes.get(nodeId)!])),
    people,
    activities: new Map([...activities].map(([userId, id]) => [id, people.get(userId)!])),
    roles: new Map(of('role').map(({ id, nodeId }) => [id, { nodeId }])),
  }
}

const sees = (who: Who, node: NodeName) =>
  mayByThePage({ person: acme.person(who), action: 'see key metrics', path: acme.path(node), about: null })

/** What the page lets somebody see, by id. */
function allowed(who: Who, { nodes, rules, people, roles, activities }: Canaries): Set<string> {
  const whole = NODE_NAMES.filter((node) => sees(who, node))
  const named = new Set<string>(['ACME', ...whole.flatMap((node) => NODES[node])])
  const namedIds = [...nodes].filter(([, name]) => named.has(name)).map(([id]) => id)
  const heldOnNamed = [...roles].filter(([, { nodeId }]) => namedIds.includes(nodeId))
  return new Set([
    ...namedIds,
    ...[...rules].filter(([, node]) => whole.includes(node)).map(([id]) => id),
    ...[...people].filter(([, name]) => seesPerson(who, name, named)).map(([id]) => id),
    ...heldOnNamed.map(([id]) => id),
    ...[...activities].filter(([, name]) => seesNumbersOf(who, name)).map(([id]) => id),
  ])
}

function seesNumbersOf(who: Who, name: string): boolean {
  const { teamId, isHidden = false } = EVERYBODY[name]!
  const about = { id: acme.company.person(emailOf(name)), isHidden }
  const path = acme.path(teamId ?? 'ACME')
  return mayByThePage({ person: acme.person(who), action: 'see numbers of people', path, about })
}

function seesPerson(who: Who, name: string, named: ReadonlySet<string>): boolean {
  const { teamId, role, isHidden = false } = EVERYBODY[name]!
  const path = acme.path(teamId ?? 'ACME')
  const about = { id: acme.company.person(emailOf(name)), isHidden }
  const person = acme.person(who)
  const may = (action: 'see people' | 'see hidden people') => mayByThePage({ person, action, path, about })
  if (about.id === person.userId || (role && named.has(role[1]))) return true
  return isHidden ? may('see hidden people') : may('see people')
}

/** Every id in the answers to every query: asked in depth of nodes and metrics, and with every id there is. */
async function walk(who: Who, known: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>()
  const ask = async (document: string, id: string) => {
    const answer = await world.run(acme.person(who), document, {
      ...{ id, ids: [id], metricId: acme.company.metric('REV') },
    })
    answers++
    // Whom one sees without running their team, one may not explain to.
    expect(codesOf(answer).filter((code) => code !== 'FORBIDDEN')).toEqual([])
    for (const each of answer.text.match(UUID) ?? []) found.add(each)
  }
  const inDepth = [...NODE_NAMES.map(acme.company.node), ...['MTG', 'REV'].map(acme.company.metric)]
  const people = Object.keys(EVERYBODY).map((name) => acme.company.person(emailOf(name)))
  for (const { document } of queries) {
    const ids = /\bprofile\(/.test(document) ? people : inDepth
    for (const id of isById(document) ? ids : [acme.company.id]) await ask(document, id)
  }
  for (const { document } of everyQuery(schema, 1).filter((query) => isById(query.document))) {
    for (const id of known) await ask(document, id)
  }
  return found
}

const isById = (document: string) => /\$ids?\b/.test(document)

describe('what can be reached by any query, with any id, is what the table grants:', () => {
  it.each(WHO)('%s', async (who) => {
    const all = await canaries()
    const known = [...all.nodes, ...all.rules, ...all.people, ...all.roles, ...all.activities].map(
      ([id]) => id,
    )
    const found = await walk(who, known)
    const may = allowed(who, all)
    const leaked = known.filter((id) => found.has(id) && !may.has(id))
    const missing = [...may].filter((id) => !found.has(id))
    expect({ leaked, missing }).toEqual({ leaked: [], missing: [] })
  })

  it('every field with a resolver was asked for, but for what a mutation or a subscription answers', () => {
    const asked = new Set(queries.flatMap(({ document }) => [...fieldsAskedFor(document)]))
    const names = fieldsWithResolver(schema).map(({ name }) => name)
    const forgotten = names.filter(
      (name) =>
        !asked.has(name) &&
        !/^(Mutation|Subscription)\.|Payload\.|Impact\.|^LogActivitiesResult\./.test(name),
    )
    expect(forgotten).toEqual([])
  })
})

/** As 'Type.field', for each object type that the selection reaches. */
function fieldsAskedFor(document: string): Set<string> {
  const asked = new Set<string>()
  const types = new TypeInfo(schema)
  const enter = (node: FieldNode) => {
    const parent = types.getParentType()
    if (!parent) return
    const objects = isAbstractType(parent) ? schema.getPossibleTypes(parent) : [parent]
    for (const { name } of objects) asked.add(`${name}.${node.name.value}`)
  }
  visit(parse(document), visitWithTypeInfo(types, { Field: { enter } }))
  return asked
}

const BY_NODE = `query ($id: ID!) { orgNode(id: $id) {
  id name level version parent { name } path { name }
  effectiveKeyMetrics { label } keyMetricRules { label } inheritsKeyMetrics
  administrators { totalCount } managers { totalCount }
  ... on Company { departments { name } teams { name } }
  ... on Department { teams { name } }
  ... on Team { members { totalCount } }
} }`

describe('a node is seen whole, by name, or not at all:', () => {
  it.each(WHO)('%s', async (who) => {
    const answers = await Promise.all(
      NODE_NAMES.map(async (node) => {
        const { data, text } = await world.run<{ orgNode: Record<string, unknown> | null }>(
          acme.person(who),
          BY_NODE,
          { id: acme.company.node(node) },
        )
        if (data.orgNode === null) return [node, text === '{"data":{"orgNode":null}}\n' ? 'nothing' : text]
        const { effectiveKeyMetrics, keyMetricRules, inheritsKeyMetrics, administrators, managers, version } =
          data.orgNode
        const content = [effectiveKeyMetrics, keyMetricRules, inheritsKeyMetrics, administrators, managers]
        if (content.every((one) => one === null) && version === 0) return [node, 'name']
        return [node, content.every((one) => one !== null) && version !== 0 ? 'whole' : content]
      }),
    )
    const whole = NODE_NAMES.filter((node) => sees(who, node))
    const above = new Set<string>(['ACME', ...whole.flatMap((node) => NODES[node])])
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(
        NODE_NAMES.map((node) => [
          node,
          whole.includes(node) ? 'whole' : above.has(node) ? 'name' : 'nothing',
        ]),
      ),
    )
  })

  it('a node out of sight is answered byte for byte as an id that was never issued', async () => {
    const ask = async (id: string) => (await world.run(acme.person('member'), BY_NODE, { id })).text
    const never = await ask('2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11')
    for (const node of ['LONDON', 'CS', 'RENEW', 'LABS'] as const) {
      expect(await ask(acme.company.node(node))).toBe(never)
    }
  })
})
