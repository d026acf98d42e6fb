import {
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import type { Eventually } from '../../eventually.js'

/** An operation that is known to be valid, and for whom it is run. */
export interface Asked {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  readonly variables: Readonly<Record<string, unknown>>
  readonly ctx: unknown
  readonly root?: unknown
}

export type Execute = (asked: Asked) => Eventually<ExecutionResult>

/** By graphql-js, to which every other way of execution is held. */
export function interpreting(schema: GraphQLSchema): Execute {
  return ({ document, operation, variables, ctx, root }) =>
    execute({
      schema,
      document,
      operationName: operation.name?.value,
      variableValues: variables,
      contextValue: ctx,
      rootValue: root,
    })
}
