import type { PlaygroundSession } from '../platform/http/playground.js'

/** What the server offers to this page. The page works without: no people, no examples. */
export async function fetchSession(): Promise<PlaygroundSession> {
  try {
    const response = await fetch('playground/session.json', { cache: 'no-store' })
    if (!response.ok) throw new Error(`session.json: ${response.status}`)
    return (await response.json()) as PlaygroundSession
  } catch {
    return { people: [], examples: [] }
  }
}
