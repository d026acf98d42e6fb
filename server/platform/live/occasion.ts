import type { Semaphore } from 'async-mutex'
import type { Context } from '../context.js'
import type { Topic } from '../database/change-event.entity.js'
import type { Carrier } from './carrier.js'
import { createMailbox, type News } from './mailbox.js'

/** How a subscription is kept alive. */
export interface Live {
  readonly carrier: Carrier
  /** So many read at a time, the others in the order in which they came. */
  readonly turns: Semaphore
  /** The client has gone, or the server is stopping. */
  readonly signal: AbortSignal
  /** After so long without news it is looked whether the credential still counts. */
  readonly recheckMs: number
  /** A context as if the request came in now. @throws when the credential does not count any more. */
  renew(): Promise<Context>
}

/** What the resolver of a subscription gets to begin with. */
export interface LiveContext extends Context {
  readonly live: Live
}

/** Something to tell, and the context to read it with: who may see what is found out anew each time. */
export interface Occasion {
  readonly ctx: Context
  /** What changed since the last one; none on the first, which tells the present. */
  readonly topics: readonly Topic[]
  readonly isFirst: boolean
  readonly at: Date
  /** To be called once everything is read: others wait for their turn. */
  readonly finish: () => void
}

/** What a subscriber wants to be told of. */
export interface Interest {
  /** Beside the configuration, which concerns everybody: a change of it may be one of what they may see. */
  readonly topics: readonly Topic[]
  /** Whether what happens on a node concerns the subscriber. Asked anew with each context, since nodes move. */
  concerning(ctx: Context): Promise<(nodeId: string) => boolean>
}

/**
 * The present at once, then an occasion whenever there is news of interest, one at a time: what happens meanwhile
 * becomes one piece of news. Ends with the signal. @throws what `renew` throws.
 */
export async function* occasions(ctx: LiveContext, interest: Interest): AsyncGenerator<Occasion, void> {
  const { carrier, turns, signal, recheckMs, renew } = ctx.live
  const mailbox = createMailbox()
  const leave = await carrier.join(ctx.companyId, mailbox.put)
  let news: News | null | undefined
  try {
    while (!signal.aborted) {
      let concerns: (nodeId: string) => boolean = () => false
      const [, finish] = await turns.acquire()
      try {
        const fresh = news === undefined ? ctx : await renew()
        concerns = await interest.concerning(fresh)
        yield* told(news, interest, { ctx: fresh, finish })
      } finally {
        finish()
      }
      news = await mailbox.take(({ nodeIds }) => reaches(nodeIds, interest, concerns), recheckMs, signal)
    }
  } finally {
    leave()
  }
}

function reaches(
  nodeIds: News['nodeIds'],
  { topics }: Interest,
  concerns: (nodeId: string) => boolean,
): boolean {
  return (
    nodeIds.has('CONFIGURATION') || topics.some((topic) => [...(nodeIds.get(topic) ?? [])].some(concerns))
  )
}

/** Nothing, when it was only looked whether the credential still counts. */
function* told(
  news: News | null | undefined,
  { topics }: Interest,
  started: Pick<Occasion, 'ctx' | 'finish'>,
): Generator<Occasion, void> {
  if (news === null) return
  if (news === undefined) {
    yield { ...started, topics: [], isFirst: true, at: started.ctx.moment.at }
    return
  }
  const { at, nodeIds } = news
  const known = (['CONFIGURATION', ...topics] as const).filter((topic) => nodeIds.has(topic))
  yield { ...started, topics: known, isFirst: false, at }
}
