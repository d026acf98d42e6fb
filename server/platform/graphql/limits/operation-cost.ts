import type { ApolloServerPlugin, GraphQLRequestContextDidResolveOperation } from '@apollo/server'
import {
  GraphQLError,
  getNamedType,
  getNullableType,
  getVariableValues,
  isIntrospectionType,
  isListType,
  type OperationDefinitionNode,
} from 'graphql'
import { getComplexity, type ComplexityEstimatorArgs } from 'graphql-query-complexity'
import { pageOf } from '../connection.js'
import { requestError } from '../request-error.js'
import { limitExceeded } from './document-limits.js'

/**
 * A field costs 1, and what is below a list as often as the list is long: as `first` or the ids say, and LIST_LENGTH
 * where the document does not say it. The dearest operation of the SDK is GetOrganization, with four lists within each
 * other: 7,568. A page of 100 people costs 1,302, and the introspection query of tools 230.
 */
export const MAX_COST = 20_000
export const LIST_LENGTH = 5

/** For each 1,000 of cost a request takes one point more of the caller's rate limit, refused or not. */
export const COST_OF_POINT = 1_000
/** Beside the point of every request. A document that is refused has been read for nothing. */
export const POINTS_OF_REFUSAL = 9

/** What the context of a request must have so that its cost can be charged. */
export interface Metered {
  readonly spend: (points: number) => Promise<void>
}

/** What an operation takes beside the point of every request. */
export function pointsOf(cost: number): number {
  return Math.floor(cost / COST_OF_POINT)
}

export const operationCost: ApolloServerPlugin<Metered> = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: async (request) => {
        const cost = costOf(request)
        await request.contextValue.spend(pointsOf(cost))
        if (cost > MAX_COST) throw excessiveCost(cost)
      },
      didEncounterErrors: async ({ operation, contextValue }) => {
        if (!operation) await contextValue.spend(POINTS_OF_REFUSAL)
      },
    }),
}

export function excessiveCost(cost: number): GraphQLError {
  return limitExceeded(
    `The operation costs ${cost}`,
    MAX_COST,
    'Ask for smaller pages or fewer lists within lists.',
  )
}

type Resolved = Pick<
  GraphQLRequestContextDidResolveOperation<Metered>,
  'schema' | 'document' | 'operation' | 'request'
>
type Named = Resolved & { readonly operation: OperationDefinitionNode }

/** Counting takes longer than most of what follows; a client asks the same again and again, with other ids. */
const counted = new WeakMap<OperationDefinitionNode, Map<string, number>>()
const MAX_SHAPES = 50
const MAX_SHAPE_LENGTH = 1_000

/**
 * Of variables what a cost may depend on: numbers, truth values, lengths of lists, and what is not there. A text decides
 * nothing, nor does what is in a list or in an input object: pages, ids and conditions are arguments of their own.
 */
function shapeOf({ operation, request: { variables = {} } }: Named): string {
  const values = (operation.variableDefinitions ?? []).map(({ variable }) => {
    const name = variable.name.value
    return [name, shapeOfValue(variables[name])]
  })
  return JSON.stringify(Object.fromEntries(values))
}

function shapeOfValue(value: unknown): unknown {
  if (Array.isArray(value)) return [value.length]
  if (typeof value === 'string') return ''
  return typeof value === 'object' && value !== null ? {} : value
}

/**
 * 0 when there is nothing to run: no such operation, or variables that do not fit. Execution says which; those that look
 * like others that did fit cost as much.
 */
export function costOf({ operation, ...rest }: Resolved): number {
  if (!operation) return 0
  const asked = { ...rest, operation }
  const known = counted.get(operation) ?? new Map<string, number>()
  const shape = shapeOf(asked)
  const cost = known.get(shape) ?? count(asked)
  if (cost === null) return 0
  if (known.size < MAX_SHAPES && shape.length <= MAX_SHAPE_LENGTH)
    counted.set(operation, known.set(shape, cost))
  return cost
}

/** Null: the variables do not fit. */
function count({ schema, document, operation, request: { variables = {} } }: Named): number | null {
  const declared = operation.variableDefinitions ?? []
  if (getVariableValues(schema, declared, variables, { maxErrors: 1 }).errors) return null
  try {
    return getComplexity({
      ...{ schema, query: document, variables, operationName: operation.name?.value },
      estimators: [({ childComplexity, ...field }) => 1 + lengthOf(field) * childComplexity],
    })
  } catch (error) {
    if (error instanceof GraphQLError && error.extensions.code === undefined) throw badUserInput(error)
    throw error
  }
}

/** An argument that is null where it must not be. Execution would refuse that field alone, and run what was not counted. */
function badUserInput({ message }: GraphQLError): GraphQLError {
  const { extensions } = requestError('BAD_USER_INPUT', message)
  return new GraphQLError(message, { extensions: { ...extensions, http: { status: 400 } } })
}

/** @throws LIMIT_EXCEEDED as reading the page would. */
function lengthOf({ field, args, type }: Omit<ComplexityEstimatorArgs, 'childComplexity'>): number {
  const { first, ids } = args as { first?: unknown; ids?: unknown }
  if (typeof first === 'number') return pageOf({ first, after: null }).first
  if (Array.isArray(ids)) return ids.length
  // Counted where the connection itself is asked for.
  const isPage = type.name.endsWith('Connection')
  const isCounted = isListType(getNullableType(field.type)) && !isPage
  return isCounted && !isIntrospectionType(getNamedType(field.type)) ? LIST_LENGTH : 1
}
