import type { Measured, Weight } from '../platform/graphql/limits/weight.js'
import { variablesIn, type CurrentDocument } from './current-document.js'

/** Asks the server, which measures by what it refuses by. Null: it is not GraphQL yet, or nobody answers. */
export async function measure(current: CurrentDocument, signal: AbortSignal): Promise<Weight | null> {
  const { document: query, operationName } = current
  try {
    const response = await fetch('playground/measure', {
      ...{ method: 'POST', credentials: 'omit', signal },
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, operationName, variables: variablesOf(current) }),
    })
    return response.ok ? ((await response.json()) as Measured).weight : null
  } catch {
    return null
  }
}

function variablesOf({ variables }: CurrentDocument): Record<string, unknown> {
  try {
    return variablesIn(variables)
  } catch {
    return {}
  }
}
