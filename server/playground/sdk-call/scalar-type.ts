import type { GraphQLNamedType } from 'graphql'

const OF_SCALARS: Readonly<Record<string, string>> = { Int: 'number', Float: 'number', Boolean: 'boolean' }

/** Decimals and instants are texts, and so are enums, which may get another value any day. */
export function scalarType({ name }: GraphQLNamedType): string {
  return OF_SCALARS[name] ?? 'string'
}
