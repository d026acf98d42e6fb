import {
  getNamedType,
  isInterfaceType,
  isLeafType,
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
 * take an id or a cursor are filled with the variables $id, $ids and $cursor; others are left out.
 */
export function everyQuery(schema: GraphQLSchema, depth: number): { field: string; document: string }[] {
  const query = schema.getQueryType()!
  const used = (name: string, body: string) => new RegExp(`\\$${name}\\b`).test(body)
  return Object.values(query.getFields()).map((field) => {
    const body = fieldSelection(schema, query, field, depth)
    const declared = Object.entries({ id: 'ID!', ids: '[ID!]!', cursor: 'String' })
      .filter(([name]) => used(name, body))
      .map(([name, type]) => `$${name}: ${type}`)
    const variables = declared.length > 0 ? `(${declared.join(', ')})` : ''
    return { field: field.name, document: `query ${variables} { ${body} }` }
  })
}

type Composite = GraphQLObjectType | GraphQLInterfaceType

function selection(
  schema: GraphQLSchema,
  type: Composite,
  depth: number,
  known: readonly string[] = [],
): string {
  const fields = Object.values(type.getFields()).filter(({ name }) => !known.includes(name))
  const own = fields.map((field) => fieldSelection(schema, type, field, depth - 1)).join(' ')
  if (isObjectType(type)) return own
  const parts = schema.getPossibleTypes(type).flatMap((possible) => {
    const rest = selection(schema, possible, depth, Object.keys(type.getFields())).trim()
    return rest === '' ? [] : [`... on ${possible.name} { ${rest} }`]
  })
  return `__typename ${own} ${parts.join(' ')}`
}

/** Named after its type too, since fields of one name are of different types on different objects. */
function fieldSelection(
  schema: GraphQLSchema,
  { name }: Composite,
  field: GraphQLField<unknown, unknown>,
  depth: number,
): string {
  const type = getNamedType(field.type)
  const start = `${name}_${field.name}: ${field.name}${argumentsOf(field.args)}`
  if (isLeafType(type)) return start
  if (depth <= 0) return ''
  if (isObjectType(type) || isInterfaceType(type)) return `${start} { ${selection(schema, type, depth)} }`
  throw new TypeError(`${type.name} cannot be selected`)
}

function argumentsOf(args: readonly GraphQLArgument[]): string {
  const given = args.flatMap(({ name, type }) => {
    if (name === 'after') return ['after: $cursor']
    if (String(type) === '[ID!]!') return [`${name}: $ids`]
    return String(type) === 'ID!' ? [`${name}: $id`] : []
  })
  const missing = args.filter(
    (arg) => isRequiredArgument(arg) && !given.some((text) => text.startsWith(arg.name)),
  )
  if (missing.length > 0) throw new TypeError(`Nothing to fill ${missing[0]!.name} with`)
  return given.length > 0 ? `(${given.join(', ')})` : ''
}
