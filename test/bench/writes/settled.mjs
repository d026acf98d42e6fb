import { setTimeout } from 'node:timers/promises'

const MOST_SECONDS = 300

/**
 * Waits until the server has looked at all that was written so far, and at the periods of the past, which it does once:
 * from then on it does what it does every day. Answers after how many seconds; null when it was not done in time.
 */
export async function settled(client, company) {
  const start = performance.now()
  while (performance.now() - start < MOST_SECONDS * 1_000) {
    const { rows } = await client.query(
      `SELECT NOT EXISTS (SELECT FROM change_event WHERE company_id = $1 AND settled_at IS NULL)
          AND EXISTS (SELECT FROM celebration_state WHERE company_id = $1 AND due_at > clock_timestamp()) AS "isSettled"`,
      [company],
    )
    if (rows[0].isSettled) return (performance.now() - start) / 1_000
    await setTimeout(500)
  }
  return null
}
