import { ApiError, createClient, getTeam } from '@keymetrics/sdk'
import type { OnProgressChangedEvent } from '@keymetrics/sdk/live'
import { queryOptions } from '@keymetrics/sdk/tanstack'
import { given, mockClient } from '@keymetrics/sdk/testing'

/** A module of the older kind has the same types. */
export async function commonJs() {
  const km = createClient({ url: 'https://api.example.com/graphql' })
  const name: string | undefined = (await getTeam(km, { id: '1' }))?.name
  // @ts-expect-error null when there is no such team
  void (await getTeam(km, { id: '1' })).name
  const options = queryOptions(km, getTeam, { id: '1' })
  const told = (event: OnProgressChangedEvent): string => event.node.name
  return [name, options, told, mockClient(given(getTeam, null)), ApiError]
}
