import {
  getNamedType,
  isEnumType,
  isInterfaceType,
  isLeafType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'

/**
 * A document for each field of Query, with everything that can be read below it, `depth` levels down. Arguments that
 * take an id or a cursor are filled with the variables $id, $ids and $cursor, that of a metric beside a node with
 * $metricId, pages are of two; others are left out.
 */
export function everyQuery(schema: GraphQLSchema, depth: number): { field: string; document: string }[] {
  const query = schema.getQueryType()!
  const used = (name: string, body: string) => new RegExp(`\\$${name}\\b`).test(body)
  return Object.values(query.getFields()).map((field) => {
    const body = fieldSelection(schema, field, depth)
    const declared = Object.entries({ id: 'ID!', ids: '[ID!]!', metricId: 'ID!', cursor: 'String' })
      .filter(([name]) => used(name, body))
      .map(([name, type]) => `$${name}: ${type}`)
    const variables = declared.length > 0 ? `(${declared.join(', ')})` : ''
    return { field: field.name, document: `query ${variables} { ${body} }` }
  })
}

type Composite = GraphQLObjectType | GraphQLInterfaceType

function selection(schema: GraphQLSchema, type: Composite, depth: number): string {
  const own = Object.values(type.getFields()).map((field) => fieldSelection(schema, field, depth - 1))
  if (isObjectType(type)) return own.join(' ')
  const { interfaces } = schema.getImplementations(type)
  const possible = schema.getPossibleTypes(type)
  // What objects share through an interface is asked for once.
  const parts = [...interfaces, ...possible].map((part) => {
    const shared = [type, ...interfaces.filter((one) => one !== part && part.getInterfaces().includes(one))]
    const rest = Object.values(part.getFields()).filter(
      ({ name }) => !shared.some((one) => name in one.getFields()),
    )
    const fields = rest.map((field) =>
      aliased(aliasOf(field, part, possible), fieldSelection(schema, field, depth - 1)),
    )
    return fields.join('').trim() === '' ? '' : `... on ${part.name} { ${fields.join(' ')} }`
  })
  return ['__typename', ...own, ...parts].join(' ')
}

const aliased = (alias: string, field: string) => (field === '' ? '' : alias + field)

type Field = GraphQLField<unknown, unknown>

/** Fields of one name cannot be asked for under that name where they are of different types on different objects. */
function aliasOf({ name, type }: Field, { name: owner }: Composite, others: readonly Composite[]): string {
  const types = others.map((other) => other.getFields()[name]?.type ?? type)
  return types.every((other) => String(other) === String(type)) ? '' : `${owner}_${name}: `
}

function fieldSelection(schema: GraphQLSchema, field: Field, depth: number): string {
  const type = getNamedType(field.type)
  const start = `${field.name}${argumentsOf(field.args)}`
  if (isLeafType(type)) return start
  if (!isObjectType(type) && !isInterfaceType(type)) throw new TypeError(`${type.name} cannot be selected`)
  const below = depth <= 0 ? '' : selection(schema, type, depth).trim()
  return below === '' ? '' : `${start} { ${below} }`
}

function argumentsOf(args: readonly GraphQLArgument[]): string {
  const given = args.flatMap(({ name, type }) => {
    if (name === 'after') return ['after: $cursor']
    if (name === 'first') return ['first: 2']
    if (String(type) === '[ID!]!') return [`${name}: $ids`]
    const named = getNamedType(type)
    if (isEnumType(named) && isNonNullType(type)) return [`${name}: ${named.getValues()[0]!.name}`]
    if (String(type) === 'Date!') return [`${name}: "2026-01-31"`]
    if (String(type) === 'DateTime!') return [`${name}: "2026-01-31T00:00:00.000Z"`]
    const isBesideNode = name === 'metricId' && args.some((arg) => arg.name === 'nodeId')
    return String(type) === 'ID!' ? [`${name}: ${isBesideNode ? '$metricId' : '$id'}`] : []
  })
  const missing = args.filter(
    (arg) => isRequiredArgument(arg) && !given.some((text) => text.startsWith(arg.name)),
  )
  if (missing.length > 0) throw new TypeError(`Nothing to fill ${missing[0]!.name} with`)
  return given.length > 0 ? `(${given.join(', ')})` : ''
}
