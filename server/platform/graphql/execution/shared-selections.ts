import {
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type InlineFragmentNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'
import type { Asked } from './interpret.js'

/** The fields of an operation that are lists to be shared, each with a key that tells what is asked of the items. */
export type SharedSelections = ReadonlyMap<FieldNode, string>

/** Null where there is none, or one of which something else is asked; and with directives, which graphql-js obeys. */
export function sharedSelections(
  schema: GraphQLSchema,
  { document, operation }: Pick<Asked, 'document' | 'operation'>,
): SharedSelections | null {
  const found = new Map<FieldNode, string>()
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  const search = new Search(schema, fragments, found)
  return search.in(operation.selectionSet, schema.getQueryType()!) && found.size > 0 ? found : null
}

class Search {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    private readonly found: Map<FieldNode, string>,
  ) {}

  /** False: it cannot be done. */
  in({ selections }: SelectionSetNode, type: GraphQLNamedType): boolean {
    return selections.every((selection) => this.inOne(selection, type))
  }

  private inOne(selection: SelectionNode, type: GraphQLNamedType): boolean {
    if (selection.directives?.length) return false
    if (selection.kind !== Kind.FIELD) {
      const fragment = this.fragmentOf(selection)
      return this.in(fragment.selectionSet, this.typeOf(fragment, type))
    }
    const field = fieldsOf(type)[selection.name.value]
    if (!selection.selectionSet || !field) return true
    const below = getNamedType(field.type)
    if (field.extensions.sharing !== 'LIST') return this.in(selection.selectionSet, below)
    const key = this.keyOf(selection.selectionSet, below)
    if (key !== null) this.found.set(selection, key)
    return key !== null
  }

  /** Null: what is asked for is not the same to everybody. */
  private keyOf({ selections }: SelectionSetNode, type: GraphQLNamedType): string | null {
    const keys = selections.map((selection) => this.keyOfOne(selection, type))
    return keys.includes(null) ? null : `{${keys.join(' ')}}`
  }

  private keyOfOne(selection: SelectionNode, type: GraphQLNamedType): string | null {
    if (selection.directives?.length) return null
    if (selection.kind !== Kind.FIELD) {
      const fragment = this.fragmentOf(selection)
      const within = this.typeOf(fragment, type)
      const key = this.keyOf(fragment.selectionSet, within)
      return key && `... on ${within.name} ${key}`
    }
    const { name, alias, selectionSet } = selection
    const word = `${alias?.value ?? name.value}:${name.value}`
    if (name.value === '__typename') return word
    if (selection.arguments?.length || !this.isShared(type, name.value)) return null
    const below = selectionSet ? this.keyOf(selectionSet, getNamedType(fieldsOf(type)[name.value]!.type)) : ''
    return below === null ? null : word + below
  }

  private isShared(type: GraphQLNamedType, name: string): boolean {
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type]
    return types.every((one) => {
      const { resolve, extensions } = fieldsOf(one)[name]!
      return extensions.sharing === 'SHARED' || (!resolve && extensions.sharing === undefined)
    })
  }

  private fragmentOf(
    selection: Exclude<SelectionNode, FieldNode>,
  ): FragmentDefinitionNode | InlineFragmentNode {
    return selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value)! : selection
  }

  private typeOf(
    { typeCondition }: FragmentDefinitionNode | InlineFragmentNode,
    type: GraphQLNamedType,
  ): GraphQLNamedType {
    return typeCondition ? this.schema.getType(typeCondition.name.value)! : type
  }
}

function fieldsOf(type: GraphQLNamedType) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {}
}
