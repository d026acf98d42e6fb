import type { PlaygroundExample, PlaygroundSession } from '../platform/http/playground.js'
import { rememberedCompany, type Identity } from './identity.js'
import { observable, type Observable } from './observable.js'
import { fetchSession } from './session.js'

export interface OfferedExamples {
  readonly examples: Observable<PlaygroundExample[]>
  /** Asks the server again: every change makes the versions in the examples old. */
  readonly reread: () => Promise<void>
}

/** The examples of the company of whoever asks: they name what is there. */
export function offeredExamples(
  session: PlaygroundSession,
  identity: Observable<Identity>,
  memory: Storage,
): OfferedExamples {
  const examples = observable(session.examples)
  let company = session.companyId
  let latest = 0
  const reread = async () => {
    const turn = ++latest
    const { examples: fresh } = await fetchSession(rememberedCompany(memory))
    if (turn === latest && fresh.length > 0) examples.set(fresh)
  }
  const follow = () => {
    if (company === rememberedCompany(memory)) return
    company = rememberedCompany(memory)
    void reread()
  }
  follow()
  identity.subscribe(follow)
  return { examples, reread }
}
