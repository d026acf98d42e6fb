import {
  coerceInputValue,
  defaultFieldResolver,
  getNamedType,
  GraphQLBoolean,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { DomainError } from '../domain/errors.js'
import { takeEffect } from '../features/schedule/take-effect.js'
import type { Perform } from '../features/schedule/timeline.js'
import type { Context } from '../platform/context.js'
import { WHATEVER_VERSION } from '../platform/database/version.js'

const EFFECTIVE_AT =
  'Since when it holds; left out: from now on. In the past: numbers are restated, and what was changed later of the same thing stays. In the future: it is scheduled, to be made with the rights a person has by then, so not by an API key.'
const SCHEDULED_CHANGE =
  'What was scheduled, when `effectiveAt` lies in the future: nothing has changed yet, and what would be changed is null. Null otherwise, and for a dry run.'

type Mutation = GraphQLField<unknown, Context>

/** What is added to the schema so that every mutation that states @EffectiveAt() takes a date. */
export function effectiveAtExtensions(schema: GraphQLSchema): string[] {
  return mutationsWithDate(schema).flatMap(({ type, args }) => [
    `extend input ${getNamedType(args[0]!.type).name} { ${JSON.stringify(EFFECTIVE_AT)} effectiveAt: DateTime }`,
    `extend type ${getNamedType(type).name} { ${JSON.stringify(SCHEDULED_CHANGE)} scheduledChange: ScheduledChange }`,
  ])
}

interface Dated {
  readonly input: { readonly effectiveAt?: Date | null; readonly dryRun?: boolean }
}

/** Makes these mutations obey it. The one place where it is decided when a change takes effect. */
export function obeyEffectiveAt(schema: GraphQLSchema): void {
  const perform = performing(schema)
  for (const mutation of mutationsWithDate(schema)) {
    const { name, resolve = defaultFieldResolver } = mutation
    mutation.resolve = (root, args: Dated, ctx, info) => {
      const make = async () => (await resolve(root, args, ctx, info)) as object
      const { effectiveAt, dryRun: _, ...input } = args.input
      const ways = { make, perform, nothing: nothingOf(mutation) }
      return effectiveAt ? takeEffect(ctx, { mutation: name, input, effectiveAt }, ways) : make()
    }
  }
}

/** Makes a mutation that was planned, by the resolver it has in the schema. */
export function performing(schema: GraphQLSchema): Perform {
  const mutations = new Map(
    mutationsWithDate(schema).map(({ name, args, resolve = defaultFieldResolver }) => [
      name,
      { resolve, type: args[0]!.type },
    ]),
  )
  return async (ctx, name, planned, versions) => {
    const mutation = mutations.get(name)
    if (!mutation) throw noLongerThere(`${name} is no mutation that can be planned any more.`)
    const sent = coerceInputValue(planned, mutation.type, (path, _value, { message }) => {
      throw noLongerThere(`Its input does not fit ${name} any more, at ${path.join('.')}: ${message}`)
    })
    const input = versions === 'AS_SENT' ? sent : whateverVersion(sent)
    return (await mutation.resolve({}, { input }, ctx, NO_INFO)) as Awaited<ReturnType<Perform>>
  }
}

/** What was planned before the server was brought up to date. */
function noLongerThere(what: string): DomainError {
  return new DomainError('INVALID', `${what} Plan it again as it is made now.`, [])
}

// No resolver of a mutation looks at the document it is asked by.
const NO_INFO = {} as never

function whateverVersion(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(whateverVersion)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'expectedVersion' ? WHATEVER_VERSION : whateverVersion(inner),
    ]),
  )
}

/** What a payload says that tells of no change: no items, and nothing written. */
function nothingOf({ type }: Mutation): object {
  const fields = Object.values((getNamedType(type) as GraphQLObjectType).getFields())
  const said = fields.flatMap(({ name, type: of }): [string, unknown][] => {
    const inner = isNonNullType(of) ? of.ofType : null
    if (isListType(inner)) return [[name, []]]
    return inner === GraphQLBoolean ? [[name, false]] : []
  })
  return Object.fromEntries(said)
}

function mutationsWithDate(schema: GraphQLSchema): Mutation[] {
  const mutations = Object.values(schema.getMutationType()!.getFields()) as Mutation[]
  return mutations.filter(({ extensions }) => extensions.hasEffectiveAt === true)
}
