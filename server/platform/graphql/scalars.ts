import { GraphQLScalarType, Kind, type GraphQLScalarTypeConfig } from 'graphql'
import { GraphQLDateTimeISO, GraphQLLocalDate } from 'graphql-scalars'

/** RFC 3339, always UTC on the way out. */
export const DateTimeScalar = new GraphQLScalarType({
  ...saying(
    GraphQLDateTimeISO,
    'DateTime is no instant; expected one as RFC 3339 with a time zone, such as "2026-01-31T23:59:59.000Z".',
  ),
  name: 'DateTime',
  description: 'An instant as RFC 3339 in UTC, for example 2026-01-31T23:59:59.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
})

/** A day without a time zone: to the server, too, a text. */
export const DateScalar = new GraphQLScalarType({
  ...saying(GraphQLLocalDate, 'Date is no day; expected one as YYYY-MM-DD, such as "2026-01-31".'),
  name: 'Date',
  description: 'A day as YYYY-MM-DD, for example 2026-01-31.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/local-date.html',
})

/** A text on the wire and to the server, since a float is not exact; whether its digits are right, the domain says. */
export const DecimalScalar = new GraphQLScalarType<string, string>({
  name: 'Decimal',
  description:
    'An exact number as a text: digits, with a minus before and a point and more digits after if need be, for example "-1234.5". At most 15 digits before and 6 after the point are taken.',
  specifiedByURL: 'https://www.w3.org/TR/xmlschema11-2/#decimal',
  serialize: textOf,
  parseValue: textOf,
  parseLiteral: (node) => textOf(node.kind === Kind.STRING ? node.value : undefined),
})

function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  throw new TypeError('Decimal is not a text; expected digits in quotes, such as "1234.5".')
}

/** The scalar of a library, saying what was expected; what came, graphql-js says before it. */
function saying<I, O>(scalar: GraphQLScalarType<I, O>, message: string): GraphQLScalarTypeConfig<I, O> {
  const { parseValue, parseLiteral, ...config } = scalar.toConfig()
  const orSay = (parsed: () => I): I => {
    try {
      return parsed()
    } catch {
      throw new TypeError(message)
    }
  }
  return {
    ...config,
    parseValue: (value) => orSay(() => parseValue(value)),
    parseLiteral: (node, variables) => orSay(() => parseLiteral(node, variables)),
  }
}
