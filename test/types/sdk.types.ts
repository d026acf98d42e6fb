import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import {
  createClient,
  getTeam,
  getViewer,
  type KeyMetricKind,
  listMembers,
  type TypedDocumentString,
} from '../../sdk/index.js'

/** Compiled, never run: each line that must not compile is marked, and the compiler complains when it does. */
export async function aCallerOfTheSdk() {
  const km = createClient({ url: 'https://api.example.com/graphql', token: ({ refresh }) => `${refresh}` })
  type Document<D> = D & object

  const node = {} as Document<TypedDocumentNode<{ team: { name: string } }, { id: string }>>
  const text = '' as TypedDocumentString<{ team: { name: string } }, { id: string }>
  const names: string[] = [
    (await km.run(node, { id: '1' })).team.name,
    (await km.run(text, { id: '1' })).team.name,
  ]

  // @ts-expect-error a variable is missing
  await km.run(text)
  // @ts-expect-error a variable of another type
  await km.run(node, { id: 1 })
  // @ts-expect-error a limit is mandatory
  await listMembers(km, { teamId: '1' }).toArray()
  // @ts-expect-error null when the team is unknown
  names.push((await getTeam(km, { id: '1' })).name)
  await getViewer(km)
  await getViewer(km, {}, { partial: true })

  const kind: KeyMetricKind = 'ADDED_NEXT_YEAR'
  const decimalsAndDatesAreTexts: string =
    (await getTeam(km, { id: '1', asOf: '2026-01-01T00:00:00Z' }))?.name ?? kind
  return [names, decimalsAndDatesAreTexts]
}
