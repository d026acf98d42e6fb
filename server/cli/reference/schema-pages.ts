import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql'
import { pageOf, type Page } from './markdown.js'
import { enumParts, fieldedParts, inputParts, rootParts, scalarParts, type Fielded } from './schema-parts.js'

const TYPES = 'What answers are made of. A field without `!` may be null, and says when.'
const INPUTS = 'What mutations take. A field with `!` and without a default has to be given.'
const ENUMS =
  'Values are added as the system learns: a client takes one that it does not know as it is. What the [error codes](error-codes.md) mean has a page of its own.'
const SCALARS = 'What a value looks like in JSON.'

/** All that `schema.graphql` says, to be read and linked to. */
export function schemaPages(schema: GraphQLSchema): Page[] {
  const roots = [schema.getQueryType()!, schema.getMutationType()!, schema.getSubscriptionType()!] as const
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !isIntrospectionType(type) && !roots.some((root) => root === type),
  )
  const [queries, mutations, subscriptions] = roots
  return [
    pageOf('queries.md', 'Queries', ...rootParts(queries)),
    pageOf('mutations.md', 'Mutations', ...rootParts(mutations)),
    pageOf('subscriptions.md', 'Subscriptions', ...rootParts(subscriptions)),
    pageOf('types.md', 'Types', TYPES, ...types.filter(isFielded).flatMap(fieldedParts)),
    pageOf('inputs.md', 'Inputs', INPUTS, ...types.filter(isInputObjectType).flatMap(inputParts)),
    pageOf('enums.md', 'Enums', ENUMS, ...types.filter(isEnumType).flatMap(enumParts)),
    pageOf('scalars.md', 'Scalars', SCALARS, ...types.filter(isScalarType).flatMap(scalarParts)),
  ]
}

function isFielded(type: GraphQLNamedType): type is Fielded {
  return isObjectType(type) || isInterfaceType(type)
}
