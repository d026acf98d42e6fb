import {
  GraphQLList,
  GraphQLNonNull,
  GraphQLScalarType,
  GraphQLString,
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  lexicographicSortSchema,
  type GraphQLLeafType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql'

/** What has one of these types is to the server, too, the text that goes on the wire. */
const TEXTS = ['String', 'ID', 'Decimal', 'Date']

/**
 * A schema to be compiled with `disableLeafSerialization`, in which texts are answered as they are: for each leaf that is
 * checked a compiled query lists its place in the answer and in the document, and a tree has tens of thousands. Numbers,
 * which may come as texts from the database, instants and whatever else is converted are converted.
 */
export function withUncheckedLeaves(schema: GraphQLSchema): GraphQLSchema {
  const derived = lexicographicSortSchema(schema)
  // Those of introspection are not copied: there is one of each in the process.
  const types = Object.values(derived.getTypeMap()).filter((type) => !isIntrospectionType(type))
  for (const type of types)
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) field.type = unchecked(field.type)
  return derived
}

function unchecked(type: GraphQLOutputType): GraphQLOutputType {
  if (isNonNullType(type)) return new GraphQLNonNull(unchecked(type.ofType))
  if (isListType(type)) return new GraphQLList(unchecked(type.ofType))
  if (!isLeafType(type)) return type
  return isText(type) ? GraphQLString : checked(type)
}

function isText(type: GraphQLLeafType): boolean {
  return isEnumType(type)
    ? type.getValues().every(({ name, value }) => name === value)
    : TEXTS.includes(type.name)
}

/** Under a name of its own: graphql-jit checks no enum, and no scalar of a name that GraphQL has. */
function checked(type: GraphQLLeafType): GraphQLScalarType {
  return new GraphQLScalarType({
    name: `Checked${type.name}`,
    serialize: (value) => type.serialize(value),
  })
}
