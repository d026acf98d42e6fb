import { GraphQLError, isIntrospectionType, type ASTVisitor, type ValidationContext } from 'graphql'

const ROOTS = ['__schema', '__type']

/** Anybody may read the schema: a validation rule by which one document reads each part of it under one name. */
export function introspectionOnce(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      const parent = context.getParentType()
      const isOfSchema = ROOTS.includes(node.name.value) || (parent && isIntrospectionType(parent))
      if (node.alias === undefined || !isOfSchema) return
      const message = `${node.name.value} is of the schema: read it without the alias ${node.alias.value}.`
      context.reportError(new GraphQLError(message, { nodes: node }))
    },
  }
}
