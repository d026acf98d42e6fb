import { runDocument } from '../support/run-document.js'
import { times } from '../support/limits.js'
import { inAllTests } from '../support/world.js'

const { world, acme } = inAllTests((world) => world.company({ teams: ['OSLO'] }))

// A server that fell over would not answer this.
afterEach(async () => {
  const { status, data } = await world.run(acme.admin, '{ viewer { name } }')
  expect({ status, data }).toEqual({ status: 200, data: { viewer: { name: 'Ada Admin' } } })
})

const nested = (levels: number, open: string, inner: string, close = '}') =>
  `${open.repeat(levels)} ${inner} ${close.repeat(levels)}`

/** Each fragment spreads the next one so many times. */
const bomb = (fragments: number, spreads: number) =>
  `{ company { ...F0 } } ${times(fragments, (n) => {
    const next = n === fragments - 1 ? 'name' : `parent { ${`...F${n + 1} `.repeat(spreads)} }`
    return `fragment F${n} on OrgNode { ${next} }`
  })}`

const HOSTILE: readonly (readonly [string, string])[] = [
  ['18 fragments that spread the next one twice', bomb(18, 2)],
  ['300 fragments that spread the next one three times', bomb(300, 3)],
  ['a fragment of itself', '{ company { ...F } } fragment F on OrgNode { parent { ...F } }'],
  [
    'two fragments of each other',
    '{ company { ...A } } fragment A on OrgNode { ...B } fragment B on OrgNode { ...A }',
  ],
  ['400 fragments, each spread by the one before', bomb(400, 1)],
  ['21 levels', `{ ${nested(20, 'company { parent { ', 'id', '} }')} }`],
  ['1,600 levels', `{ company ${nested(1_600, '{ parent ', '{ id }')} }`],
  ['1,200 levels of inline fragments', `{ company ${nested(1_200, '{ ... ', '{ id }')} }`],
  [
    'an unused fragment of 1,600 levels',
    `{ __typename } fragment F on OrgNode ${nested(1_600, '{ parent ', '{ id }')}`,
  ],
  ['40,000 levels', `{ company ${nested(40_000, '{ parent ', '{ id }')} }`],
  [
    '101 aliases by way of fragments',
    `{ company { ${times(5, () => '...A')} x: name } } fragment A on OrgNode { ${times(20, (n) => `a${n}: name`)} }`,
  ],
  ['20,000 fields', `{ ${times(20_000, (n) => `a${n}: __typename`)} }`],
  ['3,000 unknown directives', `{ company { id ${'@a '.repeat(3_000)} } }`],
  ['2,000 unknown directives', `{ company { id ${'@a '.repeat(2_000)} } }`],
  ['2,000 directives on a query', `query ${'@skip(if: true) '.repeat(700)} { company { id } }`],
  ['2,000 directives on a variable', `query ($a: Int ${'@a '.repeat(2_000)}) { company { id } }`],
  ['a list 40,000 deep', `{ metric(id: ${nested(40_000, '[', '', ']')}) { id } }`],
  ['a list 2,000 deep', `{ metric(id: ${nested(2_000, '[', '', ']')}) { id } }`],
  ['an object 1,200 deep', `{ metric(id: ${nested(1_200, '{ a: ', '1')}) { id } }`],
  [
    'a list 2,000 deep as a default',
    `query ($a: ID = ${nested(2_000, '[', '', ']')}) { metric(id: $a) { id } }`,
  ],
  ['a list 2,000 deep in a directive', `{ company @skip(if: ${nested(2_000, '[', '', ']')}) { id } }`],
  ['a type 2,000 lists deep', `query ($a: ${nested(2_000, '[', 'ID', ']')}) { metric(id: $a) { id } }`],
  ['a type 40,000 lists deep', `query ($a: ${nested(40_000, '[', 'ID', ']')}) { metric(id: $a) { id } }`],
  ['8 KB of overlapping fields', `{ company { ${times(900, (n) => `x: ${n % 2 ? 'id' : 'name'}`)} } }`],
  [
    'overlapping fields in fragments of fragments',
    `{ company { ${times(40, (n) => `...F${n}`)} } } ${times(40, (n) => `fragment F${n} on OrgNode { parent { ${times(20, (m) => `...F${(n + m + 1) % 40}`)} } }`)}`,
  ],
  ['1,900 fields that exist nowhere', `{ company { ${times(1_900, (n) => `f${n}`)} } }`],
  ['2,000 fragments', `{ __typename } ${times(700, (n) => `fragment F${n} on User { id }`)}`],
  ['2,000 operations', times(800, (n) => `query Q${n} { __typename }`)],
  ['1,000 variables', `query (${times(1_000, (n) => `$v${n}: Int`)}) { __typename }`],
  ['a subscription', 'subscription { x }'],
  ['an unfinished text', '{ node(id: "'],
  ['an unfinished block text', '{ node(id: """'],
  ['nothing but a comment', '#'],
  ['the start of a text in the other order of bytes', '\uFFFE{ __typename }'],
  ['a null byte', '{ __typename \0 }'],
]

describe('a document is refused with a code, by a server that goes on, when it has', () => {
  it.each(HOSTILE)('%s', async (_, document) => {
    const { status, errors, data } = await world.run(acme.admin, document)
    expect({ status, data }).toEqual({ status: 400, data: undefined })
    for (const { extensions } of errors) {
      expect(extensions?.code).toMatch(
        /^(LIMIT_EXCEEDED|GRAPHQL_PARSE_FAILED|GRAPHQL_VALIDATION_FAILED|OPERATION_RESOLUTION_FAILURE)$/,
      )
    }
    expect(errors.length).toBeGreaterThan(0)
  })

  it.each(HOSTILE)('%s, also from somebody who has not signed in', async (_, document) => {
    const { status, data } = await runDocument(world.url, { document })
    expect([400, 401]).toContain(status)
    expect(data).toBeUndefined()
  })
})

describe('a body is refused with a code, by a server that goes on, when it is', () => {
  const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`
  it.each([
    ['a batch of one', '[{"query":"{ __typename }"}]'],
    [
      'a batch of 10,000',
      JSON.stringify(Array.from({ length: 10_000 }, () => ({ query: '{ __typename }' }))),
    ],
    ['400,000 lists within each other', deep],
    ['cut off', '{"query":"{ __type'],
    ['with a list for variables', '{"query":"{ __typename }","variables":[1]}'],
    ['with a number for variables', '{"query":"{ __typename }","variables":1}'],
    ['with a number for the name of the operation', '{"query":"{ __typename }","operationName":1}'],
    ['with __proto__ at the top', '{"query":"{ __typename }","__proto__":{"a":1}}'],
    ['with a constructor with a prototype', '{"query":"{ __typename }","constructor":{"prototype":{"a":1}}}'],
  ])('%s', async (_, body) => {
    const authorization = `Bearer ${await world.token(acme.admin)}`
    const headers = { 'content-type': 'application/json', authorization }
    const response = await fetch(new URL('/graphql', world.url), { method: 'POST', headers, body })
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] }
    expect(response.status).toBe(400)
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_REQUEST'])
  })

  it('nested more than 100 levels deep, whatever for, before it is parsed; what is within a text does not count', async () => {
    const send = async (depth: number) => {
      const body = `{"query":"{ __typename }","variables":{"text":"\\"${'['.repeat(500)}","unasked":${nested(depth, '[', '', ']')}}}`
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(new URL('/graphql', world.url), { method: 'POST', headers, body })
      return { status: response.status, text: await response.text() }
    }
    expect((await send(98)).status).toBe(200)
    const { status, text } = await send(99)
    expect(status).toBe(400)
    expect(text).toContain('The body is nested more than 100 levels deep, which is the limit.')
  })

  it('of a variable 100,000 lists deep', async () => {
    const token = await world.token(acme.admin)
    const body = `{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${nested(100_000, '[', '', ']')}}}`
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const response = await fetch(new URL('/graphql', world.url), { method: 'POST', headers, body })
    expect(response.status).toBe(400)
  })
})
