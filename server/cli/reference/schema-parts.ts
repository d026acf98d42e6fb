import {
  astFromValue,
  isInterfaceType,
  print,
  type GraphQLArgument,
  type GraphQLEnumType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLScalarType,
} from 'graphql'
import { code, prose, table } from './markdown.js'
import { typeLink } from './type-link.js'

export type Fielded = GraphQLObjectType | GraphQLInterfaceType
type Told = { readonly description?: string | null; readonly deprecationReason?: string | null }

/** Of the queries, mutations or subscriptions: a heading each. */
export function rootParts(root: GraphQLObjectType): string[] {
  const fields = Object.values(root.getFields())
  return [
    wordsOf(root),
    ...fields.flatMap((field) => [
      `## ${field.name}`,
      `${wordsOf(field)}\n\nAnswers ${typeLink(field.type)}.`,
      ...(field.args.length > 0 ? [table(['Argument', 'Type', ''], field.args.map(valueRow))] : []),
    ]),
  ]
}

export function fieldedParts(type: Fielded): string[] {
  const interfaces = type.getInterfaces().map(typeLink).join(', ')
  const kind = isInterfaceType(type) ? 'An interface. ' : ''
  return [
    `## ${type.name}`,
    `${kind}${wordsOf(type)}${interfaces && ` Implements ${interfaces}.`}`,
    table(['Field', 'Type', ''], Object.values(type.getFields()).map(fieldRow)),
  ]
}

export function inputParts(type: GraphQLInputObjectType): string[] {
  return [
    `## ${type.name}`,
    wordsOf(type),
    table(['Field', 'Type', ''], Object.values(type.getFields()).map(valueRow)),
  ]
}

export function enumParts(type: GraphQLEnumType): string[] {
  const rows = type.getValues().map((value) => [code(value.name), wordsOf(value)])
  return [`## ${type.name}`, wordsOf(type), table(['Value', ''], rows)]
}

export function scalarParts(type: GraphQLScalarType): string[] {
  const { specifiedByURL } = type
  const specified = specifiedByURL ? ` [Specification](${specifiedByURL})` : ''
  return [`## ${type.name}`, `${wordsOf(type)}${specified}`]
}

function fieldRow(field: GraphQLField<unknown, unknown>): string[] {
  const given = field.args.map((arg) => `<br>${signatureOf(arg)}: ${wordsOf(arg)}`)
  return [code(field.name), typeLink(field.type), `${wordsOf(field)}${given.join('')}`]
}

function valueRow(value: GraphQLArgument | GraphQLInputField): string[] {
  return [code(value.name), `${typeLink(value.type)}${defaultOf(value)}`, wordsOf(value)]
}

function signatureOf(arg: GraphQLArgument): string {
  return `${code(arg.name)} ${typeLink(arg.type)}${defaultOf(arg)}`
}

function defaultOf({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type)
  return value ? ` = ${code(print(value))}` : ''
}

function wordsOf({ description, deprecationReason }: Told): string {
  const words = prose(description ?? '')
  return deprecationReason ? `**Deprecated.** ${prose(deprecationReason)} ${words}` : words
}
