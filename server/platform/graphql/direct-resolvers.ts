import { isObjectType, type GraphQLField, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import { getMetadataStorage } from 'type-graphql'

type Resolver = GraphQLFieldResolver<unknown, unknown, Record<string, unknown>>
type Read = (...given: Parameters<Resolver>) => unknown

const storage = getMetadataStorage()
type Metadata = (typeof storage.fieldResolvers | typeof storage.mutations)[number]
type Parameter = NonNullable<Metadata['params']>[number]

/**
 * Calls the methods of resolvers with what graphql-js gives. Of each object type-graphql would make an instance of its
 * arguments and wait for five promises, also when there is nothing to wait for. The arguments are coerced already, and
 * their classes have nothing but fields.
 */
export function resolveDirectly(schema: GraphQLSchema): void {
  const { fieldResolvers, mutations, objectTypes, interfaceTypes } = storage
  const names = new Map([...objectTypes, ...interfaceTypes].map(({ target, name }) => [target, name]))
  const direct = new Map(
    fieldResolvers.map((of) => [`${names.get(of.getObjectType!())}.${of.schemaName}`, directly(of)]),
  )
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) {
      const owners = [type, ...type.getInterfaces()]
      const found = owners.map(({ name }) => direct.get(`${name}.${field.name}`)).find(Boolean)
      if (found) field.resolve = found
    }
  for (const mutation of mutations) {
    const field = schema.getMutationType()!.getFields()[mutation.schemaName]!
    if (!takesMore(field)) field.resolve = directly(mutation) ?? field.resolve
  }
}

/** Later slices have given its input fields that its class, and so its command, does not know; type-graphql leaves them out. */
function takesMore({ extensions }: GraphQLField<unknown, unknown>): boolean {
  return extensions.hasDryRun === true || extensions.hasEffectiveAt === true
}

/** Undefined for what only type-graphql can do. */
function directly({ target, methodName, params = [], middlewares = [] }: Metadata): Resolver | undefined {
  const reads = params.toSorted((a, b) => a.index - b.index).map(readOf)
  const [first, second, third, fourth, ...more] = reads
  if (middlewares.length > 0 || more.length > 0 || reads.includes(undefined)) return undefined
  const resolver = new (target as new () => Record<string, (...values: unknown[]) => unknown>)()
  // One by one: to put them into lists costs more than most fields do.
  return (root, args, ctx, info) =>
    resolver[methodName]!(
      first?.(root, args, ctx, info),
      second?.(root, args, ctx, info),
      third?.(root, args, ctx, info),
      fourth?.(root, args, ctx, info),
    )
}

function readOf(parameter: Parameter): Read | undefined {
  switch (parameter.kind) {
    case 'root':
      return parameter.propertyName === undefined ? (root) => root : undefined
    case 'context':
      return parameter.propertyName === undefined ? (_root, _args, ctx) => ctx : undefined
    case 'args':
      return (_root, args) => args
    case 'arg':
      return (_root, args) => args[parameter.name]
    case 'info':
      return (_root, _args, _ctx, info) => info
    default:
      return undefined
  }
}
