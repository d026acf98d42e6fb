import { limitExceeded } from '../graphql/limits/document-limits.js'

/** The streams that this process keeps open. */
export interface OpenStreams {
  readonly size: number
  /** @throws LIMIT_EXCEEDED when the caller has too many already. */
  open(caller: string): OpenStream
  /** Ends them all, and those that are opened later at once, so that their clients connect to somebody else. */
  closeAll(): void
}

export interface OpenStream {
  /** Aborted when it is over, whoever ends it. */
  readonly signal: AbortSignal
  close(): void
}

export function createOpenStreams(most: number): OpenStreams {
  const open = new Set<AbortController>()
  const byCaller = new Map<string, number>()
  let isClosed = false

  return {
    get size() {
      return open.size
    },
    open: (caller) => {
      const count = byCaller.get(caller) ?? 0
      if (count >= most)
        throw limitExceeded(`You have ${count} subscriptions open`, most, 'End some of them first.')
      byCaller.set(caller, count + 1)
      const ended = new AbortController()
      open.add(ended)
      const { signal } = ended
      signal.addEventListener('abort', () => {
        open.delete(ended)
        const left = byCaller.get(caller)! - 1
        if (left > 0) byCaller.set(caller, left)
        else byCaller.delete(caller)
      })
      if (isClosed) ended.abort()
      return { signal, close: () => ended.abort() }
    },
    closeAll: () => {
      isClosed = true
      for (const ended of [...open]) ended.abort()
    },
  }
}
