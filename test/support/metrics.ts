import type { World } from './world.js'

export const METRICS_TOKEN = 'only the tests may count'

/** What a server tells of itself, in the format of Prometheus. */
export async function metricsOf({ url }: World, token = METRICS_TOKEN): Promise<string> {
  const headers = { authorization: `Bearer ${token}` }
  return (await fetch(new URL('/metrics', url), { headers })).text()
}
