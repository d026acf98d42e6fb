import { readdirSync, readFileSync } from 'node:fs'
import {
  getNamedType,
  isEnumType,
  isNonNullType,
  isRequiredInputField,
  isScalarType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputObjectType,
  type GraphQLType,
  type NamedTypeNode,
} from 'graphql'
import { apiSchema } from '../../server/app/schema.js'
import { costOf, MAX_COST } from '../../server/platform/graphql/limits/operation-cost.js'
import { answersIn, refusedWith, times } from '../support/limits.js'
import { inAllTests } from '../support/world.js'

const { world, acme } = inAllTests((world) => world.company({ teams: ['OSLO'] }))

const answerTo = answersIn(world, acme)

describe('an operation may cost 20,000', () => {
  /** 1 for the company, 1 for the page, `first` times 1 and 198 for each person, and `more`. */
  const document = (variables: string, first: string, more: number) =>
    `query ${variables} { company { users(first: ${first}) { nodes { ${times(198, () => 'name')} } } ${times(more, () => 'id')} } }`
  const tooDear = refusedWith(
    'The operation costs 20001; at most 20000 are allowed. Ask for smaller pages or fewer lists within lists.',
  )

  it.each([
    ['written out', '', '100', {}],
    ['a variable', '($first: Int!)', '$first', { first: 100 }],
    ['the default of a variable', '($first: Int! = 100)', '$first', {}],
  ])('with the size of a page %s', async (_, declared, first, variables) => {
    expect(await answerTo(document(declared, first, 98), variables)).toMatchObject({ status: 200, codes: [] })
    expect(await answerTo(document(declared, first, 99), variables)).toEqual(tooDear)
  })

  it('and asked again with another size or without a part, it costs another', async () => {
    const asked = '($first: Int!, $isShort: Boolean = false)'
    const again = document(asked, '$first', 99).replace('id', 'id @skip(if: $isShort)')
    for (const variables of [{ first: 99 }, { first: 100, isShort: true }, { first: 99, isShort: false }]) {
      expect(await answerTo(again, variables)).toMatchObject({ status: 200, codes: [] })
      expect(await answerTo(again, { first: 100 })).toEqual(tooDear)
    }
  })

  it('and what is skipped costs nothing', async () => {
    const skipped = document('', '100', 99).replace('id', 'id @skip(if: true)')
    expect(await answerTo(skipped)).toMatchObject({ status: 200, codes: [] })
  })

  it('and who names no size pays for a page of 50', async () => {
    const people = (fields: number) => `{ company { users { nodes { ${times(fields, () => 'name')} } } } }`
    expect((await answerTo(people(398))).codes).toEqual([])
    expect((await answerTo(people(399))).messages).toEqual([
      'The operation costs 20002; at most 20000 are allowed. Ask for smaller pages or fewer lists within lists.',
    ])
  })

  it('and pages within pages cost as much as both together', async () => {
    const { messages } = await answerTo(
      '{ company { teams { members(first: 100) { nodes { team { members(first: 100) { nodes { name } } } } } } } }',
    )
    expect(messages[0]).toMatch(/^The operation costs \d{6}; at most 20000 are allowed/)
  })
})

describe('a page of more than 100, or of fewer than none, is refused before anything is read,', () => {
  it.each([101, 100_000, -1])('such as one of %i', async (first) => {
    const expected = refusedWith(`first is ${first}; expected 0 to 100. Read page by page with after.`)
    const page = (size: string) => `{ company { users(first: ${size}) { totalCount } } }`
    expect(await answerTo(page(String(first)))).toEqual(expected)
    expect(await answerTo(`query ($n: Int!) ${page('$n')}`, { n: first })).toEqual(expected)
    expect(await answerTo(`query ($n: Int! = ${first}) ${page('$n')}`)).toEqual(expected)
  })
})

it('an argument made null by a variable is refused with the whole operation, which is not counted otherwise', async () => {
  const document = 'query ($n: Int = 5) { company { users(first: $n) { totalCount } } }'
  for (let time = 1; time <= 2; time += 1) {
    expect(await answerTo(document, { n: null })).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] })
    expect(await answerTo(document)).toMatchObject({ status: 200, codes: [] })
  }
})

describe('every operation of the SDK', () => {
  const schema = apiSchema()
  const fragments = readFileSync('sdk/operations/fragments.graphql', 'utf8')
  const files = readdirSync('sdk/operations').filter((file) => file !== 'fragments.graphql')

  it.each(files)('%s costs at most half of the limit, with its largest pages', (file) => {
    const document = parse(readFileSync(`sdk/operations/${file}`, 'utf8') + fragments)
    const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!
    const variables = Object.fromEntries(
      operation.variableDefinitions!.map(({ variable, type }) => [
        variable.name.value,
        variable.name.value === 'first' ? 100 : someValue(typeFromAST(schema, type as NamedTypeNode)),
      ]),
    )
    const cost = costOf({ schema, document, operation, request: { variables } })
    expect(cost).toBeGreaterThan(1)
    expect(cost).toBeLessThanOrEqual(MAX_COST / 2)
  })
})

/** Anything that fits; null wherever it may be. */
function someValue(type: GraphQLType | undefined): unknown {
  if (!isNonNullType(type)) return null
  const named = getNamedType(type)
  if (isEnumType(named)) return named.getValues()[0]!.name
  if (isScalarType(named))
    return (
      { Int: 1, Float: 1, Boolean: true, Date: '2026-01-31', DateTime: '2026-01-31T00:00:00Z' }[named.name] ??
      'x'
    )
  const fields = Object.values((named as GraphQLInputObjectType).getFields())
  const required = fields.filter(isRequiredInputField)
  return Object.fromEntries(required.map((field) => [field.name, someValue(field.type)]))
}
