import {
  getArgumentValues,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type SelectionNode,
} from 'graphql'
import { Extensions } from 'type-graphql'
import { eventually, eventuallyAll, type Eventually } from '../eventually.js'
import { inTurn, isInSlices } from './execution/slices.js'

type Read = (
  ctx: never,
  objects: readonly never[],
  args: never,
  fields: ReadonlySet<string>,
) => Eventually<unknown>

/**
 * For a field that takes reading: `read` is called once with all objects of a list, before the field is asked of any of
 * them, and sees to it that what it needs is there; `fields` are those that are asked of what the field answers. So a
 * list waits once, and not each of its objects, of which there are tens of thousands. `covers` are fields with a
 * resolver which find all they need by that: where nothing else is asked, the objects are answered a list at a time,
 * with turns for others in between. What `read` throws is thrown away: the field itself will say what is wrong, at its
 * place.
 */
export function ReadAhead<C, T, A>(
  read: (ctx: C, objects: readonly T[], args: A, fields: ReadonlySet<string>) => Eventually<unknown>,
  covers: readonly string[] = [],
): MethodDecorator & PropertyDecorator {
  return Extensions({ readAhead: read, covers })
}

/** A field that is asked of the objects of a list. */
interface AskedAhead {
  readonly field: GraphQLField<unknown, unknown>
  readonly node: FieldNode
  /** Of what it answers. */
  readonly fields: ReadonlySet<string>
}

interface Foreseen {
  readonly asked: readonly AskedAhead[]
  /** Nothing is left to be read once that was. */
  readonly isAll: boolean
}

/** Makes the lists of a schema wait for what is read ahead for their objects. */
export function readAhead(schema: GraphQLSchema): void {
  const fields = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) || isInterfaceType(type))
    .flatMap((type) => Object.values<GraphQLField<unknown, unknown>>(type.getFields()))
  for (const field of fields) {
    const items = getNamedType(field.type)
    if (isListType(getNullableType(field.type)) && isObjectType(items) && hasReadAhead(items))
      waitFor(field, items)
  }
}

function hasReadAhead(type: GraphQLObjectType): boolean {
  return Object.values(type.getFields()).some(({ extensions }) => extensions.readAhead)
}

function waitFor(field: GraphQLField<unknown, unknown>, items: GraphQLObjectType): void {
  const { resolve } = field
  // The first node stands for all that are merged with it: what another asks for is read when it is asked.
  const known = new WeakMap<FieldNode, Foreseen>()
  const foreseenIn = (info: GraphQLResolveInfo) => {
    const [first] = info.fieldNodes
    const foreseen = known.get(first!) ?? foresee(info, items)
    known.set(first!, foreseen)
    return foreseen
  }
  if (!resolve) return
  field.resolve = (root, args, ctx, info) => {
    // Of those nothing is asked that would have to be read.
    if (isInSlices(ctx as object)) return resolve(root, args, ctx, info)
    const { asked, isAll } = foreseenIn(info)
    return eventually(resolve(root, args, ctx, info) as Eventually<readonly object[] | null>, (objects) => {
      if (objects === null) return null
      if (asked.length === 0) return objects
      return eventually(readAll(asked, objects, ctx, info), () => (isAll ? inTurn(objects) : objects))
    })
  }
}

function foresee(info: GraphQLResolveInfo, type: GraphQLObjectType): Foreseen {
  const asked: AskedAhead[] = []
  let isAll = true
  for (const node of selectionsOf(info, info.fieldNodes)) {
    const field = type.getFields()[node.name.value]
    if (!field) continue
    if (!field.extensions.readAhead || node.directives?.length) {
      isAll &&= !field.resolve
      continue
    }
    const below = getNamedType(field.type)
    const covers = field.extensions.covers as readonly string[]
    const fields = new Set([...selectionsOf(info, [node])].map(({ name }) => name.value))
    asked.push({ field, node, fields })
    const isCovered = (name: string) =>
      covers.includes(name) || (isObjectType(below) && !below.getFields()[name]?.resolve)
    isAll &&= [...fields].every(isCovered)
  }
  return { asked, isAll }
}

/** The fields that are asked of what the nodes answer, those within fragments included. */
function* selectionsOf({ fragments }: GraphQLResolveInfo, nodes: readonly FieldNode[]): Generator<FieldNode> {
  const selections: SelectionNode[] = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  for (const selection of selections) {
    if (selection.kind === Kind.FIELD) yield selection
    else if (selection.kind === Kind.INLINE_FRAGMENT) selections.push(...selection.selectionSet.selections)
    else selections.push(...fragments[selection.name.value]!.selectionSet.selections)
  }
}

function readAll(
  asked: readonly AskedAhead[],
  objects: readonly object[],
  ctx: unknown,
  { variableValues }: GraphQLResolveInfo,
): Eventually<unknown> {
  const waits = asked.map(({ field, node, fields }) => {
    try {
      const read = field.extensions.readAhead as Read
      const args = argumentsOf(field, node, variableValues)
      const wait = read(ctx as never, objects as never, args as never, fields)
      return wait instanceof Promise ? wait.catch(() => undefined) : undefined
    } catch {
      return undefined
    }
  })
  return eventuallyAll(waits)
}

type Arguments = Readonly<Record<string, unknown>>

/** By the variables of a request. */
const known = new WeakMap<object, Map<FieldNode, Arguments>>()

/** Found out once for all lists of a request: there are thousands in a tree. */
function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): Arguments {
  const ofRequest = known.get(variables) ?? new Map<FieldNode, Arguments>()
  const args = ofRequest.get(node) ?? getArgumentValues(field, node, variables)
  known.set(variables, ofRequest.set(node, args))
  return args
}
