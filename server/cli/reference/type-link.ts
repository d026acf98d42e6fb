import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isScalarType,
  type GraphQLNamedType,
  type GraphQLType,
} from 'graphql'
import { code } from './markdown.js'

/** The page on which a type is told. */
function pageFileOf(type: GraphQLNamedType): string {
  if (isScalarType(type)) return 'scalars.md'
  if (isEnumType(type)) return 'enums.md'
  return isInputObjectType(type) ? 'inputs.md' : 'types.md'
}

const PAGES_OF_ROOTS: Readonly<Record<string, string>> = {
  Query: 'queries.md',
  Mutation: 'mutations.md',
  Subscription: 'subscriptions.md',
}

/** `[User!]!`, leading to where `User` is told. */
export function typeLink(type: GraphQLType): string {
  const named = getNamedType(type)
  const page = PAGES_OF_ROOTS[named.name] ?? `${pageFileOf(named)}#${named.name.toLowerCase()}`
  return `[${code(String(type))}](${page})`
}
