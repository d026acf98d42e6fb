import { defaultFieldResolver, getNamedType, type GraphQLField, type GraphQLSchema } from 'graphql'
import { rehearse } from '../features/impact/rehearse.js'
import type { Context } from '../platform/context.js'

const DRY_RUN =
  'Answer with the impact of the change and leave everything as it is: same checks, same user errors; the version stays valid.'
const IMPACT =
  'What the change would do, of what you see. Null unless `dryRun` is given, and for a change that is refused.'

type Mutation = GraphQLField<unknown, Context>

/** What is added to the schema so that every mutation that states @DryRun() takes `dryRun` and answers `impact`. */
export function dryRunExtensions(schema: GraphQLSchema): string[] {
  return mutationsWithDryRun(schema).flatMap(({ type, args }) => [
    `extend input ${getNamedType(args[0]!.type).name} { ${JSON.stringify(DRY_RUN)} dryRun: Boolean! = false }`,
    `extend type ${getNamedType(type).name} { ${JSON.stringify(IMPACT)} impact: Impact }`,
  ])
}

/** Makes these mutations obey it. The one place where it is decided whether a change is to stay. */
export function obeyDryRun(schema: GraphQLSchema): void {
  for (const mutation of mutationsWithDryRun(schema)) {
    const { resolve = defaultFieldResolver } = mutation
    mutation.resolve = (root, args: { input: { dryRun: boolean } }, ctx, info) => {
      const make = (maker: Context) => resolve(root, args, maker, info)
      return args.input.dryRun ? rehearse(ctx, async (maker) => (await make(maker)) as object) : make(ctx)
    }
  }
}

function mutationsWithDryRun(schema: GraphQLSchema): Mutation[] {
  const mutations = Object.values(schema.getMutationType()!.getFields()) as Mutation[]
  return mutations.filter(({ extensions }) => extensions.hasDryRun === true)
}
