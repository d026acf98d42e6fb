import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql'

/** A validation rule: graphql-js lets a subscription to a schema that has none come as far as execution. */
export function knownRoot(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return
      context.reportError(new GraphQLError(`There is no ${node.operation} in the schema.`, { nodes: node }))
    },
  }
}
