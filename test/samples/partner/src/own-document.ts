import type { Client, KeyMetricKind } from '@keymetrics/sdk'
import { graphql } from './key-metrics/index.js'

const BELOW = graphql(`
  query Below($id: ID!) {
    orgNode(id: $id) {
      __typename
      name
      effectiveKeyMetrics {
        kind
        label
      }
      ... on Department {
        teams {
          name
        }
      }
    }
  }
`)

/** What hangs under a node, in words. */
export async function below(km: Client, id: string): Promise<string> {
  const { orgNode } = await km.run(BELOW, { id })
  if (!orgNode) return 'nothing'
  switch (orgNode.__typename) {
    case 'Company':
    case 'Team':
      return `${orgNode.name}: not asked`
    case 'Department':
      return `${orgNode.name}: ${orgNode.teams.map(({ name }) => name).join(', ')}`
    default:
      // Were there no member for what is to come, there would be no name here.
      return `${orgNode.name}, new to this program`
  }
}

export async function kinds(km: Client, id: string): Promise<KeyMetricKind[]> {
  const { orgNode } = await km.run(BELOW, { id })
  const found = orgNode?.effectiveKeyMetrics?.map(({ kind }) => kind) ?? []
  return found.includes('ADDED_NEXT_YEAR') ? [] : found
}

/** Compiled, never run. */
export async function mistakes(km: Client) {
  // @ts-expect-error the variable is mandatory
  await km.run(BELOW)
  // @ts-expect-error and a text
  await km.run(BELOW, { id: 1 })
  const { orgNode } = await km.run(BELOW, { id: '1' })
  // @ts-expect-error null when there is no such node
  void orgNode.name
  // @ts-expect-error only a department was asked for its teams
  void orgNode?.teams
  // @ts-expect-error what was not asked for is not there
  void orgNode?.version
}
