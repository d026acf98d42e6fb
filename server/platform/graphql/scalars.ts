import { GraphQLScalarType } from 'graphql'
import { GraphQLDateTimeISO } from 'graphql-scalars'

/** RFC 3339, always UTC on the way out. */
export const DateTimeScalar = new GraphQLScalarType({
  ...GraphQLDateTimeISO.toConfig(),
  name: 'DateTime',
  description: 'An instant as RFC 3339 in UTC, for example 2026-01-31T23:59:59.000Z.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
})
