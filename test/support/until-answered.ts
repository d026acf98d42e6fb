import { setTimeout } from 'node:timers/promises'
import { codesOf, type Answer } from './run-document.js'

/** What passes by itself. */
const PASSING: readonly unknown[] = ['OVERLOADED', 'IDEMPOTENCY_IN_PROGRESS']

/** Asks again, as any client would, what a busy server had no time for: the last answer after so many times. */
export async function untilAnswered<A extends Pick<Answer<unknown>, 'errors'>>(
  ask: () => Promise<A>,
  times = 5,
): Promise<A> {
  const answer = await ask()
  if (times === 1 || !codesOf(answer).some((code) => PASSING.includes(code))) return answer
  await setTimeout(1_000)
  return untilAnswered(ask, times - 1)
}
