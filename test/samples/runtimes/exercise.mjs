/** Uses the SDK the way an application does and answers what came of it, which is the same wherever it runs. */
export async function exercise(sdk, live, { url, token, nodeId, metricId }) {
  const happened = []
  const km = sdk.createClient({ url, token, onEvent: ({ type }) => happened.push(type) })
  const { name, version } = await sdk.getTeam(km, { id: nodeId })
  const members = await sdk.listMembers(km, { nodeId, first: 2 }).toArray({ limit: 10 })

  const stale = { nodeId, metricId, expectedVersion: version - 1 }
  const conflict = await failureOf(sdk.hideKeyMetric(km, stale))
  const told = live.onEffectiveKeyMetricsChanged(km, { nodeId })
  const { value: present } = await told.next()
  await sdk.hideKeyMetric(km, { ...stale, expectedVersion: conflict.current.version })
  const { value: change } = await told.next()
  await told.return()

  const stranger = await failureOf(sdk.getViewer(sdk.createClient({ url, token: 'not a token' })))
  const aborted = await failureOf(sdk.getViewer(km, {}, { signal: AbortSignal.abort('enough') }))
  return {
    ...{ name, members: members.map((member) => member.name), happened: [...new Set(happened)] },
    ...{ conflict: conflict instanceof sdk.ConflictError, isFirst: present.isFirst },
    disappeared: change.disappeared.map(({ metric }) => metric.key),
    stranger: `${stranger.name} ${stranger.code}`,
    aborted: `${aborted.name} ${aborted.cause}`,
  }
}

async function failureOf(call) {
  const value = await call.catch((error) => ({ error }))
  if (value?.error) return value.error
  throw new Error(`The call should have failed, but gave ${JSON.stringify(value)}`)
}
