import 'reflect-metadata'
import {
  GraphQLObjectType,
  extendSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  type GraphQLSchema,
} from 'graphql'
import { buildSchemaSync, type PubSub } from 'type-graphql'
import { resolveDirectly } from '../platform/graphql/direct-resolvers.js'
import { assertEveryFieldHasPolicy } from '../platform/graphql/policy.js'
import { readAhead } from '../platform/graphql/read-ahead.js'
import { ERROR_CODES } from '../platform/graphql/request-error.js'
import { makeCompilable } from './compilable.js'
import { dryRunExtensions, obeyDryRun } from './dry-run.js'
import { effectiveAtExtensions, obeyEffectiveAt } from './effective-at.js'
import { RESOLVERS } from './resolvers.js'

/** type-graphql asks for one where there are subscriptions; ours say themselves where their events come from. */
const NO_PUB_SUB: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new TypeError('A subscription states its `subscribe`.')
  },
}

/** Apollo Server checks the schema when it starts, `npm run schema:check` before. */
const UNCHECKED = { validate: false, skipCheck: true }

let made: GraphQLSchema | undefined

/** The API: one and the same for a whole process, with all that is remembered of it. */
export function apiSchema(): GraphQLSchema {
  return (made ??= createSchema())
}

function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({ ...UNCHECKED, resolvers: RESOLVERS, pubSub: NO_PUB_SUB })
  const extensions = [
    errorCodes(),
    ...payloads(schema).map(queryField),
    ...dryRunExtensions(schema),
    ...effectiveAtExtensions(schema),
  ]
  const api = lexicographicSortSchema(extendSchema(schema, parse(extensions.join('\n'))))
  resolveDirectly(api)
  readAhead(api)
  makeCompilable(api)
  assertEveryFieldHasPolicy(api)
  obeyEffectiveAt(api)
  obeyDryRun(api)
  for (const payload of payloads(api)) payload.getFields().query!.resolve = () => ({})
  api.getQueryType()!.description = 'What can be read. Everything is of the viewer’s own company.'
  api.getMutationType()!.description =
    'What can be changed. Each mutation is one transaction, with an audit entry for each thing it changed.'
  api.getSubscriptionType()!.description =
    'What is told as it happens, by server-sent events (Accept: text/event-stream) or a WebSocket, on the same path. Each event is read with what you may see at that moment; when that is nothing any more, or your credential ends, so does the subscription.'
  return api
}

/** The SDL as it is committed in `schema.graphql`. */
export function printApi(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`
}

/** No field returns it, but clients need the list: it is what `extensions.code` of an error can be. */
function errorCodes(): string {
  const values = Object.entries(ERROR_CODES).map(
    ([code, description]) => `${JSON.stringify(description)} ${code}`,
  )
  return `"What \`extensions.code\` of a GraphQL error can be. The list is closed." enum ErrorCode { ${values.join('\n')} }`
}

function payloads(schema: GraphQLSchema): GraphQLObjectType[] {
  return Object.values(schema.getTypeMap()).filter(
    (type) => type instanceof GraphQLObjectType && type.name.endsWith('Payload'),
  ) as GraphQLObjectType[]
}

/** type-graphql cannot name the query root as the type of a field. */
function queryField({ name }: GraphQLObjectType): string {
  return `extend type ${name} { "Read on from here, after the change, in the same request." query: Query! }`
}
