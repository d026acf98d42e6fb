import { buildClientSchema, getIntrospectionQuery, type IntrospectionQuery } from 'graphql'
import { codesOf } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ teams: ['OSLO'], keyMetrics: ['REV'] })
})

afterAll(() => world.stop())

const run = (document: string, variables?: object) => world.run(acme.admin, document, variables)

/** Status and codes, and how long it took in milliseconds. */
async function refusal(document: string, variables?: object) {
  const start = performance.now()
  const { status, errors, statements } = await run(document, variables)
  const [first] = errors
  return {
    status,
    codes: codesOf({ errors }),
    message: first?.message,
    statements,
    took: performance.now() - start,
  }
}

/** Each fragment spreads the next one twice: `depth` fragments ask for 2 to the power of `depth` fields. */
function fragmentBomb(depth: number, root: string): string {
  const fragments = Array.from({ length: depth }, (_, n) => {
    const next = n === depth - 1 ? 'name' : `a: path { ...F${n + 1} } b: path { ...F${n + 1} }`
    return `fragment F${n} on OrgNode { ${next} }`
  })
  return `{ ${root} { ...F0 } } ${fragments.join(' ')}`
}

describe('a document is refused at once, before anything is read,', () => {
  // Of a node that is not there: what the document costs when it is not refused is not the concern of this test.
  it.each([14, 18, 60])('when %i fragments each spread the next one twice', async (depth) => {
    const { status, codes, took, statements } = await refusal(fragmentBomb(depth, 'orgNode(id: "none")'))
    expect({ status, codes: new Set(codes) }).toEqual({ status: 400, codes: new Set(['LIMIT_EXCEEDED']) })
    expect(took).toBeLessThan(1_000)
    expect(statements).toHaveLength(1)
  })

  it.each([
    ['{ a: __schema { ...S } b: __schema { ...S } } fragment S on __Schema { types { name } }'],
    ['{ __schema { a: types { name } b: types { name } } }'],
    ['{ __type(name: "Team") { a: fields { name } } b: __type(name: "Team") { name } }'],
  ])('when it asks for the schema under more than one name: %s', async (document) => {
    const { status, message } = await refusal(document)
    expect(status).toBe(400)
    expect(message).toContain('is of the schema: read it without the alias')
    const own = document.replaceAll(/\b[ab]: /g, '')
    expect((await run(own)).errors).toEqual([])
  })

  it('but not when it reads the whole schema, as tools do', async () => {
    const introspection = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true })
    const { data, errors } = await run(introspection)
    expect(errors).toEqual([])
    expect(buildClientSchema(data as IntrospectionQuery).toConfig().types.length).toBeGreaterThan(60)
  })

  it.each([
    ['more than 5,000 tokens', `{ ${'__typename '.repeat(5_000)} }`],
    ['20,000 fields', `{ ${Array.from({ length: 20_000 }, (_, n) => `a${n}: __typename`).join(' ')} }`],
    ['40,000 levels', `{ a ${'{ a '.repeat(40_000)}${'}'.repeat(40_001)}`],
    ['a list 40,000 deep', `{ metric(id: ${'['.repeat(40_000)}${']'.repeat(40_000)}) { id } }`],
  ])('when it has %s', async (_, document) => {
    const { status, codes, message, took } = await refusal(document)
    expect({ status, codes }).toEqual({ status: 400, codes: ['LIMIT_EXCEEDED'] })
    expect(message).toMatch(/5000 tokens|nested too deep/)
    expect(took).toBeLessThan(1_000)
  })

  it.each([
    ['GRAPHQL_PARSE_FAILED', '{ company'],
    ['GRAPHQL_VALIDATION_FAILED', '{ compani { id } }'],
    ['GRAPHQL_VALIDATION_FAILED', '{ company { id(first: 1) } }'],
    ['LIMIT_EXCEEDED', `{ company { id ${'@unknown '.repeat(3_000).slice(0, 9_000)} } }`],
    ['OPERATION_RESOLUTION_FAILURE', 'query A { __typename } query B { __typename }'],
  ])('with %s when it is %.30j', async (code, document) => {
    const { status, codes, took } = await refusal(document)
    expect(status).toBe(400)
    expect(new Set(codes)).toEqual(new Set([code]))
    expect(took).toBeLessThan(2_000)
  })
})

const LISTS = [
  'company { users(PAGE) { totalCount } }',
  'company { administrators(PAGE) { totalCount } }',
  'company { managers(PAGE) { totalCount } }',
  'company { teams { members(PAGE) { totalCount } } }',
]

describe.each(LISTS)('%s', (list) => {
  it.each([101, -1, 100_000, 2_147_483_647])(
    'refuses first: %i, written out and as a variable, and names the limit',
    async (first) => {
      const expected = {
        codes: ['LIMIT_EXCEEDED'],
        message: `first is ${first}; expected 0 to 100. Read page by page with after.`,
      }
      expect(await refusal(`{ ${list.replace('PAGE', `first: ${first}`)} }`)).toMatchObject(expected)
      const asVariable = list.replace('PAGE', 'first: $first')
      expect(await refusal(`query ($first: Int!) { ${asVariable} }`, { first })).toMatchObject(expected)
      expect(await refusal(`query ($first: Int! = ${first}) { ${asVariable} }`)).toMatchObject(expected)
    },
  )

  it.each([0, 1, 100])('allows first: %i', async (first) => {
    expect((await run(`{ ${list.replace('PAGE', `first: ${first}`)} }`)).errors).toEqual([])
  })

  it.each([
    'x',
    '%%%',
    '🙂',
    '',
    Buffer.from('[]').toString('base64url'),
    Buffer.from('["a"]').toString('base64url'),
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('{"length":2}').toString('base64url'),
    Buffer.from('["\\u0000","2f0fd0c1-9a3e-4a59-8f35-6f1c7f0a3c11"]').toString('base64url'),
  ])('refuses the cursor %j', async (after) => {
    const document = `query ($after: String) { ${list.replace('PAGE', 'after: $after')} }`
    expect(await refusal(document, { after })).toMatchObject({
      codes: ['BAD_USER_INPUT'],
      message: 'after is not a cursor of this API; pass an endCursor exactly as it was given.',
    })
  })
})

describe('arguments of the wrong form are refused with BAD_USER_INPUT:', () => {
  it.each([
    ['yesterday', 'query ($asOf: DateTime) { company(asOf: $asOf) { id } }', { asOf: 'yesterday' }],
    ['a number for an instant', 'query ($asOf: DateTime) { company(asOf: $asOf) { id } }', { asOf: 5 }],
    [
      'a position beyond 32 bits',
      'mutation ($input: OverrideKeyMetricInput!) { overrideKeyMetric(input: $input) { userErrors { code } } }',
      { input: { nodeId: 'x', metricId: 'y', expectedVersion: 1, position: 2 ** 53 + 1 } },
    ],
    [
      'a field that no input has',
      'mutation ($input: ArchiveMetricInput!) { archiveMetric(input: $input) { userErrors { code } } }',
      { input: { metricId: 'x', expectedVersion: 1, companyId: 'y' } },
    ],
    [
      'an unknown enum value',
      'query ($kind: KeyMetricKind) { company { effectiveKeyMetrics(kind: $kind) { label } } }',
      { kind: '__proto__' },
    ],
  ])('%s', async (_, document, variables) => {
    const { status, codes } = await refusal(document, variables)
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] })
  })

  it('more than 100 ids', async () => {
    const ids = Array.from({ length: 101 }, () => acme.id)
    const { codes, message } = await refusal('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })
    expect(codes).toEqual(['LIMIT_EXCEEDED'])
    expect(message).toBe('ids has 101 entries; at most 100 are read at once.')
    const { data } = await run('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ids.slice(1) })
    expect(data).toEqual({ nodes: Array.from({ length: 100 }, () => ({ id: acme.id })) })
  })
})

it('any instant that DateTime can say is answered, however far away', async () => {
  for (const asOf of [
    '0001-01-01T00:00:00Z',
    '1969-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59.999Z',
    '2026-06-01T12:00:00+14:00',
  ]) {
    expect(
      (
        await run('query ($asOf: DateTime) { company(asOf: $asOf) { id } metrics(asOf: $asOf) { id } }', {
          asOf,
        })
      ).errors,
    ).toEqual([])
  }
})
