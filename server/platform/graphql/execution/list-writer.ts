import {
  GraphQLList,
  GraphQLObjectType,
  GraphQLSchema,
  isIntrospectionType,
  isObjectType,
  Kind,
  OperationTypeNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql'
import { LRUCache } from 'lru-cache'
import { eventually, type Eventually } from '../../eventually.js'
import { compiling } from './compiled-queries.js'
import type { Execute } from './interpret.js'
import { saidBy, serialOf } from './sharing.js'
import { inSlices } from './slices.js'
import { Words } from './words.js'

/** For the lists of all companies together. What does not fit is written again. */
const MAX_BYTES = 64 * 1024 ** 2
const BYTES_OF_ENTRY = 200
const MAX_QUERIES = 500

type Items = readonly object[]

interface Wanted {
  readonly itemType: string
  readonly ctx: object
  readonly info: GraphQLResolveInfo
}

/** @throws Error when an item cannot be written without errors. */
export type Writer = (items: Items, wanted: Wanted) => Eventually<Words>

/** What is asked of the items of a list, as a query of its own. */
interface ItemQuery {
  readonly serial: number
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Of items that say the same in many lists, by what they say. */
  readonly words: WeakMap<object, string>
}

/** Writes what a query asks of the items of lists; `keys` says which selections ask the same. */
export function createWriter(schema: GraphQLSchema, keys: WeakMap<FieldNode, string>): Writer {
  const run = compiling(schemaOfItems(schema))
  const queries = new LRUCache<string, ItemQuery>({ max: MAX_QUERIES })
  const written = new LRUCache<string, Words>({
    maxSize: MAX_BYTES,
    sizeCalculation: ({ bytes }) => bytes.length + BYTES_OF_ENTRY,
  })
  let serials = 0
  const queryOf = ({ itemType, info }: Wanted): ItemQuery => {
    const key = `${itemType}${info.fieldNodes.map((node) => keys.get(node)).join('&')}`
    const query = queries.get(key) ?? {
      serial: ++serials,
      words: new WeakMap<object, string>(),
      ...queryOfItems(itemType, info),
    }
    queries.set(key, query)
    return query
  }
  return (items, wanted) => {
    const query = queryOf(wanted)
    const { serial } = query
    const list = serialOf(items)
    const place = `${list}/${serial}`
    const known = list === undefined ? undefined : written.get(place)
    if (known) return known
    return inSlices(wanted.ctx, () =>
      eventually(writeItems(run, items, query, wanted), (text) => {
        const words = new Words(Buffer.from(text))
        if (list !== undefined) written.set(place, words)
        return words
      }),
    )
  }
}

/** Of a list that inherits, most was written for another. */
function writeItems(run: Execute, items: Items, query: ItemQuery, wanted: Wanted): Eventually<string> {
  const texts = items.map((item) => {
    const said = saidBy(item)
    return said && query.words.get(said)
  })
  const missing = items.filter((_, index) => texts[index] === undefined)
  if (missing.length === 0) return `[${texts.join()}]`
  return eventually(textsOf(run, missing, query, wanted), (anew) => {
    for (const [index, item] of missing.entries()) {
      const said = saidBy(item)
      if (said) query.words.set(said, anew[index]!)
    }
    let next = 0
    return `[${texts.map((text) => text ?? anew[next++]!).join()}]`
  })
}

function textsOf(
  run: Execute,
  items: Items,
  { document, operation }: ItemQuery,
  { itemType, ctx }: Wanted,
): Eventually<string[]> {
  const answer = run({ document, operation, variables: {}, ctx, root: { [itemType]: items } })
  return eventually(answer, ({ data, errors }) => {
    if (errors || !data) throw errors?.[0] ?? new Error('A shared list cannot be written.')
    return (data[itemType] as object[]).map((item) => JSON.stringify(item))
  })
}

/** A schema whose query has, for each type, a list of it under the name of the type. */
function schemaOfItems(schema: GraphQLSchema): GraphQLSchema {
  const types = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter((type) => !isIntrospectionType(type))
  const lists = types.map((type) => [type.name, { type: new GraphQLList(type) }] as const)
  return new GraphQLSchema({
    query: new GraphQLObjectType({ name: 'Items', fields: Object.fromEntries(lists) }),
    types,
  })
}

function queryOfItems(
  itemType: string,
  { fieldNodes, fragments }: GraphQLResolveInfo,
): Pick<ItemQuery, 'document' | 'operation'> {
  const selections = fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  const list: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: itemType },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  }
  const operation: OperationDefinitionNode = {
    kind: Kind.OPERATION_DEFINITION,
    operation: OperationTypeNode.QUERY,
    selectionSet: { kind: Kind.SELECTION_SET, selections: [list] },
  }
  return {
    operation,
    document: { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(fragments)] },
  }
}
