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

type Read = (ctx: never, objects: readonly never[], args: never) => Eventually<unknown>

/**
 * For a field that takes reading: `read` is called once with all objects of a list, before the field is asked of any of
 * them, and sees to it that what it needs is there. So a list waits once, and not each of its objects, of which there are
 * tens of thousands. What `read` throws is thrown away: the field itself will say what is wrong, at its place.
 */
export function ReadAhead<C, T, A>(
  read: (ctx: C, objects: readonly T[], args: A) => Eventually<unknown>,
): MethodDecorator & PropertyDecorator {
  return Extensions({ readAhead: read })
}

/** A field that is asked of the objects of a list. */
interface AskedAhead {
  readonly field: GraphQLField<unknown, unknown>
  readonly node: FieldNode
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
  const known = new WeakMap<FieldNode, readonly AskedAhead[]>()
  const askedIn = (info: GraphQLResolveInfo) => {
    const [first] = info.fieldNodes
    const asked = known.get(first!) ?? [...search(info, items)]
    known.set(first!, asked)
    return asked
  }
  if (!resolve) return
  field.resolve = (root, args, ctx, info) => {
    const asked = askedIn(info)
    const list = resolve(root, args, ctx, info) as Eventually<readonly object[] | null>
    if (asked.length === 0) return list
    return eventually(list, (objects) =>
      objects === null ? null : eventually(readAll(asked, objects, ctx, info), () => objects),
    )
  }
}

/** The first node of a field stands for all that are merged with it: what another asks for is read when it is asked. */
function* search(
  { fieldNodes, fragments }: GraphQLResolveInfo,
  type: GraphQLObjectType,
): Generator<AskedAhead> {
  const selections: SelectionNode[] = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  for (const selection of selections) {
    if (selection.directives?.length) continue
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      selections.push(...fragments[selection.name.value]!.selectionSet.selections)
    else if (selection.kind === Kind.INLINE_FRAGMENT) selections.push(...selection.selectionSet.selections)
    else {
      const field = type.getFields()[selection.name.value]
      if (field?.extensions.readAhead) yield { field, node: selection }
    }
  }
}

function readAll(
  asked: readonly AskedAhead[],
  objects: readonly object[],
  ctx: unknown,
  { variableValues }: GraphQLResolveInfo,
): Eventually<unknown> {
  const waits = asked.map(({ field, node }) => {
    try {
      const read = field.extensions.readAhead as Read
      const args = getArgumentValues(field, node, variableValues)
      const wait = read(ctx as never, objects as never, args as never)
      return wait instanceof Promise ? wait.catch(() => undefined) : undefined
    } catch {
      return undefined
    }
  })
  return eventuallyAll(waits)
}
