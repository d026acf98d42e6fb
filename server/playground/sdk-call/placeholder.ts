import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  typeFromAST,
  type TypeNode,
} from 'graphql'

const OF_SCALARS: Readonly<Record<string, unknown>> = { Int: 0, Float: 0, Boolean: false }

/** The variables as given, and of what is required and missing something of its type to be overwritten. */
export function filledIn(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const entries = variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
    const { value: name } = variable.name
    const declared = inputTypeOf(schema, type)
    if (!declared) return []
    if (given[name] !== undefined) return [[name, completed(declared, given[name])]]
    return isNonNullType(declared) && !defaultValue ? [[name, placeholderOf(declared)]] : []
  })
  return Object.fromEntries(entries) as Record<string, unknown>
}

export function inputTypeOf(schema: GraphQLSchema, node: TypeNode): GraphQLInputType | undefined {
  return typeFromAST(schema, node as never) as GraphQLInputType | undefined
}

function completed(type: GraphQLInputType, value: unknown): unknown {
  const bare = getNullableType(type)
  if (value === null || typeof value !== 'object') return value
  if (isListType(bare) && Array.isArray(value)) return value.map((item) => completed(bare.ofType, item))
  if (!isInputObjectType(bare)) return value
  const given = value as Record<string, unknown>
  const missing = Object.values(bare.getFields()).filter(
    (field) => isRequiredInputField(field) && given[field.name] === undefined,
  )
  const kept = Object.entries(given).map(([name, member]) => {
    const field = bare.getFields()[name]
    return [name, field ? completed(field.type, member) : member]
  })
  return Object.fromEntries([...kept, ...missing.map(({ name, type: its }) => [name, placeholderOf(its)])])
}

function placeholderOf(type: GraphQLInputType): unknown {
  const bare = getNullableType(type)
  if (isListType(bare)) return []
  if (isEnumType(bare)) return bare.getValues()[0]?.name
  if (isInputObjectType(bare)) return completed(bare, {})
  return bare.name in OF_SCALARS ? OF_SCALARS[bare.name] : '…'
}
