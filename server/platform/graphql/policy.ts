import { defaultFieldResolver, isObjectType, type GraphQLSchema } from 'graphql'
import { Extensions } from 'type-graphql'
import { ACTIONS, type Action } from '../../domain/policy.js'

/** For what is granted with the object it is a field of. */
export const WITH_ITS_OBJECT = 'WITH_ITS_OBJECT'
/** For what everybody who has signed in may ask; what it leads to has policies of its own. */
export const SIGNED_IN = 'SIGNED_IN'

/** For what is done before anybody has signed in; whoever does it proves a right of another kind. */
export const ANYBODY = 'ANYBODY'

export type FieldPolicy = Action | typeof WITH_ITS_OBJECT | typeof SIGNED_IN | typeof ANYBODY

/** By which line of the policy a field is read, or a mutation made. Every field with a resolver states one. */
export function Policy(policy: FieldPolicy): MethodDecorator & PropertyDecorator {
  return Extensions({ policy })
}

/** @throws Error naming the fields that were forgotten, so that such a schema is never served. */
export function assertEveryFieldHasPolicy(schema: GraphQLSchema): void {
  const forgotten = fieldsWithResolver(schema).filter(({ policy }) => !isPolicy(policy))
  if (forgotten.length === 0) return
  const names = forgotten.map(({ name }) => name).join(', ')
  throw new Error(`Every field with a resolver states its @Policy; these do not: ${names}`)
}

/** As 'Type.field', for every object type. What is read off an object, or called on it, comes with the object. */
export function fieldsWithResolver(schema: GraphQLSchema): { name: string; policy: unknown }[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith('__'))
    .flatMap((type) =>
      Object.values(type.getFields())
        .filter(({ resolve }) => resolve !== undefined && resolve !== defaultFieldResolver)
        .map((field) => ({ name: `${type.name}.${field.name}`, policy: field.extensions.policy })),
    )
}

function isPolicy(value: unknown): value is FieldPolicy {
  const others: readonly unknown[] = [WITH_ITS_OBJECT, SIGNED_IN, ANYBODY]
  return others.includes(value) || ACTIONS.includes(value as Action)
}
