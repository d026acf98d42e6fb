import {
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import { block, keyOf } from './literal.js'
import { scalarType } from './scalar-type.js'

export interface Reading {
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
}

/** One key of an answer: the selections of every field that is merged into it. */
interface Key {
  readonly field: FieldNode
  readonly isOptional: boolean
  readonly sets: readonly SelectionSetNode[]
}

/** The TypeScript type of what these selections answer on `type`: of an interface one shape for each that differs. */
export function shapeOf(
  reading: Reading,
  type: GraphQLCompositeType,
  sets: readonly SelectionSetNode[],
  indent: string,
): string {
  const objects = isAbstractType(type) ? reading.schema.getPossibleTypes(type) : [type]
  const shapes = objects.map((object) => shapeOfObject(reading, object, sets, indent))
  const [first = 'never', ...others] = new Set(shapes)
  const isLong = others.length > 1
  return isLong
    ? [first, ...others].map((shape) => `\n${indent}| ${shape}`).join('')
    : [first, ...others].join(' | ')
}

function shapeOfObject(
  reading: Reading,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  indent: string,
): string {
  const keys = new Map<string, Key>()
  for (const set of sets) collect(reading, type, set, keys, false)
  const lines = [...keys].map(([name, key]) => {
    const isOptional = key.isOptional ? '?' : ''
    return `${keyOf(name)}${isOptional}: ${typeOfKey(reading, type, key, `${indent}  `)}`
  })
  return block('{}', lines, indent, ';')
}

function typeOfKey(
  reading: Reading,
  parent: GraphQLObjectType,
  { field, sets }: Key,
  indent: string,
): string {
  if (field.name.value === '__typename') return `'${parent.name}'`
  const definition = parent.getFields()[field.name.value]
  return definition ? outputType(reading, definition.type, sets, indent) : 'unknown'
}

function outputType(
  reading: Reading,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  indent: string,
): string {
  if (!isNonNullType(type)) return `${bareType(reading, type, sets, indent)} | null`
  return bareType(reading, type.ofType, sets, indent)
}

function bareType(
  reading: Reading,
  type: GraphQLOutputType,
  sets: readonly SelectionSetNode[],
  indent: string,
): string {
  if (isListType(type)) return `Array<${outputType(reading, type.ofType, sets, indent)}>`
  const named = getNamedType(type)
  return isCompositeType(named) ? shapeOf(reading, named, sets, indent) : scalarType(named)
}

function collect(
  reading: Reading,
  type: GraphQLObjectType,
  { selections }: SelectionSetNode,
  keys: Map<string, Key>,
  isMaybe: boolean,
): void {
  for (const selection of selections) {
    const isOptional = isMaybe || isConditional(selection)
    if (selection.kind === Kind.FIELD) {
      addKey(keys, selection, isOptional)
      continue
    }
    const fragment =
      selection.kind === Kind.INLINE_FRAGMENT ? selection : reading.fragments.get(selection.name.value)
    if (fragment && appliesTo(reading.schema, fragment.typeCondition?.name.value, type))
      collect(reading, type, fragment.selectionSet, keys, isOptional)
  }
}

function addKey(keys: Map<string, Key>, field: FieldNode, isOptional: boolean): void {
  const name = (field.alias ?? field.name).value
  const known = keys.get(name)
  const own = field.selectionSet ? [field.selectionSet] : []
  keys.set(name, {
    field,
    isOptional: (known?.isOptional ?? true) && isOptional,
    sets: [...(known?.sets ?? []), ...own],
  })
}

function appliesTo(schema: GraphQLSchema, condition: string | undefined, type: GraphQLObjectType): boolean {
  const wanted = condition === undefined ? type : schema.getType(condition)
  return wanted === type || (isAbstractType(wanted) && isObjectType(type) && schema.isSubType(wanted, type))
}

function isConditional(selection: SelectionSetNode['selections'][number]): boolean {
  const names = [GraphQLIncludeDirective.name, GraphQLSkipDirective.name]
  return selection.directives?.some(({ name }) => names.includes(name.value)) ?? false
}
