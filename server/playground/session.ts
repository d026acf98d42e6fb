import type { PlaygroundSession } from '../platform/http/playground.js'

/**
 * What the server offers to this page. The page works without: no people, no examples.
 * @param companyId whose examples; the server knows what is offered first
 */
export async function fetchSession(companyId: string | null): Promise<PlaygroundSession> {
  const search = companyId === null ? '' : `?${String(new URLSearchParams({ company: companyId }))}`
  try {
    const response = await fetch(`playground/session.json${search}`, { cache: 'no-store' })
    if (!response.ok) throw new Error(`session.json: ${response.status}`)
    return (await response.json()) as PlaygroundSession
  } catch {
    return { people: [], companyId: null, examples: [] }
  }
}
