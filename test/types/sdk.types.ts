import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import {
  ConflictError,
  createClient,
  getTeam,
  getViewer,
  hideKeyMetric,
  type KeyMetricKind,
  listMembers,
  type TypedDocumentString,
} from '../../sdk/index.js'
import { onProgressChanged } from '../../sdk/live.js'
import { infiniteQueryOptions, mutationOptions, queryOptions } from '../../sdk/tanstack.js'
import { fault, given, mockClient } from '../../sdk/testing.js'

const km = createClient({ url: 'https://api.example.com/graphql', token: ({ refresh }) => `${refresh}` })
const INPUT = { nodeId: '1', metricId: '2', expectedVersion: 3 }

/** Compiled, never run: each line that must not compile is marked, and the compiler complains when it does. */
export async function aCallerOfTheSdk() {
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
  await listMembers(km, { nodeId: '1' }).toArray()
  // @ts-expect-error null when the team is unknown
  names.push((await getTeam(km, { id: '1' })).name)
  // @ts-expect-error no such option
  await getTeam(km, { id: '1' }, { timeout: 5 })
  await getViewer(km)
  await getViewer(km, {}, { partial: true })

  const kind: KeyMetricKind = 'ADDED_NEXT_YEAR'
  const decimalsAndDatesAreTexts: string =
    (await getTeam(km, { id: '1', asOf: '2026-01-01T00:00:00Z' }))?.name ?? kind
  return [names, decimalsAndDatesAreTexts]
}

export async function whoChangesSomething(caught: unknown) {
  const { node, userErrors } = await hideKeyMetric(km, INPUT, { userErrors: 'return' })
  const said: string[] = userErrors.map(({ message }) => message)
  // @ts-expect-error null when the change was refused
  void node.version
  // @ts-expect-error every update says which version it saw
  await hideKeyMetric(km, { nodeId: '1', metricId: '2' })
  // @ts-expect-error the input itself, not as a variable
  await hideKeyMetric(km, { input: INPUT })
  // @ts-expect-error the entity is missing when the document does not select it
  void (caught as ConflictError<{ version: number }>).current.version
  return [said, caught instanceof ConflictError && caught.attempts]
}

export async function whoFollows(signal: AbortSignal) {
  for await (const { node, isFirst } of onProgressChanged(km, { nodeId: '1' }, { signal }))
    return [node.name satisfies string, isFirst satisfies boolean]
  // @ts-expect-error a subscription has no deadline
  onProgressChanged(km, { nodeId: '1' }, { deadlineMs: 5 })
  // @ts-expect-error it is iterated, and has nothing of an event itself
  void onProgressChanged(km, { nodeId: '1' }).node
}

export async function whoHasTanStackQuery(signal: AbortSignal) {
  const name = (await queryOptions(km, getTeam, { id: '1' }).queryFn({ signal }))?.name satisfies
    string | undefined
  // @ts-expect-error a variable is missing
  queryOptions(km, getTeam)
  // @ts-expect-error only a list has pages
  infiniteQueryOptions(km, getTeam, { id: '1' })
  // @ts-expect-error only a mutation changes something
  mutationOptions(km, getTeam)
  return name
}

export function whoTests() {
  // @ts-expect-error not what the operation answers
  given(getTeam, { nonsense: true })
  const mock = mockClient(given(getTeam, null), given(getViewer, fault('UNAUTHENTICATED')))
  const [first] = mock.variablesOf(getTeam)
  return first?.id satisfies string | undefined
}
