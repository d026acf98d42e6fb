import {
  getNamedType,
  getNullableType,
  GraphQLScalarType,
  GraphQLSchema,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isObjectType,
  lexicographicSortSchema,
  type ExecutionResult,
  type FieldNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type OperationDefinitionNode,
} from 'graphql'
import { eventually, type Eventually } from '../../eventually.js'
import { compiling } from './compiled-queries.js'
import type { Asked } from './interpret.js'
import { createWriter, type Writer } from './list-writer.js'
import { sharedSelections } from './shared-selections.js'
import { inTurn, workInSlices } from './slices.js'

/**
 * Runs queries that ask of shared lists only what is the same for everybody: null for others. In a schema derived from
 * ours such a list is a leaf, whose value is the JSON of its items as bytes; these are kept for whoever asks the same.
 */
export function createSharing(schema: GraphQLSchema): (asked: Asked) => Eventually<ExecutionResult> | null {
  const keys = new WeakMap<FieldNode, string>()
  const isShared = new WeakMap<OperationDefinitionNode, boolean>()
  const run = compiling(derivedFrom(schema, keys))
  const examine = (asked: Asked) => {
    const selections = sharedSelections(schema, asked)
    for (const [node, key] of selections ?? []) keys.set(node, key)
    isShared.set(asked.operation, selections !== null)
    return selections !== null
  }
  return (asked) => {
    if (!(isShared.get(asked.operation) ?? examine(asked))) return null
    workInSlices(asked.ctx as object)
    return run(asked)
  }
}

const LEAF = new GraphQLScalarType({ name: 'Words', serialize: (words) => words })

function derivedFrom(schema: GraphQLSchema, keys: WeakMap<FieldNode, string>): GraphQLSchema {
  const derived = lexicographicSortSchema(schema)
  const writer = createWriter(schema, keys)
  for (const type of Object.values(derived.getTypeMap()).filter(hasFields))
    for (const field of Object.values(type.getFields()))
      if (field.extensions.sharing === 'LIST') makeLeaf(field, writer)
      else if (isListType(getNullableType(field.type))) answerInTurn(field)
  // Anew, so that it knows the type of the leaves.
  return new GraphQLSchema(derived.toConfig())
}

/** Those of introspection are the same in all schemas: they are graphql-js's own, and nobody's to change. */
function hasFields(type: GraphQLNamedType): type is GraphQLObjectType | GraphQLInterfaceType {
  return (isObjectType(type) || isInterfaceType(type)) && !isIntrospectionType(type)
}

function makeLeaf(field: GraphQLField<unknown, unknown>, write: Writer): void {
  const { resolve } = field
  const itemType = getNamedType(field.type).name
  field.type = LEAF
  if (!resolve) return
  field.resolve = (root, args, ctx, info) =>
    eventually(resolve(root, args, ctx, info) as Eventually<readonly object[] | null>, (items) =>
      items === null ? null : write(items, { itemType, ctx: ctx as object, info }),
    )
}

/** A tree may have thousands of nodes: others have their turns while it is walked through. */
function answerInTurn(field: GraphQLField<unknown, unknown>): void {
  const { resolve } = field
  if (!resolve) return
  field.resolve = (root, args, ctx, info) =>
    eventually(resolve(root, args, ctx, info) as Eventually<readonly unknown[] | null>, (items) =>
      items === null ? null : inTurn(items),
    )
}
