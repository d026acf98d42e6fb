import { buildASTSchema, execute, parse, printType, validate, type GraphQLScalarType } from 'graphql'
import { DateScalar, DateTimeScalar, DecimalScalar } from '../../server/platform/graphql/scalars.js'

/** What is said to a value in the document, and to the same as a variable. */
async function saidTo(scalar: GraphQLScalarType, value: unknown): Promise<string[]> {
  const schema = buildASTSchema(
    parse(`${printType(scalar)} type Query { at(value: ${scalar.name}): Boolean }`),
  )
  Object.assign(schema.getType(scalar.name)!, {
    parseValue: scalar.parseValue,
    parseLiteral: scalar.parseLiteral,
  })
  const literal = validate(schema, parse(`{ at(value: ${JSON.stringify(value)}) }`))
  const document = parse(`query ($value: ${scalar.name}) { at(value: $value) }`)
  const { errors = [] } = await execute({ schema, document, variableValues: { value } })
  return [...literal, ...errors].map(({ message }) => message)
}

const NO_INSTANT =
  'DateTime is no instant; expected one as RFC 3339 with a time zone, such as "2026-01-31T23:59:59.000Z".'
const NO_DAY = 'Date is no day; expected one as YYYY-MM-DD, such as "2026-01-31".'

it.each([
  [DateTimeScalar, 'yesterday', NO_INSTANT],
  [DateTimeScalar, '2026-01-31', NO_INSTANT],
  [DateTimeScalar, '2026-01-31T23:59:59', NO_INSTANT],
  [DateTimeScalar, 1_700_000_000, NO_INSTANT],
  [DateScalar, '2026-02-30', NO_DAY],
  [DateScalar, '2026-01-31T23:59:59Z', NO_DAY],
  [DateScalar, 20_260_131, NO_DAY],
  [DecimalScalar, 1.5, 'Decimal is not a text; expected digits in quotes, such as "1234.5".'],
])('%s says to %j what was expected and what came', async (scalar, value, expected) => {
  const came = JSON.stringify(value)
  expect(await saidTo(scalar, value)).toEqual([
    `Expected value of type "${scalar.name}", found ${came}; ${expected}`,
    `Variable "$value" got invalid value ${came}; Expected type "${scalar.name}". ${expected}`,
  ])
})

it('takes instants of any time zone, and days', async () => {
  expect(DateTimeScalar.parseValue('2026-01-31T23:59:59+01:00')).toEqual(new Date('2026-01-31T22:59:59Z'))
  expect(DateScalar.parseValue('2026-01-31')).toBe('2026-01-31')
  expect(await saidTo(DateTimeScalar, '2026-01-31T23:59:59.000Z')).toEqual([])
  expect(await saidTo(DateScalar, '2024-02-29')).toEqual([])
})
