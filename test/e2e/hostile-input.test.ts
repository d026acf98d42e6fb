import {
  getNamedType,
  isEnumType,
  isListType,
  getNullableType,
  isRequiredArgument,
  isRequiredInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isInputObjectType,
} from 'graphql'
import { apiSchema } from '../../server/app/schema.js'
import { HOSTILE_STRINGS, HOSTILE_VALUES } from '../support/hostile-strings.js'
import { codesOf } from '../support/run-document.js'
import type { TestCompany } from '../support/test-company.js'
import { startWorld, type World } from '../support/world.js'

const schema = apiSchema()

let world: World
let acme: TestCompany

beforeAll(async () => {
  world = await startWorld()
  acme = await world.company({ teams: ['OSLO'], metrics: ['REV'], keyMetrics: ['REV'] })
})

afterAll(() => world.stop())

/** The answer is one, or says by its code what was wrong with the question. Faults of the server are neither. */
async function expectAnswer(document: string, variables: object): Promise<void> {
  const { status, errors } = await world.run(acme.admin, document, variables)
  const sent = JSON.stringify(variables).slice(0, 200)
  expect({ sent, isAnswered: [200, 400].includes(status) }).toEqual({ sent, isAnswered: true })
  expect(codesOf({ errors })).not.toContain('INTERNAL_SERVER_ERROR')
}

const isText = (type: GraphQLInputType) => ['ID', 'String', 'DateTime'].includes(getNamedType(type).name)

function fitting(type: GraphQLInputType): unknown {
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]!.name
  if (isInputObjectType(named)) return inputOf(named)
  const value = { ID: acme.id, Int: 1, Float: 1, Boolean: true }[named.name] ?? 'X'
  return isListType(getNullableType(type)) ? [value] : value
}

function inputOf(type: GraphQLInputObjectType): Record<string, unknown> {
  const required = Object.values(type.getFields()).filter(isRequiredInputField)
  return Object.fromEntries(required.map((field) => [field.name, fitting(field.type)]))
}

const inList = (type: GraphQLInputType, value: unknown) =>
  isListType(getNullableType(type)) ? [value] : value

const ARGUMENTS = Object.values(schema.getQueryType()!.getFields()).flatMap((field) =>
  field.args
    .filter(({ type }) => isText(type))
    .map((arg) => ({ field, arg, name: `${field.name}(${arg.name}:)` })),
)
const INPUTS = Object.values(schema.getMutationType()!.getFields()).flatMap((field) => {
  const input = getNamedType(field.args.find(({ name }) => name === 'input')!.type) as GraphQLInputObjectType
  const texts = Object.values(input.getFields()).filter(({ type }) => isText(type))
  return texts.map((text) => ({ field, input, text, name: `${field.name}(input: { ${text.name}: })` }))
})

describe('any text and any value, as whatever argument of text, is answered or refused with a code:', () => {
  it.each(ARGUMENTS)('$name', async ({ field, arg }) => {
    const others = field.args.filter((other) => other !== arg && isRequiredArgument(other))
    const declared = [arg, ...others].map(({ name, type }) => `$${name}: ${String(type)}`).join(', ')
    const given = [arg, ...others].map(({ name }) => `${name}: $${name}`).join(', ')
    const document = `query (${declared}) { ${field.name}(${given}) { __typename } }`
    const rest = Object.fromEntries(others.map(({ name, type }) => [name, fitting(type)]))
    for (const value of [...HOSTILE_STRINGS, ...HOSTILE_VALUES])
      await expectAnswer(document, { ...rest, [arg.name]: inList(arg.type, value) })
  })

  it.each(INPUTS)('$name', async ({ field, input, text }) => {
    const document = `mutation ($input: ${input.name}!) { ${field.name}(input: $input) { userErrors { code } } }`
    for (const value of [...HOSTILE_STRINGS, ...HOSTILE_VALUES])
      await expectAnswer(document, { input: { ...inputOf(input), [text.name]: inList(text.type, value) } })
  })

  it('the cursor of a page', async () => {
    const document = 'query ($after: String) { company { users(after: $after) { totalCount } } }'
    for (const after of [...HOSTILE_STRINGS, ...HOSTILE_VALUES]) await expectAnswer(document, { after })
  })
})

describe('a text is kept as it was sent, but for white space around it, or is refused with INVALID:', () => {
  /** What is kept of the text; null when it is refused. */
  async function kept(field: 'name' | 'description' | 'unit', text: string): Promise<string | null> {
    const document = `mutation ($input: UpdateMetricInput!) {
      updateMetric(input: $input) { metric { name description unit } userErrors { code path } } }`
    const input = {
      metricId: acme.metric('REV'),
      expectedVersion: await acme.versionOf('REV'),
      [field]: text,
    }
    const { data } = await world.run<{
      updateMetric: { metric: Record<string, string> | null; userErrors: { code: string; path: string[] }[] }
    }>(acme.admin, document, { input })
    const { metric, userErrors } = data.updateMetric
    if (userErrors.length > 0) expect(userErrors).toEqual([{ code: 'INVALID', path: [field] }])
    return userErrors.length > 0 ? null : metric![field]!
  }

  it.each(['name', 'description', 'unit'] as const)('the %s of a metric', async (field) => {
    for (const text of HOSTILE_STRINGS) {
      const answer = await kept(field, text)
      const asSent =
        field === 'description' ? text.trim() : text.normalize('NFC').trim().replace(/\s+/gu, ' ')
      expect([null, asSent]).toContain(answer)
    }
  })

  it('what databases, templates and browsers would take for more than text is kept', async () => {
    for (const text of [
      '%_%_',
      "'; DROP TABLE app_user; --",
      '__proto__',
      '${1 + 1}',
      '<script>',
      '$1',
      '👩‍👩‍👧‍👦',
    ])
      expect([await kept('name', text), await kept('description', text)]).toEqual([text, text])
  })

  it('what cannot be kept is refused', async () => {
    for (const text of ['a\0b', '\uD800', 'x'.repeat(10_000)])
      expect([await kept('name', text), await kept('description', text)]).toEqual([null, null])
  })
})

describe('numbers that are none, or not to the digit what was meant, are refused:', () => {
  const NUMBERS = [
    'NaN',
    'Infinity',
    '-Infinity',
    '1e309',
    '9007199254740993',
    '2147483648',
    '1.5',
    '0x10',
    '"1"',
    '""',
  ]

  async function post(body: string): Promise<number> {
    const authorization = `Bearer ${await world.token(acme.admin)}`
    const headers = { 'content-type': 'application/json', authorization }
    return (await fetch(new URL('/graphql', world.url), { method: 'POST', headers, body })).status
  }

  it.each(NUMBERS)('%s', async (number) => {
    const page = (first: string) => `{ company { users(first: ${first}) { totalCount } } }`
    expect(await post(JSON.stringify({ query: page(number) }))).toBe(400)
    const query = JSON.stringify(`query ($first: Int!) ${page('$first')}`)
    expect(await post(`{"query":${query},"variables":{"first":${number}}}`)).toBe(400)
  })
})

describe('names that every object has by itself mean nothing here:', () => {
  it.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString'])('%s', async (name) => {
    const input = JSON.parse(`{"${name}":{"isAdmin":true},"metricId":"x","expectedVersion":1}`) as object
    const document =
      'mutation ($input: ArchiveMetricInput!) { archiveMetric(input: $input) { userErrors { code } } }'
    expect((await world.run(acme.admin, document, { input })).status).toBe(400)
    expect((await world.run(acme.admin, `{ ${name} }`)).status).toBe(400)
    expect((await world.run(acme.admin, `{ company { ${name} } }`)).status).toBe(400)
    expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined()
  })
})
