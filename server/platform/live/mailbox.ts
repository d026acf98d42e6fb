import type { ChangeEvent } from '../database/change-feed.js'
import type { Topic } from '../database/change-event.entity.js'

/** What changed since somebody was told last, however much that was. */
export interface News {
  /** By topic the nodes that its events name; see ChangeEventEntity. */
  readonly nodeIds: ReadonlyMap<Topic, ReadonlySet<string>>
  /** Events may have been missed: anything may have changed. */
  readonly isGap: boolean
  readonly at: Date
}

/** Whether somebody has to be told. */
export type Concerns = (news: News) => boolean

/** Holds what one subscriber was not told yet: one piece of news at most, into which all later ones go. */
export interface Mailbox {
  put(event: ChangeEvent | 'GAP'): void
  /** The next news that concerns the taker; null when there is none for so long, or when `signal` says to stop. */
  take(concerns: Concerns, withinMs: number, signal: AbortSignal): Promise<News | null>
}

export function createMailbox(): Mailbox {
  let pending: News | null = null
  let wake: (() => void) | null = null

  /** News that nobody is waiting for stays whole: whom it concerns is known once the taker has seen the present. */
  function next(concerns: Concerns): News | null {
    const news = pending
    pending = null
    return news && (news.isGap || concerns(news)) ? news : null
  }

  return {
    put: (event) => {
      pending = merged(pending, event)
      wake?.()
    },
    take: (concerns, withinMs, signal) =>
      new Promise((resolve) => {
        const settle = (news: News | null) => {
          clearTimeout(timer)
          signal.removeEventListener('abort', stop)
          wake = null
          resolve(news)
        }
        const stop = () => settle(null)
        const look = () => {
          const news = next(concerns)
          if (news) settle(news)
        }
        const timer = setTimeout(stop, withinMs)
        signal.addEventListener('abort', stop)
        wake = look
        if (signal.aborted) stop()
        else look()
      }),
  }
}

function merged(pending: News | null, event: ChangeEvent | 'GAP'): News {
  const { nodeIds = new Map<Topic, ReadonlySet<string>>(), isGap = false } = pending ?? {}
  if (event === 'GAP') return { nodeIds, isGap: true, at: pending?.at ?? new Date() }
  const { topic, at } = event
  const ids = new Set([...(nodeIds.get(topic) ?? []), ...event.nodeIds])
  return {
    nodeIds: new Map([...nodeIds, [topic, ids]]),
    isGap,
    at: pending && pending.at > at ? pending.at : at,
  }
}
