import { getOperationAST, GraphQLError, parse, type DocumentNode, type GraphQLSchema } from 'graphql'
import { DOCUMENT_LIMITS, excessesOf } from './document-limits.js'
import { MAX_TOKENS, withRefusalCode } from './document-refusal.js'
import { measure, type Size } from './measure.js'
import { costOf, excessiveCost, MAX_COST } from './operation-cost.js'
import type { Weight } from './weight.js'

export interface Weighed {
  readonly query: string
  readonly variables?: Record<string, unknown> | null
  readonly operationName?: string | null
}

/** Measures a document as a request with it would be, and runs nothing. Null: it is not GraphQL. */
export function weigh(schema: GraphQLSchema, weighed: Weighed): Weight | null {
  try {
    return weightOf(schema, weighed, parse(weighed.query, { maxTokens: MAX_TOKENS }))
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const told = withRefusalCode(
      { message: error.message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } },
      error,
    )
    return told.extensions?.code === 'LIMIT_EXCEEDED' ? { figures: [], excesses: [told.message] } : null
  }
}

function weightOf(schema: GraphQLSchema, weighed: Weighed, document: DocumentNode): Weight {
  const size = measure(document)
  const excesses = excessesOf(size)
  const cost = excesses.length > 0 ? NOT_TOLD : costIn(schema, weighed, document)
  const sizes = Object.entries(DOCUMENT_LIMITS) as [keyof Size, { most: number }][]
  return {
    figures: [
      { name: 'cost', value: cost.value, most: MAX_COST },
      { name: 'tokens', value: document.tokenCount ?? null, most: MAX_TOKENS },
      ...sizes.map(([name, { most }]) => ({ name, value: size[name], most })),
    ],
    excesses: [...excesses, ...cost.excesses].map(({ message }) => message),
  }
}

interface Cost {
  readonly value: number | null
  readonly excesses: readonly GraphQLError[]
}

const NOT_TOLD: Cost = { value: null, excesses: [] }

/** What is refused because of its size is not asked for its cost. */
function costIn(schema: GraphQLSchema, { variables, operationName }: Weighed, document: DocumentNode): Cost {
  const operation = getOperationAST(document, operationName)
  if (!operation) return NOT_TOLD
  try {
    const cost = costOf({ schema, document, operation, request: { variables: variables ?? {} } })
    return { value: cost || null, excesses: cost > MAX_COST ? [excessiveCost(cost)] : [] }
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    return error.extensions.code === 'LIMIT_EXCEEDED' ? { value: null, excesses: [error] } : NOT_TOLD
  }
}
