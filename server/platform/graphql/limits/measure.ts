import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'

const SCHEMA_FIELDS = ['__schema', '__type']

/** How large a document is, with every fragment in the place of each of its spreads. */
export interface Size {
  readonly rootFields: number
  /** Levels of fields, what is read of the schema apart. */
  readonly depth: number
  readonly schemaDepth: number
  /** Levels of fields and fragments, whatever they are of. */
  readonly nesting: number
  readonly aliases: number
  readonly directives: number
  readonly selections: number
  /** Levels of lists and objects within one value. */
  readonly valueDepth: number
}

const NOTHING: Size = {
  rootFields: 0,
  depth: 0,
  schemaDepth: 0,
  nesting: 0,
  aliases: 0,
  directives: 0,
  selections: 0,
  valueDepth: 0,
}

/** The greatest figures of any operation or fragment. Each fragment is measured once, however often it is spread. */
export function measure({ definitions }: DocumentNode): Size {
  const fragments = new Fragments(definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION))
  let size = NOTHING
  for (const node of definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION)
      size = larger(size, ofFragment(fragments.size(node.name.value)))
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    size = larger(size, beside(node, fragments.sizeOf(node.selectionSet)))
    for (const variable of node.variableDefinitions ?? []) {
      const valueDepth = variable.defaultValue ? depthOf(variable.defaultValue) : 0
      size = larger(size, beside(variable, { ...NOTHING, valueDepth }))
    }
  }
  return size
}

/** By itself a fragment has no top, and may well be one of the schema, which is deeper. */
function ofFragment(size: Size): Size {
  return { ...size, rootFields: 0, depth: 0, schemaDepth: Math.max(size.depth, size.schemaDepth) }
}

class Fragments {
  private readonly byName: ReadonlyMap<string, FragmentDefinitionNode>
  private readonly sizes = new Map<string, Size>()

  constructor(fragments: readonly FragmentDefinitionNode[]) {
    this.byName = new Map(fragments.map((fragment) => [fragment.name.value, fragment]))
  }

  /** A fragment within itself counts as nothing: validation refuses it. */
  size(name: string): Size {
    const known = this.sizes.get(name)
    if (known) return known
    this.sizes.set(name, NOTHING)
    const fragment = this.byName.get(name)
    const size = fragment ? beside(fragment, this.sizeOf(fragment.selectionSet)) : NOTHING
    this.sizes.set(name, size)
    return size
  }

  sizeOf({ selections }: SelectionSetNode): Size {
    let size = NOTHING
    for (const selection of selections) size = together(size, beside(selection, this.sizeOfOne(selection)))
    return size
  }

  private sizeOfOne(selection: SelectionNode): Size {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return oneMore(this.size(selection.name.value))
    if (selection.kind === Kind.INLINE_FRAGMENT) return oneMore(this.sizeOf(selection.selectionSet))
    const below = oneMore(selection.selectionSet ? this.sizeOf(selection.selectionSet) : NOTHING)
    const isSchema = SCHEMA_FIELDS.includes(selection.name.value)
    return {
      ...below,
      rootFields: 1,
      depth: isSchema ? 1 : below.depth + 1,
      schemaDepth: isSchema ? below.depth : below.schemaDepth,
      aliases: below.aliases + (selection.alias ? 1 : 0),
    }
  }
}

function oneMore(size: Size): Size {
  return { ...size, selections: size.selections + 1, nesting: size.nesting + 1 }
}

interface Annotated {
  readonly directives?: readonly DirectiveNode[]
  readonly arguments?: readonly { readonly value: ValueNode }[]
}

/** `size` with the arguments and directives of `node` itself. */
function beside(node: Annotated, size: Size): Size {
  const { directives = [] } = node
  const values = [node, ...directives].flatMap(({ arguments: given = [] }) => given)
  const valueDepth = Math.max(size.valueDepth, ...values.map(({ value }) => depthOf(value)))
  return { ...size, directives: size.directives + directives.length, valueDepth }
}

function depthOf(value: ValueNode): number {
  if (value.kind !== Kind.LIST && value.kind !== Kind.OBJECT) return 0
  let depth = 0
  const inner = value.kind === Kind.LIST ? value.values : value.fields.map((field) => field.value)
  for (const item of inner) depth = Math.max(depth, depthOf(item))
  return depth + 1
}

function together(a: Size, b: Size): Size {
  return {
    ...larger(a, b),
    rootFields: a.rootFields + b.rootFields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    selections: a.selections + b.selections,
  }
}

function larger(a: Size, b: Size): Size {
  const names = Object.keys(a) as (keyof Size)[]
  return Object.fromEntries(names.map((name) => [name, Math.max(a[name], b[name])])) as unknown as Size
}
