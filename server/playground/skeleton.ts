import { getOperationAST, parse, type GraphQLSchema } from 'graphql'
import type { PlaygroundExample } from '../platform/http/playground.js'
import { filledIn } from './sdk-call/placeholder.js'

/** An example without variables gets those that it cannot do without, to be overwritten. */
export function withSkeleton(schema: GraphQLSchema, example: PlaygroundExample): PlaygroundExample {
  if (example.variables !== undefined) return example
  const operation = getOperationAST(parse(example.document))
  const variables = operation ? filledIn(schema, operation, {}) : {}
  if (Object.keys(variables).length === 0) return example
  return { ...example, variables: JSON.stringify(variables, null, 2) }
}
