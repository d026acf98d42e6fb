import type { Client } from '@keymetrics/sdk'
import { initGraphQLTada } from 'gql.tada'
import type { introspection } from './introspection.d.ts'

const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTime: string; Date: string; Decimal: string }
}>()

const NAME_OF_TEAM = graphql(`
  query NameOfTeam($id: ID!, $asOf: DateTime) {
    team(id: $id, asOf: $asOf) {
      name
      version
    }
  }
`)
const WHO = graphql('{ viewer { name } }')

export async function nameOfTeam(km: Client, id: string): Promise<string> {
  const { team } = await km.run(NAME_OF_TEAM, { id, asOf: null })
  const version: number | undefined = team?.version
  return `${team?.name} ${version}`
}

export async function whoAsks(km: Client): Promise<string> {
  const { viewer } = await km.run(WHO)
  return viewer?.name ?? 'nobody'
}

/** Compiled, never run. */
export async function mistakes(km: Client) {
  // @ts-expect-error the variable is mandatory
  await km.run(NAME_OF_TEAM)
  // @ts-expect-error and a text
  await km.run(NAME_OF_TEAM, { id: 1 })
  const { team } = await km.run(NAME_OF_TEAM, { id: '1' })
  // @ts-expect-error null when there is no such team
  void team.name
  // @ts-expect-error what was not asked for is not there
  void team?.id
}
