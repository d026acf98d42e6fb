import type { GraphQLInterfaceType, GraphQLSchema } from 'graphql'
import { typeOfOrgNode } from '../features/org/org-node.type.js'
import { callComputedFields } from '../platform/graphql/computed.js'
import { typeOfNode } from '../platform/graphql/node.type.js'

const TYPES_OF = { Node: typeOfNode, OrgNode: typeOfOrgNode }

/** Makes a schema of type-graphql one whose queries can be compiled. */
export function makeCompilable(schema: GraphQLSchema): void {
  callComputedFields(schema)
  // type-graphql answers with a promise what these know at once, for each node that is shown.
  for (const [name, resolveType] of Object.entries(TYPES_OF))
    (schema.getType(name) as GraphQLInterfaceType).resolveType = resolveType
}
