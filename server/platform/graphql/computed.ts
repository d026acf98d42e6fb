import { defaultFieldResolver, isObjectType, type GraphQLSchema } from 'graphql'
import { Extensions } from 'type-graphql'

/** For a field whose value is a function of its object, which is called when the field is asked for. */
export function Computed(): MethodDecorator & PropertyDecorator {
  return Extensions({ isComputed: true })
}

/** graphql-js calls such a function by itself; a compiled query takes what has no resolver for a value. */
export function callComputedFields(schema: GraphQLSchema): void {
  const fields = Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((type) => Object.values(type.getFields()))
  for (const field of fields) if (field.extensions.isComputed) field.resolve = defaultFieldResolver
}
