import 'reflect-metadata'
import {
  GraphQLObjectType,
  extendSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  type GraphQLSchema,
} from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { KeyMetricMutationResolver } from '../features/key-metric/key-metric-mutation.resolver.js'
import {
  EffectiveKeyMetricResolver,
  KeyMetricLockResolver,
  OrgNodeKeyMetricsResolver,
} from '../features/key-metric/key-metric.resolver.js'
import {
  DormancyResolver,
  KeyMetricRuleResolver,
  KeyMetricStatusResolver,
  TraceStepResolver,
} from '../features/key-metric/key-metric-rule.resolver.js'
import { MetricResolver, TrackingFrequencyResolver } from '../features/metric/metric.resolver.js'
import {
  CompanyResolver,
  DepartmentResolver,
  OrgNodeResolver,
  TeamResolver,
} from '../features/org/org.resolver.js'
import {
  CompanyUsersResolver,
  RoleAssignmentResolver,
  RoleHoldersResolver,
  TeamMembersResolver,
  UserResolver,
} from '../features/people/people.resolver.js'
import { ERROR_CODES } from '../platform/graphql/request-error.js'
import { NodeResolver } from './node.resolver.js'

/** The API. The order of this list is of no consequence. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    validate: false,
    resolvers: [
      CompanyResolver,
      CompanyUsersResolver,
      DepartmentResolver,
      DormancyResolver,
      EffectiveKeyMetricResolver,
      KeyMetricLockResolver,
      KeyMetricMutationResolver,
      KeyMetricRuleResolver,
      KeyMetricStatusResolver,
      MetricResolver,
      NodeResolver,
      OrgNodeKeyMetricsResolver,
      OrgNodeResolver,
      RoleAssignmentResolver,
      RoleHoldersResolver,
      TeamMembersResolver,
      TeamResolver,
      TraceStepResolver,
      TrackingFrequencyResolver,
      UserResolver,
    ],
  })
  const extensions = [errorCodes(), ...payloads(schema).map(queryField)]
  const api = lexicographicSortSchema(extendSchema(schema, parse(extensions.join('\n'))))
  for (const payload of payloads(api)) payload.getFields().query!.resolve = () => ({})
  api.getQueryType()!.description = 'What can be read. Everything is of the viewer’s own company.'
  api.getMutationType()!.description =
    'What can be changed. Each mutation is one transaction, with an audit entry for each thing it changed.'
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
