import {
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { block, keyOf } from './literal.js'
import { inputTypeOf } from './placeholder.js'
import { scalarType } from './scalar-type.js'

/** The TypeScript type of the variables that an operation declares. */
export function variablesType(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): string {
  if (variableDefinitions.length === 0) return 'Record<string, never>'
  const lines = variableDefinitions.map(({ variable, type, defaultValue }) => {
    const declared = inputTypeOf(schema, type)
    if (!declared) return `${variable.name.value}: unknown`
    return member(variable.name.value, declared, isNonNullType(declared) && !defaultValue, '  ', [])
  })
  return block('{}', lines, '  ', ';')
}

function member(
  name: string,
  type: GraphQLInputType,
  isRequired: boolean,
  indent: string,
  within: readonly string[],
): string {
  return `${keyOf(name)}${isRequired ? '' : '?'}: ${inputType(type, `${indent}  `, within)}`
}

function inputType(type: GraphQLInputType, indent: string, within: readonly string[]): string {
  if (!isNonNullType(type)) return `${bareType(type, indent, within)} | null`
  return bareType(type.ofType, indent, within)
}

/** An input within itself has no end that could be written down. */
function bareType(type: GraphQLInputType, indent: string, within: readonly string[]): string {
  if (isListType(type)) return `Array<${inputType(type.ofType, indent, within)}>`
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return scalarType(named)
  if (within.includes(named.name)) return 'object'
  const lines = Object.values(named.getFields()).map((field) =>
    member(field.name, field.type, isRequiredInputField(field), indent, [...within, named.name]),
  )
  return block('{}', lines, indent, ';')
}
