import { Kind, parse } from 'graphql'
import { apiSchema } from '../../server/app/schema.js'
import { loadSystemContext } from '../../server/features/org/company.commands.js'
import { createCompiler } from '../../server/platform/graphql/execution/compiled-queries.js'
import type { Asked } from '../../server/platform/graphql/execution/interpret.js'
import { createSharing } from '../../server/platform/graphql/execution/shared-answers.js'
import type { Words } from '../../server/platform/graphql/execution/words.js'
import { testDatabaseUrl } from '../support/database.js'
import { randomNumbers, RandomDocuments, type RandomRequest } from '../support/random-document.js'
import { runDocument } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { untilAnswered } from '../support/until-answered.js'
import { startWorld, type World } from '../support/world.js'

const COUNT = Number(process.env.FUZZ_DOCUMENTS ?? 80)
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_128)

let compiled: World
let interpreted: World
let acme: TestCompany

beforeAll(async () => {
  const url = await testDatabaseUrl()
  compiled = await startWorld(url, { execution: 'compiled' })
  interpreted = await startWorld(url, { execution: 'interpreted' })
  acme = await compiled.company({
    departments: { SALES: ['OSLO', 'BERGEN'] },
    teams: ['LABS'],
    metrics: ['REV', 'MTG', 'CALLS'],
    keyMetrics: ['REV', 'MTG'],
  })
  const { build, node, metric } = acme
  await build.override(node('SALES'), metric('REV'), { label: 'Umsatz "€"', kind: 'PRIMARY' })
  await build.hide(node('OSLO'), metric('MTG'))
  await build.add(node('BERGEN'), metric('CALLS'), { reach: 'NODE_ONLY' })
  await build.lock(acme.id, metric('REV'), 'MANDATORY')
})

afterAll(() => Promise.all([compiled.stop(), interpreted.stop()]))

/** Errors of fields that wait come in the order in which the fields are done. */
async function answer(world: World, request: RandomRequest, token: string): Promise<object> {
  const { status, text } = await untilAnswered(() => runDocument(world.url, { ...request, token }))
  const { data, errors = [] } = JSON.parse(text) as { data?: unknown; errors?: object[] }
  return { status, data: JSON.stringify(data), errors: errors.map((error) => JSON.stringify(error)).sort() }
}

/** Asked three times: by graphql-js, then compiled, then as it was compiled. */
async function expectTheSame(request: RandomRequest, token: string): Promise<void> {
  const expected = await answer(interpreted, request, token)
  for (const time of [1, 2, 3])
    expect({ request, time, answer: await answer(compiled, request, token) }).toEqual({
      request,
      time,
      answer: expected,
    })
}

const EVERY_FIELD = `kind label frequency status isInherited position
  metric { id key name description unit direction defaultKind status version }
  definedAt { id name level __typename } kindFrom { name } labelFrom { name } positionFrom { id }
  locks { lock setAt { name ... on Company { level } } }`

const TREE = `query ($kind: KeyMetricKind) { company { ...Shown departments { ...Shown teams { ...Shown } } teams { ...Shown } } }
fragment Shown on OrgNode { name version them: effectiveKeyMetrics(kind: $kind) { ${EVERY_FIELD} } effectiveKeyMetrics { label } }`

const DEFAULTS = `query ($first: Int! = 1, $descending: Boolean! = true, $sort: PeopleSort! = NAME, $asOf: DateTime = "2020-01-01T00:00:00Z", $kind: KeyMetricKind = PRIMARY) {
  company { members(first: $first, sort: $sort, descending: $descending) { nodes { name } } effectiveKeyMetrics(kind: $kind) { label } }
  then: company(asOf: $asOf) { id } }`

describe('a query is answered byte for byte as graphql-js answers it', () => {
  it.each([
    ['the tree with all that is shared of its key metrics', TREE, {}],
    ['those of one kind', TREE, { kind: 'PRIMARY' }],
    [
      'the same field from two fragments',
      `{ company { ...A ...B } } fragment A on Company { effectiveKeyMetrics { label } } fragment B on OrgNode { effectiveKeyMetrics { kind } }`,
      {},
    ],
    [
      'with what only somebody sees',
      `{ company { effectiveKeyMetrics { label definedAt { version } progress { actual } } } }`,
      {},
    ],
    [
      'with a directive',
      `query ($no: Boolean = false) { company { a: name @include(if: $no) id a: level effectiveKeyMetrics { kind label @skip(if: $no) } } }`,
      {},
    ],
    [
      'texts as they are, what is converted converted',
      `{ auditLog(first: 2) { nodes { id action actsAs at } totalCount }
         company { id name level version effectiveKeyMetrics { kind isInherited position progress { actual period { start endsAt frequency } } } } }`,
      {},
    ],
    ['with default values of variables', DEFAULTS, {}],
    ['with others instead', DEFAULTS, { first: 2, descending: null, sort: 'EMAIL', asOf: null, kind: null }],
    ['with none where there must be one', DEFAULTS, { first: null }],
    ['people counted on request', `{ company { members(first: 1) { totalCount nodes { name } } } }`, {}],
    ['an enum that is none', TREE, { kind: 'TERTIARY' }],
    ['a list that is too long', `{ company { members(first: 101) { totalCount } } }`, {}],
    ['introspection', '{ __schema { queryType { name } } company { __typename } }', {}],
  ])('%s', async (_, document, variables) => {
    for (const viewer of [acme.admin, acme.member])
      await expectTheSame({ document, variables }, await compiled.token(viewer))
  })

  it(`${COUNT} queries made up from the schema (seed ${SEED})`, async () => {
    const ids = [acme.id, acme.member.userId, acme.node('SALES'), acme.node('OSLO'), acme.metric('REV')]
    const requests = new RandomDocuments(apiSchema(), randomNumbers(SEED), ids)
    const token = await compiled.token(acme.admin, '12h')
    for (let asked = 0; asked < COUNT; asked++) {
      const request = requests.next()
      if (!request.document.trimStart().startsWith('mutation')) await expectTheSame(request, token)
    }
  }, 300_000)
})

/** What graphql-js would have to answer again shows here, and nowhere else. */
describe('the fast ways are taken', () => {
  const asked = async (text: string): Promise<Asked> => {
    const document = parse(text)
    const [operation] = document.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    const ctx = await loadSystemContext(compiled.database, acme.id)
    return { document, operation: operation!, variables: {}, ctx }
  }

  it('by the tree: its lists are written once for each version, whoever asks', async () => {
    const share = createSharing(apiSchema())
    const query = await asked('{ company { effectiveKeyMetrics { label definedAt { name } } } }')
    const words = async () => {
      const { ctx } = await asked('{ __typename }')
      const { data, errors } = (await share({ ...query, ctx }))!
      expect(errors).toBeUndefined()
      return (data as { company: { effectiveKeyMetrics: Words } }).company.effectiveKeyMetrics
    }
    await words()
    const first = await words()
    expect(first.bytes.toString()).toBe(
      '[{"label":"MTG","definedAt":{"name":"ACME"}},{"label":"REV","definedAt":{"name":"ACME"}}]',
    )
    expect(await words()).toBe(first)
    await acme.build.override(acme.id, acme.metric('MTG'), { label: 'Meetings' })
    await words()
    expect((await words()).bytes.toString()).toContain('"Meetings"')
  })

  it('by a query asked for the second time, and never by one that takes long to compile', async () => {
    const compile = createCompiler(apiSchema())
    const query = await asked('{ company { name path { name parent { name } } members { totalCount } } }')
    expect(compile(query)).toBeNull()
    const { data, errors } = (await compile(query))!
    expect(errors).toBeUndefined()
    expect(data).toEqual({
      company: { name: 'ACME', path: [{ name: 'ACME', parent: null }], members: { totalCount: 1 } },
    })
    const given = await asked(`query ($first: Int! = 1, $sort: PeopleSort! = NAME) {
      company { members(first: $first, sort: $sort) { nodes { name } } } }`)
    expect(compile(given)).toBeNull()
    expect((await compile(given))!.errors).toBeUndefined()
    const deep = await asked(`{ company { ${'path { '.repeat(8)} name ${'} '.repeat(8)} } }`)
    expect([compile(deep), compile(deep), compile(deep)]).toEqual([null, null, null])
  })
})

it('a change that another process makes is in the very next answer', async () => {
  const token = await compiled.token(acme.admin)
  const names = async (world: World) =>
    JSON.stringify(await answer(world, { document: TREE, variables: {} }, token))
  await names(compiled)
  await names(compiled)
  for (const label of ['Umsatz', 'Erlös']) {
    const input = { nodeId: acme.node('SALES'), metricId: acme.metric('REV'), label }
    const { data } = await interpreted.run<{ department: { version: number } }>(
      acme.admin,
      'query ($id: ID!) { department(id: $id) { version } }',
      { id: input.nodeId },
    )
    const expectedVersion = data.department.version
    const { userErrors } = await interpreted.mutate(acme.admin, 'overrideKeyMetric', {
      ...input,
      expectedVersion,
    })
    expect(userErrors).toEqual([])
    expect(await names(compiled)).toContain(JSON.stringify(`"label":"${label}"`).slice(1, -1))
    expect(await names(compiled)).toBe(await names(interpreted))
  }
})
