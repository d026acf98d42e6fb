import {
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/**
 * How many fields a query has once each interface is written out for each type that can be there, level within level;
 * Infinity with directives, or where it reads the schema. Each selection is counted once for each type.
 */
export function compiledSize(
  schema: GraphQLSchema,
  { definitions }: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  return new Sizes(schema, fragments).of(operation.selectionSet, schema.getQueryType()!)
}

class Sizes {
  private readonly known = new Map<SelectionSetNode, Map<GraphQLObjectType, number>>()

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  ) {}

  of(set: SelectionSetNode, type: GraphQLNamedType): number {
    if (isAbstractType(type)) return sum(this.schema.getPossibleTypes(type), (one) => this.of(set, one))
    if (!isObjectType(type)) return 0
    const sizes = this.known.get(set) ?? new Map<GraphQLObjectType, number>()
    const known = sizes.get(type)
    if (known !== undefined) return known
    const size = sum(set.selections, (selection) => this.ofSelection(selection, type))
    this.known.set(set, sizes.set(type, size))
    return size
  }

  private ofSelection(selection: SelectionNode, type: GraphQLObjectType): number {
    if (selection.directives?.length) return Infinity
    if (selection.kind === Kind.FIELD) {
      const { name, selectionSet } = selection
      if (name.value === '__typename') return 1
      const field = type.getFields()[name.value]
      if (!field) return Infinity
      return 1 + (selectionSet ? this.of(selectionSet, getNamedType(field.type)) : 0)
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value)! : selection
    return this.fits(fragment.typeCondition?.name.value, type) ? this.of(fragment.selectionSet, type) : 0
  }

  private fits(condition: string | undefined, type: GraphQLObjectType): boolean {
    const wanted = condition === undefined ? type : this.schema.getType(condition)
    return wanted === type || (isAbstractType(wanted) && this.schema.isSubType(wanted, type))
  }
}

function sum<T>(items: readonly T[], sizeOf: (item: T) => number): number {
  return items.reduce((total, item) => total + sizeOf(item), 0)
}
