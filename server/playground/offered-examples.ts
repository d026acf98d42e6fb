import type { PlaygroundExample, PlaygroundSession } from '../platform/http/playground.js'
import { observable, type Observable } from './observable.js'
import { fetchSession } from './session.js'

export interface OfferedExamples {
  readonly examples: Observable<PlaygroundExample[]>
  /** Asks the server again: every change makes the versions in the examples old. */
  readonly reread: () => Promise<void>
}

export function offeredExamples(session: PlaygroundSession): OfferedExamples {
  const examples = observable(session.examples)
  let latest = 0
  const reread = async () => {
    const turn = ++latest
    const { examples: fresh } = await fetchSession()
    if (turn === latest && fresh.length > 0) examples.set(fresh)
  }
  return { examples, reread }
}
